"""A date or a time means what a person in Britain means by it, however it is written; what can mean two things means none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.kinds import Adoption, Initiative, InitiativeStage
from macros.library.changes import Changes
from macros.library.library import Library, read_library
from macros.pages.initiative import initiative_facts, initiative_notices
from macros.propose.skeleton import ask_for_values
from macros.schema.types import Month, Year, first_day, in_words, is_certainly_before, sort_key
from macros.schema.written_dates import is_like_date, written_date, written_time
from macros.schema.written_pairs import written_days, written_times
from tests.support.cases import for_each
from tests.support.exporting import public, put
from tests.support.project import TODAY


@for_each(
    ("meant", "ways"),
    [
        (
            "2025-09-01",
            "2025-09-01|1 September 2025|1 Sep 2025|1st Sept. 2025|the 1st of September, 2025|September 1st, 2025|1/9/2025|01/09/2025"
            "|1.9.2025|1-9-2025|1\u20139\u20132025|01-Sep-2025|1 / 9 / 2025|2025/9/1|2025-9-1|20250901|Monday 1 September 2025"
            "|mon, 1 sep 2025| 1  SEPTEMBER  2025 |2025 September 1",
        ),
        ("2019-03", "2019-03|March 2019|mar 2019|March, 2019|2019 March|3/2019|03/2019|2019/03|2019-3"),
        ("2025-09", "September 2025|Sept 2025|Sept. 2025|Sep-2025|9/2025"),
        ("2019", "2019| 2019 "),
        ("2024-02-29", "29/2/2024|29 Feb 2024"),
    ],
)
def test_a_date_that_can_be_read_in_one_way(meant: str, ways: str) -> None:
    assert {way: written_date(way) for way in ways.split("|")} == dict.fromkeys(ways.split("|"), meant)


@for_each(
    "text",
    "1/9/25|01.09.25|March 19|Sept '25|Mar-19|2011/12|2019/20|2019-20|2019\u201320|Autumn 2025|early 2019|about 2019|2018-2019"
    "|last spring|1 September"
    "|1/2025/9|2025-09-01T10:00|2026-03-10 14:30|n/a|yes|12 1 2 2025|1/9/02025|\uff12\uff10\uff11\uff19|".split("|"),
)
def test_a_date_that_can_be_read_in_several_ways_or_in_none(text: str) -> None:
    assert written_date(text) is None
    assert not is_like_date(text)


@for_each(
    "text",
    ["13/14/2025", "9/13/2025", "31/4/2025", "30 February 2024", "2025-13", "0/9/2025", "Tuesday 1 September 2025"],
)
def test_a_date_that_no_calendar_has(text: str) -> None:
    assert written_date(text) is None
    assert is_like_date(text)


@for_each(
    ("meant", "ways"),
    [
        ("09:30", "09:30|9:30|9.30|9.30am|9:30 AM|9.30 a.m.|0930|930|9h30|09:30:00|9 : 30|930am|9-30|9.30h"),
        ("14:00", "14:00|2pm|2 p.m.|2.00pm|14.00|1400|1400 hrs|14.00 hrs|14:00:00|14:00 pm"),
        ("12:00", "12:00|noon|Midday|12 noon|12pm|12.00"),
        ("00:00", "00:00"),
        ("06:15", "06:15|6:15am|06.15"),
    ],
)
def test_a_time_that_can_be_read_in_one_way(meant: str, ways: str) -> None:
    assert {way: written_time(way) for way in ways.split("|")} == dict.fromkeys(ways.split("|"), meant)


@for_each(
    "text",
    "2:30|6.15|9|14|12am|12.30 am|9-12|2.30 hrs|25:00|9:75|13am|0 pm|13:30-16:30|10am to 12|half past nine|9.5|tbc|1\u0663:30|".split(
        "|"
    ),
)
def test_a_time_that_can_be_read_in_several_ways_or_in_none(text: str) -> None:
    assert written_time(text) is None


def test_a_year_sorts_before_its_months_and_a_month_before_its_days() -> None:
    ordered: list[date | Month | Year] = [
        date(2018, 12, 31),
        Year(2019),
        Month(2019, 1),
        date(2019, 1, 1),
        date(2019, 12, 31),
        Year(2020),
    ]
    assert sorted(ordered, key=sort_key, reverse=True) == ordered[::-1]
    assert (in_words(Year(2019)), str(Year(2019)), first_day(Year(2019))) == ("2019", "2019", date(2019, 1, 1))
    assert Year(2019) < Month(2019, 1) < date(2019, 1, 1) < Year(2020)


@for_each(
    ("left", "right", "is_before"),
    [
        (Year(2019), Year(2020), True),
        (Year(2019), Month(2019, 3), False),
        (Month(2019, 3), Year(2019), False),
        (date(2018, 12, 31), Year(2019), True),
        (Year(2020), date(2019, 12, 31), False),
    ],
)
def test_what_a_date_does_not_say_is_not_compared(
    left: date | Month | Year, right: date | Month | Year, is_before: bool
) -> None:
    assert is_certainly_before(left, right) is is_before


@pytest.fixture
def shared(smallest: Path) -> Library:
    return read_library(smallest)


@for_each(
    "written",
    [
        "15 to 17 December 2026",
        "15/17 December 2026",
        "15-17 December 2026",
        "15th and 17th December 2026",
        "15-17/12/2026",
        "15/12 to 17/12/2026",
        "15 and 17/12/2026",
        "2026-12-15/17",
        "2026-12-15 - 17",
        "2026-12-15/2026-12-17",
        "15 December 2026 - 17 December 2026",
    ],
)
def test_two_days_in_one_are_read(written: str) -> None:
    assert written_days(written) == ("2026-12-15", "2026-12-17")


def test_two_days_are_read_in_the_order_they_are_written() -> None:
    assert written_days("17 to 15 December 2026") == ("2026-12-17", "2026-12-15")


@for_each("written", ["15/12/2026", "15-12-2026", "2011/12", "2026-12-15", "2019-2020", "2026-12-15 14:30"])
def test_one_date_is_not_two_days(written: str) -> None:
    assert written_days(written) is None


@for_each(
    ("written", "times"),
    [
        ("13:30 - 16:00", ("13:30", "16:00")),
        ("13:30-16:00", ("13:30", "16:00")),
        ("10am to 12pm", ("10:00", "12:00")),
        ("2-4pm", ("14:00", "16:00")),
        ("10-12pm", ("10:00", "12:00")),
        ("7:30-9pm", ("19:30", "21:00")),
        # They may be in the afternoon, or be the wrong way round.
        ("1:30-3:30", None),
        ("10 to 12", None),
        ("16:00 - 13:30", None),
    ],
)
def test_two_times_in_one_are_read(written: str, times: tuple[str, str] | None) -> None:
    assert written_times(written) == times


def test_a_page_says_the_year_where_no_more_is_known(shared: Library) -> None:
    lunch = shared.all_of(Initiative)["sample-lunch"]
    stopped = put(
        shared,
        lunch,
        stage=InitiativeStage.STOPPED,
        started=Year(2019),
        stopped=Year(2021),
        why_stopped="The room was gone.",
    )
    facts = {one.label: one.items[0].text for one in initiative_facts(stopped, public(shared))}
    assert (facts["Started"], facts["Stopped"]) == ("2019", "2021")
    assert [one.text for one in initiative_notices(stopped)] == ["This stopped in 2021. The room was gone."]
    assert "since 2019" in stopped.fact_line(public(shared))


@pytest.mark.parametrize(
    ("year", "since", "is_news"),
    [
        (2026, date(2026, 9, 10), True),
        (2025, date(2026, 9, 10), False),
        (2025, date(2025, 9, 10), False),
        (2025, date(2024, 9, 10), True),
    ],
)
def test_what_was_taken_up_in_a_year_is_news_while_it_lasts(
    year: int, since: date, is_news: bool, shared: Library
) -> None:
    lunch = shared.all_of(Initiative)["sample-lunch"]
    put(shared, lunch, adopted_by=[Adoption(service="sample-brindle", since=Year(year))])
    assert bool(Changes(public(shared), since).adopted) is is_news


def test_whoever_starts_a_record_may_write_a_date_as_they_say_it(shared: Library) -> None:
    answers = {"summary": "A summary that is long enough for the rules of the network.", "started": "March 2019"}
    given = ask_for_values("initiative", "Lunch", TODAY, shared, lambda name, prompt: answers.pop(name, ""))
    assert given["started"] == "2019-03"
