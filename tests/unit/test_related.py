"""Which records are shown as related, and in which order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from macros.kinds import Evidence, Initiative, Record, Review, ReviewOutcome
from macros.library.library import Library
from macros.pages.related import MOST_RELATED, inverted_index, related
from tests.support.exporting import public, put

ALONE: dict[str, Any] = {"tags": [], "services": [], "evidence": [], "adopted_by": [], "quotes": []}


@pytest.fixture
def library(shown: Library) -> Library:
    """The orchard with only what a test puts there: one initiative that shares a theme, a service and a study."""
    picnic, survey = shown.all_of(Initiative)["picnic"], shown.all_of(Evidence)["shade-survey"]
    for kind in ("initiative", "meeting", "evidence"):
        shown.records[kind].clear()
    put(shown, survey, tags=[])
    put(
        shown,
        picnic,
        added=date(2016, 10, 1),
        updates=[],
        **ALONE | {"tags": ["rest"], "services": ["apple"], "evidence": ["shade-survey"]},
    )
    return shown


def add(library: Library, name: str, added: date = date(2026, 1, 1), **values: list[str]) -> None:
    put(library, library.all_of(Initiative)["picnic"], name, **ALONE | {"added": added, "updates": []} | values)


def ids(library: Library, record: Record | None = None) -> list[str]:
    now = public(library)
    return [one.id for one in related(record or library.all_of(Initiative)["picnic"], now, inverted_index(now))]


def test_whoever_shares_more_comes_first(library: Library) -> None:
    add(library, "a-theme", tags=["rest"])
    add(library, "b-theme-and-service", tags=["rest"], services=["apple"])
    add(library, "c-all-three", tags=["rest"], services=["apple"], evidence=["shade-survey"])
    assert ids(library) == ["c-all-three", "b-theme-and-service", "a-theme"]


def test_what_few_share_tells_more_than_what_many_do(library: Library) -> None:
    add(library, "z-shares-the-study", evidence=["shade-survey"])
    for number in range(3):
        add(library, f"a-shares-the-theme-{number}", tags=["rest"])
    assert ids(library)[0] == "z-shares-the-study"


def test_what_shares_as_much_is_in_the_order_of_its_path(library: Library) -> None:
    add(library, "b", date(2026, 2, 1), tags=["rest"])
    add(library, "a", date(2026, 1, 1), tags=["rest"])
    assert ids(library) == ["a", "b"]


def test_no_more_than_a_few_are_listed_and_of_a_crowd_only_the_newest_are_looked_at(library: Library) -> None:
    for number in range(20):
        add(library, f"number-{number:02}", date(2026, 1, 1 + number), tags=["rest"])
    # Fifteen of each theme: the older ones are not among them, although their paths come first.
    assert ids(library) == [f"number-{number:02}" for number in range(5, 5 + MOST_RELATED)]


def test_what_shares_nothing_is_not_related(library: Library) -> None:
    add(library, "elsewhere", tags=["company"], services=["pear"])
    assert ids(library) == []


def test_what_the_page_links_to_already_is_left_out(library: Library) -> None:
    survey = library.all_of(Evidence)["shade-survey"]
    put(library, survey, tags=["rest"])
    add(library, "links-here", tags=["rest"], replaced_by=["picnic"])
    add(library, "beside", tags=["rest"])
    # The study stands in a field of the picnic, and the page says what it replaces.
    assert ids(library) == ["beside"]
    assert ids(library, survey) == ["beside", "links-here"]


def test_retired_records_are_not_related_to_others_but_have_some_of_their_own(library: Library) -> None:
    add(library, "retired", tags=["rest"])
    reviews = [Review(date=date(2026, 11, 2), outcome=ReviewOutcome.RETIRED)]
    retired = put(library, library.all_of(Initiative)["retired"], reviews=reviews)
    assert ids(library) == []
    assert ids(library, retired) == ["picnic"]
