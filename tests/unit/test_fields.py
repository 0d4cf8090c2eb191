"""Fields hold what was written: a month stays a month, an address is an address, a length is that of the words."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.kinds import KINDS, Checked, Cost
from macros.kinds.evidence import Citation
from macros.schema.description import described
from macros.schema.types import (
    Day,
    DayOrMonth,
    Doi,
    Identifier,
    MailAddress,
    Month,
    Text,
    TimeOfDay,
    WebAddress,
    in_words,
    sort_key,
)
from tests.support.cases import for_each

WORDS = Annotated[str, Text(3, 5)]


def read(kind: Any, written: Any) -> Any:
    return TypeAdapter(kind).validate_python(written)


def refused(kind: Any, written: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, written)
    return str(caught.value.errors()[0]["type"])


def test_a_day_is_a_day_and_a_month_stays_a_month() -> None:
    assert read(Day, "2018-08-06") == date(2018, 8, 6)
    assert read(DayOrMonth, "2018-08-06") == date(2018, 8, 6)
    month = read(DayOrMonth, "2016-10")
    assert (str(month), in_words(month)) == ("2016-10", "October 2016")
    assert in_words(date(2018, 8, 6)) == "6 August 2018"


def test_a_month_is_written_as_it_was_read() -> None:
    adapter = TypeAdapter(DayOrMonth)
    assert [adapter.dump_python(adapter.validate_python(written)) for written in ("2016-10", "2016-10-05")] == [
        "2016-10",
        "2016-10-05",
    ]


@for_each(
    "written",
    [
        "6 August 2018",
        "2018/08/06",
        "2018-8-6",
        "2018-02-30",
        "0000-01-01",
        "2018-08-06\n",
        " 2018-08-06",
        "\uff12018-08-06",
        "2018-08-06T10:00",
        "",
        ["2018"],
    ],
)
def test_what_is_not_a_day_is_refused(written: Any) -> None:
    assert refused(Day, written) == "date-invalid"
    assert refused(DayOrMonth, written) == "date-invalid"


@for_each("written", ["2018-13", "2018-00", "0000-10", "2018-1", "2018", "October 2018", "2018-10\n"])
def test_what_is_not_a_month_is_refused(written: str) -> None:
    assert refused(DayOrMonth, written) == "date-invalid"
    assert refused(Day, written) == "date-invalid"


def test_dates_that_are_dates_already_stay_as_they_are() -> None:
    assert read(Day, date(2018, 8, 6)) == read(DayOrMonth, date(2018, 8, 6)) == date(2018, 8, 6)
    assert read(DayOrMonth, Month(2016, 10)) == Month(2016, 10)
    assert read(TimeOfDay, time(13, 30)) == time(13, 30)


def test_months_and_days_sort_by_calendar_and_a_month_before_its_days() -> None:
    ordered: list[date | Month] = [
        date(2016, 9, 30),
        Month(2016, 10),
        date(2016, 10, 1),
        date(2016, 10, 31),
        Month(2016, 11),
        date(2017, 1, 1),
    ]
    assert sorted(ordered, key=sort_key) == ordered
    assert Month(2016, 10) < date(2016, 10, 1)
    assert date(2016, 10, 1) > Month(2016, 10)
    assert Month(2016, 10) >= Month(2016, 10)
    with pytest.raises(TypeError):
        assert Month(2016, 10) < "2016-11"


@for_each("written", ["24:00", "9:30", "12.30", "12:60", "1٣:30", "13:30\n", "noon", ["13:30"]])
def test_what_is_not_a_time_is_refused(written: Any) -> None:
    assert refused(TimeOfDay, written) == "time-invalid"


def test_a_time_is_read() -> None:
    assert read(TimeOfDay, "00:00") == time(0, 0)
    assert read(TimeOfDay, "23:59") == time(23, 59)


@for_each(
    "written",
    ["https://example.org", "http://example.org/a?b=c&d=%20#e", "https://example.org/é", "https://a.b/Parkinson's_law"],
)
def test_web_addresses_are_taken(written: str) -> None:
    assert read(WebAddress, written) == written


@for_each(
    "written",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "example.org",
        "ftp://example.org",
        "mailto:a@b.cd",
        " https://a.b",
        "https://a b",
        "https://a\nb",
        "https://a.b\n",
        "https://a.b/<script>",
        'https://a.b/"',
        "https://a.b\\c",
        "https://{{a}}",
        "https://",
        [],
    ],
)
def test_what_is_not_a_web_address_is_refused(written: Any) -> None:
    assert refused(WebAddress, written) == "type-wrong"


def test_mailboxes_dois_and_identifiers() -> None:
    assert read(MailAddress, "team+a@example.nhs.uk") == "team+a@example.nhs.uk"
    assert read(Doi, "10.1080/09638237.2016.1276540") == "10.1080/09638237.2016.1276540"
    assert read(Identifier, "a-1-b") == "a-1-b"


@for_each(
    ("kind", "written"),
    [
        (MailAddress, "team@example"),
        (MailAddress, "team@example.org\n"),
        (MailAddress, "team@example.org,other@example.org"),
        (MailAddress, "team@example.org?bcc=x"),
        (MailAddress, "<team@example.org>"),
        (Doi, "https://doi.org/10.1080/09"),
        (Doi, "10.1080/09\n"),
        (Doi, "10.1/09"),
        (Doi, "10.1080/09."),
        (Identifier, "A"),
        (Identifier, "a--b"),
        (Identifier, "-a"),
        (Identifier, "a\n"),
        (Identifier, "../a"),
        (Identifier, "é"),
    ],
)
def test_what_only_looks_like_one_is_refused(kind: Any, written: str) -> None:
    assert refused(kind, written) == "type-wrong"


def test_the_length_of_a_text_is_that_of_its_words() -> None:
    assert read(WORDS, "  a \n\t b  ") == "a b"
    assert refused(WORDS, "  a  \n") == "string_too_short"
    assert refused(WORDS, "a b c d") == "string_too_long"
    assert read(WORDS, "💚💚💚") == "💚💚💚"
    assert refused(WORDS, ["a"]) == "string_type"


def test_a_choice_has_a_label_and_a_description() -> None:
    assert (Checked.FULL_TEXT.value, Checked.FULL_TEXT.label) == ("full-text", "Full text")
    assert Cost.FREE.description.endswith(".")


def test_another_name_of_a_field_means_no_other_field_of_its_group() -> None:
    for kind, model in KINDS.items():
        names = [name for one in described(model).values() for name in (one.name, *one.also)]
        assert len(names) == len(set(names)), kind


def test_the_address_of_a_doi_has_its_angle_brackets_written_out() -> None:
    old = Citation(
        authors="A. Author", title="A title", where="A journal", doi="10.1002/(SICI)1097<1::AID-2>3.0.CO;2-2"
    )
    assert old.address == "https://doi.org/10.1002/(SICI)1097%3C1::AID-2%3E3.0.CO;2-2"
