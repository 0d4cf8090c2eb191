"""A meeting of several days, and one with an address to join at, wherever they are shown."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import vobject
from docx import Document
from icalendar import Calendar
from markupsafe import Markup

from macros.kinds import Meeting, MeetingStage
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.outputs.api import api
from macros.outputs.calendars import calendars
from macros.outputs.csv_tables import tables
from macros.outputs.licence import Licence
from macros.outputs.word_agenda import agendas
from macros.pages.agenda import agenda
from macros.pages.digest import digest
from macros.pages.lists import list_page
from macros.pages.meeting import view, when_and_where
from macros.pages.parts import Item
from macros.schema.durations import days_in_words
from macros.source.gfm import parse
from tests.support.cases import for_each
from tests.support.exporting import PLACE, public, put

WINTER = "2026-12-winter-meeting"
FIRST, LAST = date(2026, 12, 15), date(2026, 12, 16)
# As Teams makes them, and about as long as they get.
TEAMS = (
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzEyMzQ1Njct,ODkwYS00YmNk;LWVmMDEtMjM0NTY3ODkwYWJj%40thread.v2/0"
    "?context=%7b%22Tid%22%3a%2212345678-90ab-cdef-1234-567890abcdef%22%7d&more=" + "9f8e7d6c5b4a" * 45
)


def meetings(shown: Library) -> Mapping[str, Meeting]:
    return shown.all_of(Meeting)


def two_days(shown: Library, **values: Any) -> Meeting:
    return put(shown, meetings(shown)[WINTER], **{"date": FIRST, "last_day": LAST, **values})


def ics(shown: Library) -> bytes:
    [content] = [
        file.content for file in calendars(public(shown), PLACE) if file.path.endswith(f"{WINTER}/meeting.ics")
    ]
    return content


def event(shown: Library) -> Any:
    [found] = vobject.readComponents(ics(shown).decode("utf-8"))
    return found.vevent


def fact(meeting: Meeting, label: str, of: PublicLibrary) -> list[Item]:
    return [item for one in view(meeting, of).facts if one.label == label for item in one.items]


# Several days.


@for_each(
    ("first", "last", "words"),
    [
        (FIRST, None, "15 December 2026"),
        (FIRST, LAST, "15 to 16 December 2026"),
        (date(2026, 11, 30), date(2026, 12, 1), "30 November to 1 December 2026"),
        (date(2026, 12, 31), date(2027, 1, 1), "31 December 2026 to 1 January 2027"),
    ],
)
def test_its_days_in_words(first: date, last: date | None, words: str) -> None:
    assert days_in_words(first, last) == words


def test_page_lists_and_digest_say_both_days(shown: Library) -> None:
    meeting = two_days(shown, starts=time(10), ends=time(16))
    now = public(shown)
    assert [item.text for item in fact(meeting, "Date", now)] == ["15 to 16 December 2026"]
    assert [item.text for item in fact(meeting, "Time", now)] == ["10am on the first day to 4pm on the last"]
    [entry] = [
        one for listing in list_page("meeting", now).listings for one in listing.entries if one.record is meeting
    ]
    assert entry.facts == ["15 to 16 December 2026", "Online"]
    told = digest(now, date(2026, 9, 10)).next_meeting
    assert told is not None
    assert told.note == "15 to 16 December 2026, 10am on the first day to 4pm on the last, Online"


def test_tables_and_data_have_the_last_day(shown: Library) -> None:
    two_days(shown)
    files = {
        file.path: file.content.decode()
        for file in (*tables(public(shown), PLACE), *api(public(shown), PLACE, {}, Licence(Markup(""), "")))
    }
    assert "2026-12-16" in files["api/meetings.csv"]
    assert '"last_day": "2026-12-16"' in files[f"api/meetings/{WINTER}.json"]


def test_it_is_the_next_meeting_until_its_last_day_is_over(shown: Library) -> None:
    meeting = two_days(shown)
    for day, is_to_come in ((FIRST, True), (LAST, True), (LAST + timedelta(days=1), False)):
        assert (PublicLibrary.of(shown, day).next_meeting is meeting) is is_to_come


def test_a_meeting_without_times_lasts_from_the_first_day_to_the_last(shown: Library) -> None:
    two_days(shown, starts=None, ends=None)
    found = event(shown)
    # The end of an event of whole days is the day after it (RFC 5545, section 3.6.1).
    assert (found.dtstart.value, found.dtend.value) == (FIRST, date(2026, 12, 17))


def test_a_meeting_with_times_starts_on_the_first_day_and_ends_on_the_last(shown: Library) -> None:
    two_days(shown, starts=time(13, 30), ends=time(12))
    found = event(shown)
    assert found.dtstart.value.astimezone(UTC) == datetime(2026, 12, 15, 13, 30, tzinfo=UTC)
    assert found.dtend.value.astimezone(UTC) == datetime(2026, 12, 16, 12, tzinfo=UTC)


def test_a_meeting_whose_end_is_not_known_keeps_the_last_day_free(shown: Library) -> None:
    two_days(shown, starts=time(10), ends=None)
    found = event(shown)
    assert found.dtend.value.astimezone(UTC) == datetime(2026, 12, 17, tzinfo=UTC)
    assert "This entry allows the whole of the last day" in found.description.value


def test_the_clocks_may_change_between_its_days(shown: Library) -> None:
    two_days(shown, date=date(2026, 10, 24), last_day=date(2026, 10, 25), starts=time(10), ends=time(10))
    found = event(shown)
    assert found.dtend.value.astimezone(UTC) - found.dtstart.value.astimezone(UTC) == timedelta(hours=25)


def test_its_agenda_has_minutes_but_no_times(shown: Library) -> None:
    meeting = two_days(shown, starts=time(10), ends=time(16))
    planned = agenda(meeting, public(shown))
    assert {item.starts for item in planned.items} == {""}
    assert planned.too_long == ""
    assert when_and_where(meeting) in word_agenda(shown)


# An address to join at.


def word_agenda(shown: Library) -> list[str]:
    [content] = [
        file.content
        for file in agendas(public(shown), PLACE, lambda _: parse(""), lambda _: b"")
        if WINTER in file.path
    ]
    document = Document(io.BytesIO(content))
    return [
        *(one.text for one in document.paragraphs),
        *(one.target_ref for one in document.part.rels.values() if one.is_external),
    ]


def test_it_is_a_link_on_the_page_and_in_the_word_agenda(shown: Library) -> None:
    meeting = put(shown, meetings(shown)[WINTER], join=TEAMS)
    [link] = fact(meeting, "Join online", public(shown))
    assert (link.text, link.href) == ("Join at teams.microsoft.com", TEAMS)
    found = word_agenda(shown)
    assert "Join at teams.microsoft.com" in found
    assert TEAMS in found


@pytest.mark.parametrize("stage", [MeetingStage.HELD, MeetingStage.CANCELLED, MeetingStage.POSTPONED])
def test_nothing_leads_there_once_there_is_nothing_to_join(stage: MeetingStage, shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], join=TEAMS, stage=stage, reason="The trains do not run.", place=None)
    now = public(shown)
    meeting = now.all_of(Meeting)[WINTER]
    assert fact(meeting, "Join online", now) == []
    assert [item.text for item in fact(meeting, "Place", now)] == ["Online"]
    assert b"teams" not in ics(shown)
    published = [*api(now, PLACE, {}, Licence(Markup(), "")), *tables(now, PLACE)]
    assert [file.path for file in published if TEAMS.encode() in file.content] == []


def test_programs_find_it_while_there_is_something_to_join(shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], join=TEAMS)
    published = [*api(public(shown), PLACE, {}, Licence(Markup(), "")), *tables(public(shown), PLACE)]
    assert [file.path for file in published if TEAMS.encode() in file.content] == [
        f"api/meetings/{WINTER}.json",
        "api/meetings.json",
        "api/meetings.csv",
    ]


def test_calendars_have_it_whole_wherever_programs_look(shown: Library) -> None:
    """As CONFERENCE (RFC 7986, section 5.11) for those that know it, and in the description for the others."""
    put(shown, meetings(shown)[WINTER], join=TEAMS)
    content = ics(shown)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert f"CONFERENCE;FEATURE=VIDEO;LABEL=Join online;VALUE=URI:{TEAMS}\r\n" in unfolded
    [read] = Calendar.from_ical(content).events
    assert [(one.uri, one.label) for one in read.conferences] == [(TEAMS, "Join online")]
    # vobject 0.9.9 cuts an address off at its first comma, so icalendar has to read it back.
    found = event(shown)
    assert f"Join online: {TEAMS}" in found.description.value.split("\n")
    assert found.location.value == "Online"
    assert found.url.value == f"https://example.org/kb/meetings/{WINTER}/"


def test_without_a_place_the_address_is_where_it_is(shown: Library) -> None:
    meeting = put(shown, meetings(shown)[WINTER], join=TEAMS, place=None)
    assert event(shown).location.value == TEAMS
    assert meeting.fact_line(public(shown))[-1] == "Online"
