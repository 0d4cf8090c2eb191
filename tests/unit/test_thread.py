"""The item that every meeting has, followed through the periods in which the network meets."""

from __future__ import annotations

from datetime import date

import pytest

from macros.kinds import Meeting
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.pages.standing_item import Gap, Thread, thread_page
from macros.schema.types import Month
from tests.support.exporting import put
from tests.support.rendering import renderer


@pytest.fixture
def since_2024(small: Library) -> Library:
    """A network that has met every three months since November 2024, of which three meetings are on record."""
    small.network = small.network.model_copy(update={"established": Month(2024, 11), "meets_every": 3})
    first = small.all_of(Meeting).pop("sample-meeting")
    put(small, first, "first", date=Month(2024, 11))
    put(small, first, "second", date=date(2026, 1, 31))
    put(small, first, "another", date=date(2026, 1, 15))
    return small


def told(thread: Thread) -> list[str]:
    return [
        f"{step.first} to {step.last}" if isinstance(step, Gap) else str(step.meeting.date) for step in thread.steps
    ]


def test_gaps_are_folded_and_the_period_under_way_is_none_yet(since_2024: Library) -> None:
    page = thread_page(PublicLibrary.of(since_2024, date(2026, 7, 31)))
    assert told(page) == ["2024-11", "2025-02 to 2025-10", "2026-01-15", "2026-01-31", "2026-02 to 2026-04"]
    assert page.meetings == 3
    assert told(thread_page(PublicLibrary.of(since_2024, date(2026, 8, 1))))[-1] == "2026-02 to 2026-07"


def test_a_gap_that_has_not_ended_goes_on_until_now(since_2024: Library) -> None:
    page = thread_page(PublicLibrary.of(since_2024, date(2026, 7, 31)))
    shown = str(renderer().render("thread.html.j2", "standing-item/", thread=page))
    assert "No meeting on record from February 2025 to October 2025." in shown
    assert "We have no record of a meeting after 31 January 2026." in shown


def test_a_record_counts_as_soon_as_it_is_there(since_2024: Library) -> None:
    put(since_2024, since_2024.all_of(Meeting)["second"], "third", date=date(2026, 5, 1))
    page = thread_page(PublicLibrary.of(since_2024, date(2026, 5, 2)))
    assert (told(page)[-1], page.meetings) == ("2026-05-01", 4)


def test_a_network_may_meet_as_often_as_it_likes(since_2024: Library) -> None:
    since_2024.network = since_2024.network.model_copy(update={"meets_every": 2})
    page = thread_page(PublicLibrary.of(since_2024, date(2026, 1, 2)))
    assert told(page) == ["2024-11", "2025-01 to 2025-12", "2026-01-15", "2026-01-31"]


def test_a_network_on_its_first_day_has_missed_nothing(since_2024: Library) -> None:
    since_2024.all_of(Meeting).clear()
    page = thread_page(PublicLibrary.of(since_2024, date(2024, 11, 1)))
    assert (told(page), page.meetings) == ([], 0)


def test_a_network_that_has_written_up_no_meeting_has_missed_nothing(since_2024: Library) -> None:
    since_2024.all_of(Meeting).clear()
    page = thread_page(PublicLibrary.of(since_2024, date(2026, 7, 31)))
    assert (told(page), page.meetings) == ([], 0)
    shown = str(renderer().render("thread.html.j2", "standing-item/", thread=page))
    assert "No meeting is on record yet." in shown
