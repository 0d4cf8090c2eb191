"""A meeting of which only the month is known: every place that tells of it says so, and none makes up a day."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from macros.kinds import Meeting, MeetingStage, Service
from macros.library.library import Library
from macros.outputs.calendars import calendars
from macros.pages.digest import digest
from macros.pages.edit_links import EditLinks
from macros.pages.home import next_meeting
from macros.pages.lists import list_page
from macros.pages.meeting import view
from macros.pages.welcome import welcome_pack
from macros.propose.site_form import Wanted, proposal_form
from macros.schema.types import Month
from tests.support.exporting import PLACE, public, put
from tests.support.reading import words
from tests.support.rendering import renderer

SOON = "November 2026 (day not set yet)"


@pytest.fixture
def meeting(small: Library) -> Meeting:
    """The only meeting, planned for some day of the month that it is."""
    held = small.all_of(Meeting).pop("sample-meeting")
    values = {"date": Month(2026, 11), "stage": MeetingStage.PLANNED, "starts": None, "ends": None, "place": None}
    return put(small, held, "autumn", title="The autumn meeting", **values)


def test_the_home_page_says_the_month_and_leads_to_the_meeting(small: Library, meeting: Meeting) -> None:
    shown = next_meeting(public(small))
    page = html.fragment_fromstring(
        str(renderer().render("next_meeting.html.j2", "", next=shown, any_held=False)).strip()
    )
    assert words(page).startswith(f"{SOON} The autumn meeting Planned")
    assert [link.get("href") for link in page.iter("a")] == ["meetings/autumn/"], "there is no day for a calendar yet"


def test_every_other_page_says_the_same(small: Library, meeting: Meeting) -> None:
    shown = public(small)
    [listing] = list_page("meeting", shown).listings
    assert (listing.title, [entry.facts for entry in listing.entries]) == ("To come", [[SOON]])
    assert [item.text for fact in view(meeting, shown).facts if fact.label == "Date" for item in fact.items] == [SOON]
    pack = welcome_pack(small.all_of(Service)["sample-brindle"], shown)
    assert pack.meeting is not None
    assert (pack.when, pack.meeting.path) == (SOON, "meetings/autumn.md")
    told = digest(shown, date(2026, 1, 1)).next_meeting
    assert told is not None
    assert told.note == SOON
    assert (
        proposal_form(Wanted("topic", "propose-topic"), shown, EditLinks("")).meeting == f"The autumn meeting, {SOON}"
    )


def test_no_calendar_has_it(small: Library, meeting: Meeting) -> None:
    assert not any(b"BEGIN:VEVENT" in file.content for file in calendars(public(small), PLACE))


def test_it_is_to_come_until_its_month_is_over(small: Library, meeting: Meeting) -> None:
    put(small, meeting, date=Month(2026, 10))
    assert next_meeting(public(small)) is None
    put(small, meeting, "spring", date=date(2026, 11, 24), title="The other meeting")
    put(small, meeting, date=Month(2026, 12))
    assert [one.id for one in public(small).meetings_to_come] == ["spring", "autumn"]
