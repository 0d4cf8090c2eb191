"""The calendars, as calendar programs see them."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import HealthCheck, given, settings

from macros.kinds import Meeting, Theme, Update
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.outputs.calendars import calendars
from macros.outputs.time_zone import time_zone
from macros.schema.types import Month
from tests.support.cases import for_each
from tests.support.exporting import HOSTILE, PLACE, WRITTEN, orchard, public, put, rename
from tests.support.inventing import examples

MEETING = "meetings/sample-meeting/meeting.ics"


def files(shown: Library, of: PublicLibrary | None = None) -> dict[str, bytes]:
    return {file.path: file.content for file in calendars(of or public(shown), PLACE)}


def calendar(content: bytes) -> Any:
    """A calendar as a calendar program has it."""
    [found] = vobject.readComponents(content.decode("utf-8"))
    return found


def events(content: bytes) -> list[Any]:
    return list(calendar(content).contents.get("vevent", []))


def summaries(content: bytes) -> list[str]:
    return [event.summary.value for event in events(content)]


@pytest.fixture
def meeting(small: Library) -> Meeting:
    """Its meeting."""
    return small.all_of(Meeting)["sample-meeting"]


# Which calendars there are, and what is in them.


def test_a_calendar_of_all_of_those_that_have_a_meeting_and_of_each_meeting(small: Library, meeting: Meeting) -> None:
    assert set(files(small)) == {"calendar.ics", "services/sample-brindle/meetings.ics", MEETING}
    put(small, meeting, tags=["peer-support"])
    assert "themes/peer-support/meetings.ics" in files(small)


def test_a_service_has_the_meetings_it_was_at_or_presented_at(shown: Library) -> None:
    found = files(shown)
    assert summaries(found["services/apple/meetings.ics"]) == ["The harvest meeting"]
    assert "services/pear/meetings.ics" not in found
    assert summaries(found["calendar.ics"]) == ["The spring meeting", "The winter meeting", "The harvest meeting"]


def test_a_meeting_whose_day_nobody_knows_is_in_no_calendar(small: Library, meeting: Meeting) -> None:
    put(small, meeting, date=Month(2025, 12))
    assert list(files(small)) == ["calendar.ics"]
    assert events(files(small)["calendar.ics"]) == []


def test_a_network_without_meetings_has_a_calendar_that_can_be_read(small: Library) -> None:
    small.all_of(Meeting).clear()
    [content] = files(small).values()
    assert events(content) == []
    # A calendar has to hold something: that is the time zone.
    assert calendar(content).vtimezone.tzid.value == "Europe/London"


def test_what_is_subscribed_to_has_a_name_and_says_when_to_look_again(small: Library) -> None:
    found = calendar(files(small)["services/sample-brindle/meetings.ics"])
    for field in ("name", "x-wr-calname"):
        assert found.contents[field][0].value == "Sample Network meetings: Sample service Brindle"
    text = files(small)["calendar.ics"].decode("utf-8")
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in text
    assert "\r\nX-PUBLISHED-TTL:PT12H\r\n" in text


def test_a_single_meeting_is_an_appointment_and_no_calendar_to_subscribe_to(small: Library) -> None:
    text = files(small)[MEETING].decode("utf-8")
    assert "NAME:" not in text.replace("TZNAME:", "")
    assert "REFRESH" not in text


# When.


@pytest.mark.parametrize(
    ("day", "greenwich"),
    [
        (date(2026, 3, 28), "13:30"),
        (date(2026, 3, 29), "12:30"),
        (date(2026, 7, 1), "12:30"),
        (date(2026, 10, 24), "12:30"),
        (date(2026, 10, 25), "13:30"),
        (date(2026, 12, 10), "13:30"),
        (date(2017, 1, 5), "13:30"),
        (date(2031, 6, 5), "12:30"),
    ],
)
def test_the_hour_is_right_on_both_sides_of_the_clock_changes(
    day: date, greenwich: str, small: Library, meeting: Meeting
) -> None:
    put(small, meeting, date=day, starts=time(13, 30), ends=time(16))
    content = files(small)["calendar.ics"]
    found = calendar(content)
    [event] = found.vevent_list
    by_name = event.dtstart.value
    # A program that does not know the name of the zone goes by the rules in the file.
    by_rule = by_name.replace(tzinfo=found.vtimezone.tzinfo)
    for start in (by_name.astimezone(UTC), by_rule.astimezone(UTC)):
        assert (start.date(), f"{start:%H:%M}") == (day, greenwich)
    assert event.dtend.value - by_name == timedelta(hours=2, minutes=30)
    assert f"DTSTART;TZID=Europe/London:{day:%Y%m%d}T133000".encode() in content


@pytest.mark.thorough
@for_each(
    "name",
    ["Europe/London", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham"],
)
def test_the_rules_of_a_zone_say_what_its_clocks_do(name: str) -> None:
    rules = time_zone(name, 2016, 2030)
    assert rules is not None
    wrapped = f"BEGIN:VCALENDAR\r\n{rules.to_ical().decode()}END:VCALENDAR\r\n"
    told, real = tzical(io.StringIO(wrapped)).get(), ZoneInfo(name)
    moment, end = datetime(2016, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
    while moment < end:
        local = moment.astimezone(real).replace(tzinfo=None)
        assert local.replace(tzinfo=told).utcoffset() == local.replace(tzinfo=real).utcoffset()
        moment += timedelta(hours=25)


def test_the_rules_are_what_outlook_understands() -> None:
    """One change a year each way, each by a rule: it ignores lists of days."""
    rules = time_zone("Europe/London", 2026, 2026)
    assert rules is not None
    assert rules.to_ical().decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T010000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


@pytest.mark.parametrize("name", ["Africa/Casablanca", "America/Sao_Paulo", "Asia/Jerusalem"])
def test_a_zone_without_rules_is_left_out_and_times_are_those_of_greenwich(
    name: str, small: Library, meeting: Meeting
) -> None:
    assert time_zone(name, 2016, 2027) is None
    small.network = small.network.model_copy(update={"time_zone": name})
    put(small, meeting, "first", date=date(2016, 12, 8))
    put(small, meeting, starts=time(13, 30))
    content = files(small)["calendar.ics"]
    assert b"VTIMEZONE" not in content
    assert b"TZID" not in content
    expected = datetime(2025, 12, 11, 13, 30, tzinfo=ZoneInfo(name))
    assert events(content)[0].dtstart.value == expected
    assert f"DTSTART:{expected.astimezone(UTC):%Y%m%dT%H%M%SZ}".encode() in content


def test_a_meeting_without_a_time_is_marked_for_the_day_and_keeps_nobody_busy(small: Library) -> None:
    [event] = events(files(small)[MEETING])
    assert event.dtstart.value == date(2025, 12, 11)
    assert event.dtend.value == date(2025, 12, 12)
    assert event.transp.value == "TRANSPARENT"


def test_a_meeting_without_themes_has_no_empty_list_of_them(small: Library, meeting: Meeting) -> None:
    assert b"CATEGORIES" not in files(small)[MEETING]
    put(small, meeting, tags=["peer-support"])
    assert b"\r\nCATEGORIES:Peer support\r\n" in files(small)[MEETING]


def test_a_meeting_that_does_not_say_when_it_ends_is_given_an_hour_and_says_so(
    small: Library, meeting: Meeting
) -> None:
    put(small, meeting, starts=time(13, 30))
    [event] = events(files(small)[MEETING])
    assert event.dtend.value - event.dtstart.value == timedelta(hours=1)
    assert "The end is not set yet. This entry allows an hour." in event.description.value
    assert event.transp.value == "OPAQUE"


# What.


def test_what_an_event_says(small: Library, meeting: Meeting) -> None:
    changed = put(
        small,
        meeting,
        place="Online",
        tags=["peer-support"],
        updates=[Update(date=date(2026, 3, 1), note="The place is new.")],
    )
    [event] = events(files(small)[MEETING])
    assert event.summary.value == "A made-up meeting"
    assert event.description.value.split("\n") == [
        changed.summary,
        "Learning: A made-up talk",
        "https://example.org/kb/meetings/sample-meeting/",
    ]
    assert event.url.value == "https://example.org/kb/meetings/sample-meeting/"
    assert event.location.value == "Online"
    assert event.status.value == "CONFIRMED"
    assert event.categories.value == ["Peer support"]
    assert event.sequence.value == "2"
    assert event.dtstamp.value == event.last_modified.value == datetime(2026, 3, 1, 0, 0, 2, tzinfo=UTC)
    assert event.uid.value == "sample-meeting@example.org"


def test_a_meeting_of_a_demonstration_keeps_no_time_free(small: Library, meeting: Meeting) -> None:
    put(small, meeting, starts=time(13, 30))
    small.network = small.network.model_copy(update={"demonstration": date(2026, 11, 23)})
    [event] = events(files(small)[MEETING])
    assert (event.status.value, event.transp.value) == ("TENTATIVE", "TRANSPARENT")
    assert event.description.value.startswith("This is a demonstration. The meeting is made up.\n")


def test_a_rename_moves_no_meeting_and_loses_no_subscriber(small: Library, meeting: Meeting) -> None:
    put(small, meeting, tags=["peer-support"])
    before = files(small)
    rename(small, rename(small, small.all_of(Meeting)[meeting.id], "winter-meeting"), "2025-12-meeting")
    rename(small, small.all_of(Theme)["peer-support"], "support")
    put(small, small.all_of(Meeting)["2025-12-meeting"], tags=["support"])
    after = files(small)
    assert before.keys() < after.keys()
    assert {event.uid.value for content in after.values() for event in events(content)} == {
        "sample-meeting@example.org"
    }
    assert after["themes/peer-support/meetings.ics"] == after["themes/support/meetings.ics"]
    assert events(after[MEETING])[0].url.value == "https://example.org/kb/meetings/2025-12-meeting/"


def test_no_two_meetings_share_an_identifier(shown: Library) -> None:
    found = [event.uid.value for event in events(files(shown)["calendar.ics"])]
    assert len(found) == len(set(found)) == 3


# The form.


def assert_well_formed(content: bytes) -> None:
    """Source: https://www.rfc-editor.org/rfc/rfc5545#section-3.1"""
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-1] == b"END:VCALENDAR"
    assert sum(line == b"BEGIN:VCALENDAR" for line in lines) == 1


def test_every_sign_is_shown_as_it_was_written(small: Library, meeting: Meeting) -> None:
    assert_shown(small, meeting, HOSTILE)
    assert_shown(small, meeting, "x END:VCALENDAR")
    assert_shown(small, meeting, "END:VEVENT")


@pytest.mark.thorough
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=examples(50))
@given(text=WRITTEN)
def test_whatever_people_write_comes_through(text: str, small: Library, meeting: Meeting) -> None:
    assert_shown(small, meeting, text)


@pytest.mark.parametrize("text", ["S:\\NHS\\notes", "0\\N", "a\\nb", "one; two, three"])
def test_paths_of_shared_drives_keep_every_letter(text: str, small: Library, meeting: Meeting) -> None:
    """icalendar 7.3.0 takes a backslash and a capital N for a line break, and vText loses both."""
    assert_shown(small, meeting, text)


def assert_shown(small: Library, meeting: Meeting, text: str) -> None:
    """A meeting and a theme of this title are shown with it, wherever their words stand."""
    put(small, small.all_of(Theme)["peer-support"], title=text)
    put(small, meeting, title=text, summary=text, place=text, tags=["peer-support"])
    found = files(small)
    for content in found.values():
        assert_well_formed(content)
    theme = calendar(found["themes/peer-support/meetings.ics"])
    assert theme.x_wr_calname.value == f"Sample Network meetings: {text}"
    [event] = theme.vevent_list
    assert event.summary.value == text
    assert event.location.value == text
    assert event.description.value.split("\n")[0] == text
    assert event.categories.value == [text]
    assert len(event.contents) == 13


def test_the_same_records_make_the_same_calendars(tmp_path: Path) -> None:
    assert files(orchard(tmp_path / "one")) == files(orchard(tmp_path / "two"))
