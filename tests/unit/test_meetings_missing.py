"""A network that meets regularly is told of a time without a meeting, once there is certainly one missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from macros.kinds import Meeting, MeetingStage
from macros.library.library import Library
from macros.library.meetings_missing import meetings_missing
from macros.pages.edit_links import EditLinks
from macros.pages.reviews import reviews_page
from tests.support.exporting import public, put
from tests.support.project import TODAY
from tests.support.rendering import renderer

PLANNED: dict[str, Any] = {"stage": MeetingStage.PLANNED}
OFF: dict[str, Any] = {"stage": MeetingStage.CANCELLED, "reason": "The hall is closed."}


def only(shown: Library, *meetings: tuple[date, dict[str, Any]]) -> None:
    """Leave meetings on these days alone, held unless they say otherwise."""
    model = next(one for one in shown.all_of(Meeting).values() if one.is_held)
    shown.records[Meeting.KIND].clear()
    for number, (day, values) in enumerate(meetings):
        put(shown, model, f"number-{number}", date=day, **values)


def missing(shown: Library, today: date = TODAY) -> list[tuple[str, str | None]]:
    found = meetings_missing(shown.all_of(Meeting).values(), shown.network, today)
    return [(str(one.last.date), str(one.following.date) if one.following else None) for one in found]


@pytest.mark.parametrize(
    ("today", "is_told"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True), (date(2026, 12, 1), True)]
)
def test_it_is_told_once_the_month_of_the_next_meeting_is_over(today: date, is_told: bool, shown: Library) -> None:
    only(shown, (date(2026, 3, 12), {}))
    assert missing(shown, today) == ([("2026-03-12", None)] if is_told else [])


def test_a_planned_meeting_is_enough_and_one_that_is_called_off_is_not(shown: Library) -> None:
    only(shown, (date(2026, 3, 12), {}), (date(2026, 12, 10), PLANNED | {"starts": None}))
    assert missing(shown) == [("2026-03-12", "2026-12-10")]
    only(shown, (date(2026, 9, 10), {}), (date(2026, 12, 10), PLANNED))
    assert missing(shown) == []
    only(shown, (date(2026, 6, 11), {}), (date(2026, 12, 10), OFF))
    assert missing(shown) == [("2026-06-11", None)]


def test_gaps_of_the_past_are_not_told_again_and_again(shown: Library) -> None:
    only(shown, (date(2020, 3, 12), {}), (date(2026, 9, 10), {}))
    assert missing(shown) == []


def test_a_network_without_a_meeting_is_not_told_that_one_is_missing(shown: Library) -> None:
    only(shown)
    assert missing(shown) == []


def test_the_page_of_reviews_tells_it(shown: Library) -> None:
    only(shown, (date(2026, 3, 12), {}))
    page = reviews_page(public(shown), EditLinks(""))
    html = renderer().render("reviews.html.j2", "reviews/", page=page)
    assert "there is no record of a meeting after 12 March 2026" in html
    only(shown, (date(2026, 9, 10), {}))
    page = reviews_page(public(shown), EditLinks(""))
    assert "Meetings that are missing" not in renderer().render("reviews.html.j2", "reviews/", page=page)
