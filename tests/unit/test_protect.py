"""What may be published of a table of people: small numbers are hidden, and so is what would give them away."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.figures.disclosure.attack import attack, bounds
from macros.figures.disclosure.limits import Limits, Range, in_words, rounded
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import ProtectedTable, RawTable, Reason
from macros.figures.disclosure.shares import share
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow
from macros.schema.network import DisclosureSettings
from macros.schema.protected import HIDDEN
from tests.support.cases import for_each

SETTINGS = DisclosureSettings()
ANSWERS = ("agree", "neither", "disagree")


def one_question(everyone: tuple[int, ...], **services: tuple[int, ...]) -> RawTable:
    """A question with so many people for each answer, of everyone and of services that are all in one area."""
    groups = {EVERYONE: everyone, **{Group(Whose.SERVICE, name): counts for name, counts in services.items()}}
    counts = {}
    for group, given in groups.items():
        counts[Entry(group, "breaks", "answered")] = sum(given)
        counts |= {Entry(group, "breaks", answer): number for answer, number in zip(ANSWERS, given, strict=True)}
    return RawTable(SurveyRow, counts, dict.fromkeys(services, "north"))


def test_numbers_are_rounded_to_the_nearest_5() -> None:
    assert [rounded(number) for number in (8, 10, 12, 13, 27, 28)] == [10, 10, 10, 15, 25, 30]


def test_what_can_be_shown_is_shown() -> None:
    table = protect(one_question((23, 9, 8)), SETTINGS)
    assert table.reasons == {}
    assert [table.cells[Entry(EVERYONE, "breaks", what)] for what in ("answered", *ANSWERS)] == [40, 25, 10, 10]


def test_a_group_of_fewer_than_11_is_hidden_with_everything_in_it() -> None:
    table = protect(one_question((10, 0, 0)), SETTINGS)
    assert set(table.cells.values()) == {HIDDEN}
    assert set(table.reasons.values()) <= {Reason.SMALL_GROUP, Reason.SMALL_COUNT}


def test_a_count_that_would_be_left_over_is_hidden_with_another() -> None:
    # Of 42 people at most, 28 and 8 at least answered otherwise: without more hidden numbers, 6 would be left for the third answer.
    table = protect(one_question((28, 9, 3)), SETTINGS)
    assert table.reasons[Entry(EVERYONE, "breaks", "disagree")] is Reason.SMALL_COUNT
    assert table.reasons[Entry(EVERYONE, "breaks", "neither")] is Reason.WORKED_OUT
    # One alone is not shown.
    assert table.reasons[Entry(EVERYONE, "breaks", "agree")] is Reason.HARDLY_ANY_SHOWN
    assert table.cells[Entry(EVERYONE, "breaks", "answered")] == 40


def test_a_hidden_number_may_be_all_that_is_stated_and_more() -> None:
    table = protect(one_question((60, 50, 40), apple=(30, 40, 4), pear=(30, 10, 36)), SETTINGS)
    limits = Limits(SETTINGS, SurveyRow)
    assert list(attack(table.release, limits)) == []
    found = bounds(table.release, limits)
    assert Entry(Group(Whose.SERVICE, "apple"), "breaks", "disagree") in found
    assert all(one.covers(Range(0, 7)) for one in found.values())


@for_each(
    ("part", "base", "said"),
    [(10, 200, "5%"), (10, 250, "under 5%"), (40, 40, "over 95%"), (15, 40, "38%"), (HIDDEN, 40, ""), (10, HIDDEN, "")],
)
def test_a_share_never_says_all_or_nobody(part: object, base: object, said: str) -> None:
    assert share(part, base) == said  # type: ignore[arg-type]


@for_each("laxer", [{"fewest_people": 10}, {"smallest_count": 7}, {"months_alike": 5}])
def test_a_network_cannot_be_less_strict(laxer: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        DisclosureSettings(**laxer)


def test_a_network_can_be_stricter() -> None:
    stricter = DisclosureSettings(fewest_people=30, smallest_count=12)
    table = one_question((23, 13, 9))
    assert table_of(protect(table, SETTINGS)) == [45, 25, 15, 10]
    assert protect(table, stricter).reasons[Entry(EVERYONE, "breaks", "disagree")] is Reason.SMALL_COUNT
    assert set(table_of(protect(one_question((9, 9, 9)), stricter))) == {HIDDEN}
    assert "fewer than 30 people" in " ".join(in_words(stricter))


def table_of(table: ProtectedTable) -> list[object]:
    """What is published of everyone, and of each answer."""
    return [table.cells[Entry(EVERYONE, "breaks", what)] for what in ("answered", *ANSWERS)]
