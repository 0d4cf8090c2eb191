"""Actions as they are followed from meeting to meeting, shown, and put into calendars."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import icalendar
import pytest
import vobject

from macros.kinds import Action, Meeting, MeetingStage, Page, Service, Update
from macros.library.action_history import action_histories, held_meetings
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.outputs.due_dates import due_dates
from macros.pages.actions import actions_page, closed_service_actions, meeting_actions, service_actions
from macros.pages.welcome import welcome_pack
from macros.schema.durations import how_long, minutes_in_words
from macros.schema.types import Month
from tests.support.cases import for_each
from tests.support.exporting import HOSTILE, PLACE, put, rename
from tests.support.project import TODAY

CALENDAR = "services/sample-brindle/actions.ics"


def action(action_id: str, **values: object) -> Action:
    return Action.model_validate(
        {"id": action_id, "text": f"Do {action_id}.", "owner": "sample-brindle", "due": "2026-10-01", **values}
    )


@pytest.fixture
def year(small: Library) -> Library:
    """The smallest network with four meetings, the last of which is planned."""
    small.network = small.network.model_copy(update={"meets_every": 3})
    first = small.all_of(Meeting).pop("sample-meeting")
    put(
        small,
        first,
        "march",
        date=date(2026, 3, 12),
        title="March",
        actions=[action("tea"), action("poster"), action("room")],
    )
    put(
        small,
        first,
        "june",
        date=date(2026, 6, 11),
        title="June",
        actions=[action("tea"), action("poster", done="2026-05-01"), action("room", due=None)],
    )
    put(
        small,
        first,
        "september",
        date=date(2026, 9, 10),
        title="September",
        actions=[
            action("tea", due="2026-11-01"),
            action("room", dropped="2026-09-10", why="There is none."),
            action("cups", due="2026-12-01"),
        ],
    )
    put(
        small,
        first,
        "december",
        date=date(2026, 12, 10),
        title="December",
        stage=MeetingStage.PLANNED,
        actions=[action("tea")],
    )
    return small


def lines(found: list[Any]) -> list[str]:
    """Each line as it is read."""
    return [
        f"{one.state.capitalize()} {one.text} "
        + " · ".join(f"{fact} {meeting.title if meeting else ''}".strip() for fact, meeting in one.facts)
        for one in found
    ]


def test_an_action_is_followed_through_the_held_meetings(year: Library) -> None:
    found = action_histories(year.all_of(Meeting).values())
    tea = found["tea"]
    assert [meeting.id for meeting, _ in tea.said] == ["march", "june", "september"]
    assert (tea.agreed_at.id, tea.latest_meeting.id, tea.survived) == ("march", "september", 2)
    assert [found[one].survived for one in ("poster", "room")] == [0, 1]
    assert (found["cups"].agreed_at.id, found["cups"].survived) == ("september", 0)


def test_the_order_of_meetings_is_certain(small: Library) -> None:
    first = small.all_of(Meeting).pop("sample-meeting")
    put(small, first, "a-day", date=date(2026, 3, 1))
    put(small, first, "b-late", date=date(2026, 3, 12), starts=time(14))
    put(small, first, "c-early", date=date(2026, 3, 12), starts=time(9))
    put(small, first, "d-month", date=Month(2026, 3))
    assert [one.id for one in held_meetings(small.all_of(Meeting).values())] == [
        "d-month",
        "a-day",
        "c-early",
        "b-late",
    ]


def test_what_a_service_has_to_do_says_how_old_it_is_and_through_how_many_meetings_it_went(year: Library) -> None:
    shown = PublicLibrary.of(year, TODAY)
    assert lines(service_actions("sample-brindle", shown)) == [
        "Overdue Do tea. Due 1 November 2026, 22 days overdue · Agreed on 12 March 2026 at March · Carried over 2 meetings · "
        "Last discussed at September",
        "Open Do cups. Due 1 December 2026 · Agreed on 10 September 2026 at September",
    ]
    assert lines(closed_service_actions("sample-brindle", shown)) == [
        "Dropped Do room. Dropped 10 September 2026 · Agreed on 12 March 2026 at March · Carried over 1 meeting · "
        "Reported at September",
        "Done Do poster. Done 1 May 2026 · Agreed on 12 March 2026 at March · Reported at June",
    ]
    later = PublicLibrary.of(year, date(2027, 5, 1))
    assert closed_service_actions("sample-brindle", later) == []


def test_a_meeting_shows_how_its_actions_stand_now(year: Library) -> None:
    shown = PublicLibrary.of(year, TODAY)
    assert lines(meeting_actions(year.all_of(Meeting)["june"], shown)) == [
        "Overdue Do tea. Due 1 November 2026, 22 days overdue · Agreed on 12 March 2026 at March · Carried over 2 meetings · "
        "Last discussed at September",
        "Done Do poster. Done 1 May 2026 · Agreed on 12 March 2026 at March",
        "Dropped Do room. Dropped 10 September 2026 · Agreed on 12 March 2026 at March · Carried over 1 meeting · "
        "Reported at September",
    ]


def test_what_was_reported_lately_is_listed_whenever_it_was_done(year: Library) -> None:
    put(year, year.all_of(Meeting)["september"], actions=[action("tea", done="2026-03-20")])
    shown = PublicLibrary.of(year, date(2026, 12, 1))
    assert actions_page(shown, "/").since > date(2026, 3, 20)
    assert [line.text for line in closed_service_actions("sample-brindle", shown)] == ["Do poster.", "Do tea."]


def test_open_actions_are_counted_and_the_oldest_comes_first(year: Library) -> None:
    page = actions_page(PublicLibrary.of(year, TODAY), PLACE.top)
    assert (page.open, page.overdue) == (2, 1)
    assert [(one.line.text, one.age, one.history.survived) for one in page.oldest] == [
        ("Do tea.", "8 months", 2),
        ("Do cups.", "2 months", 0),
    ]


def test_a_welcome_pack_says_that_there_is_more_to_do(year: Library) -> None:
    many = [action(f"thing-{number}") for number in range(9)]
    put(year, year.all_of(Meeting)["september"], actions=many)
    year.pages["content/actions.md"] = Page(title="Open actions", render_macros=True)
    year.callers = {"open_actions": "content/actions.md"}
    pack = welcome_pack(year.all_of(Service)["sample-brindle"], PublicLibrary.of(year, TODAY))
    assert pack.more_actions
    assert (len(pack.actions), pack.more_actions.shown, pack.more_actions.link.path) == (8, 8, "actions.md")
    assert pack.more_actions.total == 9 + len(("tea", "room"))


@for_each(
    ("since", "until", "words"),
    [
        (date(2026, 11, 22), TODAY, "1 day"),
        (date(2026, 9, 25), TODAY, "59 days"),
        (date(2026, 8, 24), TODAY, "2 months"),
        (Month(2026, 8), TODAY, "3 months"),
        (date(2024, 11, 24), TODAY, "23 months"),
        (Month(2016, 10), TODAY, "10 years"),
    ],
)
def test_how_long(since: date | Month, until: date, words: str) -> None:
    assert how_long(since, until) == words


@for_each(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (89, "89 minutes"),
        (90, "1 hour 30 minutes"),
        (120, "2 hours"),
        (181, "3 hours 1 minute"),
        (420, "7 hours"),
    ],
)
def test_what_takes_long_is_told_in_hours(minutes: int, words: str) -> None:
    assert minutes_in_words(minutes) == words


# Calendars.


def files(shown: Library, today: date = TODAY) -> dict[str, bytes]:
    return {file.path: file.content for file in due_dates(PublicLibrary.of(shown, today), PLACE)}


def test_a_service_has_a_calendar_of_what_it_has_still_to_do(year: Library) -> None:
    put(
        year,
        year.all_of(Meeting)["september"],
        updates=[Update(date=date(2026, 9, 17), note="The minutes were added.")],
    )
    content = files(year)[CALENDAR]
    [read] = vobject.readComponents(content.decode("utf-8"))
    assert read.x_wr_calname.value == "Sample Network actions: Sample service Brindle"
    tea, cups = sorted(read.vevent_list, key=lambda event: event.dtstart.value)
    assert (tea.summary.value, cups.summary.value) == ("Action due: Do tea.", "Action due: Do cups.")
    assert (tea.dtstart.value, tea.dtend.value) == (date(2026, 11, 1), date(2026, 11, 2))
    assert tea.uid.value == "action.tea@example.org"
    assert tea.sequence.value == "3"
    assert tea.description.value.split("\n")[1:] == [
        "Agreed at March (12 March 2026). Carried over 2 meetings.",
        "https://example.org/kb/services/sample-brindle/",
    ]
    assert (tea.status.value, tea.transp.value) == ("CONFIRMED", "TRANSPARENT")
    other = icalendar.Calendar.from_ical(content)
    assert sorted(event.decoded("dtstart") for event in other.walk("VEVENT")) == [date(2026, 11, 1), date(2026, 12, 1)]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_who_subscribed_hears_that_all_is_done_and_of_a_new_name(year: Library) -> None:
    before = files(year)[CALENDAR]
    rename(year, year.all_of(Service)["sample-brindle"], "brindle")
    for meeting in list(year.all_of(Meeting).values()):
        put(year, meeting, actions=[one.model_copy(update={"owner": "brindle"}) for one in meeting.actions])
    after = files(year)
    assert after[CALENDAR] == after["services/brindle/actions.ics"]
    assert before.count(b"UID:") == after[CALENDAR].count(b"UID:") == 2
    done = [action(name, owner="brindle", done="2026-11-20") for name in ("tea", "cups")]
    put(year, year.all_of(Meeting)["september"], actions=done)
    [read] = vobject.readComponents(files(year)[CALENDAR].decode("utf-8"))
    assert not hasattr(read, "vevent")
    assert read.vtimezone.tzid.value == "Europe/London"


def test_the_calendar_stays_when_an_action_is_handed_on_or_loses_its_day(year: Library) -> None:
    put(year, year.all_of(Meeting)["september"], actions=[action("tea", due=None)])
    assert b"VEVENT" not in files(year)[CALENDAR]
    put(year, year.all_of(Meeting)["september"], actions=[action("tea", owner="another")])
    assert b"VEVENT" not in files(year)[CALENDAR]


def test_every_sign_of_an_action_is_shown_and_one_without_a_due_date_is_in_no_calendar(year: Library) -> None:
    actions = [action("tea"), action("cups", text=HOSTILE), action("room", due=None)]
    put(year, year.all_of(Meeting)["september"], actions=actions)
    [read] = vobject.readComponents(files(year)[CALENDAR].decode("utf-8"))
    texts = [event.summary.value for event in read.vevent_list]
    assert f"Action due: {' '.join(HOSTILE.split())}" in texts
    assert len(texts) == 2
    for meeting in list(year.all_of(Meeting).values()):
        put(year, meeting, actions=[one.model_copy(update={"due": None}) for one in meeting.actions])
    assert files(year) == {}
