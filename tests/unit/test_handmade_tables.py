"""Tables in which it is hard to hide anybody: each is protected, and then nothing can be worked out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from macros.figures.disclosure.attack import attack
from macros.figures.disclosure.limits import Limits
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Reason, Release
from macros.figures.disclosure.unprotected import missing, unprotected
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow, TableRow, WorkforceRow
from macros.schema.network import DisclosureSettings
from macros.schema.protected import HIDDEN
from tests.support.cases import for_each

SETTINGS = DisclosureSettings()
SPRING, SUMMER = (date(2026, 3, 2), date(2026, 3, 20)), (date(2026, 6, 1), date(2026, 6, 19))
# How many gave the first, the second ... answer in each service. The area is the first part of a service's name.
Answers = Mapping[str, Sequence[int]]


def survey(services: Answers, *, asked: int = 0, roles: Answers | None = None, period: object = None) -> RawTable:
    """A round with one question. `asked` did not answer in each service."""
    counts: Counter[Entry] = Counter()
    for service, given in services.items():
        groups = [EVERYONE, Group(Whose.AREA, service.split("-")[0]), Group(Whose.SERVICE, service)]
        _count(counts, groups, given)
        for group in groups:
            counts[Entry(group, "", "asked")] += sum(given) + asked
    for role, given in (roles or {}).items():
        _count(counts, [Group(Whose.ROLE, role)], given)
    areas = {service: service.split("-")[0] for service in services}
    return RawTable(SurveyRow, counts, areas, period)  # type: ignore[arg-type]


def _count(counts: Counter[Entry], groups: Sequence[Group], given: Sequence[int]) -> None:
    for group in groups:
        counts[Entry(group, "", "answered")] += sum(given)
        counts[Entry(group, "q", "answered")] += sum(given)
        for number, people in enumerate(given):
            counts[Entry(group, "q", f"answer-{number}")] += people


def workforce(services: Answers, *, period: object = None, left: Sequence[int] = ()) -> RawTable:
    """Twelve months: who was there, joined, moved in, moved out and left in each service, and where those went who left."""
    counts: Counter[Entry] = Counter()
    for service, (start, joined, moved_in, moved_out, gone) in services.items():
        end = start + joined + moved_in - moved_out - gone
        numbers = {
            "start": start,
            "joined": joined,
            "moved-in": moved_in,
            "moved-out": moved_out,
            "left": gone,
            "end": end,
        }
        for group in (EVERYONE, Group(Whose.AREA, service.split("-")[0]), Group(Whose.SERVICE, service)):
            for measure, number in numbers.items():
                counts[Entry(group, measure)] += number
    for number, gone in enumerate(left):
        counts[Entry(EVERYONE, "left", ("left-nhs", "other", "not-known")[number])] = gone
    return RawTable(WorkforceRow, counts, {one: one.split("-")[0] for one in services}, period)  # type: ignore[arg-type]


LARGE: Answers = {"a-1": (40, 30, 20), "a-2": (35, 25, 30), "b-1": (20, 45, 25)}

HANDMADE: dict[str, RawTable] = {
    "one respondent": survey({"a-1": (1, 0, 0)}),
    "one respondent beside large services": survey({**LARGE, "a-3": (1, 0, 0)}),
    "ten respondents, one too few": survey({**LARGE, "b-2": (4, 3, 3)}),
    "eleven respondents, just enough": survey({**LARGE, "b-2": (9, 1, 1)}),
    "no one answered": survey({**LARGE, "b-2": (0, 0, 0)}, asked=20),
    "all the same answer": survey({"a-1": (40, 0, 0)}),
    "all the same answer in one service": survey({**LARGE, "b-2": (0, 40, 0)}),
    "all but one the same answer": survey({**LARGE, "b-2": (39, 0, 1)}),
    "no one gave one of the answers": survey({"a-1": (40, 30, 0), "a-2": (30, 35, 0), "b-1": (50, 20, 0)}),
    "one person in the network gave an answer": survey({"a-1": (40, 30, 0), "a-2": (30, 35, 1), "b-1": (50, 20, 0)}),
    "a service that is the whole of its area": survey({"a-1": (30, 20, 4), "a-2": (25, 25, 25), "b-1": (40, 9, 3)}),
    "a small service that is the whole of its area": survey(
        {"a-1": (30, 20, 10), "a-2": (25, 25, 25), "b-1": (3, 2, 1)}
    ),
    "one service that is the network": survey({"a-1": (30, 20, 4)}),
    "two services, one of them small": survey({"a-1": (30, 20, 24), "a-2": (2, 3, 1)}),
    "only small services": survey({f"a-{number}": (2, 3, 4) for number in range(6)}),
    "a hidden number alone in its row and column": survey(
        {"a-1": (20, 20, 3), "a-2": (20, 20, 20), "a-3": (20, 20, 20)}
    ),
    "one hidden number in every row and column": survey({"a-1": (3, 20, 20), "a-2": (20, 3, 20), "a-3": (20, 20, 3)}),
    "numbers at the limit": survey({"a-1": (8, 7, 8), "a-2": (7, 8, 8), "b-1": (8, 8, 7)}),
    "numbers that all round up": survey({"a-1": (13, 18, 3), "a-2": (23, 28, 33), "b-1": (18, 13, 23)}),
    "numbers that all round down": survey({"a-1": (12, 17, 3), "a-2": (22, 27, 32), "b-1": (17, 12, 22)}),
    "two answers": survey({"a-1": (35, 5), "a-2": (30, 25), "b-1": (12, 1)}),
    "two answers, one of which no one gave": survey({"a-1": (35, 0), "a-2": (30, 0)}),
    "a role that nearly everyone has": survey(LARGE, roles={"practitioner": (94, 99, 72), "manager": (1, 1, 3)}),
    "a role with one person": survey(LARGE, roles={"practitioner": (94, 100, 75), "manager": (1, 0, 0)}),
    "a total published elsewhere": survey(
        {"a-1": (20, 15, 4), "a-2": (20, 16, 20)}, roles={"practitioner": (40, 31, 24)}
    ),
    "fewer asked than may be shown": survey({**LARGE, "b-2": (2, 1, 0)}, asked=3),
    "a service in which nearly all were left out": survey({**LARGE, "b-2": (6, 5, 4)}, asked=60),
    "a service that closes": workforce(
        {"a-1": (40, 9, 0, 20, 29), "a-2": (60, 12, 12, 0, 10), "b-1": (50, 12, 8, 0, 9)}
    ),
    "a service that opens": workforce({"a-1": (0, 9, 20, 0, 0), "a-2": (60, 12, 0, 12, 10), "b-1": (50, 12, 0, 8, 9)}),
    "one person who leaves": workforce({"a-1": (40, 0, 0, 0, 1), "a-2": (60, 12, 0, 0, 10)}, left=(9, 1, 1)),
    "no one leaves": workforce({"a-1": (40, 0, 0, 0, 0), "a-2": (60, 0, 0, 0, 0)}),
    "two who change places": workforce({"a-1": (40, 9, 1, 1, 9), "a-2": (60, 12, 1, 1, 10), "b-1": (30, 8, 0, 0, 8)}),
}


def attacked(raw: RawTable, earlier: Sequence[Release] = ()) -> Release:
    """The protected table, out of which nothing can be worked out."""
    release, limits = protect(raw, SETTINGS, earlier).release, Limits(SETTINGS, raw.row)
    assert list(unprotected(release, limits)) == []
    assert list(missing(release)) == []
    assert list(attack(release, limits, earlier)) == []
    return release


@for_each("name", HANDMADE)
def test_nothing_can_be_worked_out(name: str) -> None:
    assert len(HANDMADE) >= 30
    attacked(HANDMADE[name])


@pytest.mark.thorough
@for_each("one", [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
@for_each("service", ["a-1", "b-1"])
@for_each("before", [{"a-1": (28, 12, 9), "b-1": (30, 22, 4)}, {"a-1": (27, 22, 3), "b-1": (32, 17, 13)}])
def test_a_second_round_does_not_say_how_one_more_person_answered(
    before: Answers, service: str, one: Sequence[int]
) -> None:
    first = attacked(survey(before, period=SPRING))
    after = {**before, service: [old + more for old, more in zip(before[service], one, strict=True)]}
    attacked(survey(after, period=SUMMER), [first])
    # The other way round, one person has left.
    attacked(survey(before, period=SUMMER), [attacked(survey(after, period=SPRING))])


def test_rounds_that_differ_by_one_person_are_a_danger_and_years_are_not() -> None:
    first = attacked(survey({"a-1": (27, 16, 14, 0)}, period=SPRING))
    second = survey({"a-1": (28, 16, 14, 0)}, period=SUMMER)
    limits = Limits(SETTINGS, SurveyRow)
    alone = protect(second, SETTINGS).release
    assert any(attack(alone, limits, [first]))
    protected = protect(second, SETTINGS, [first])
    assert Reason.EARLIER_RELEASE in protected.reasons.values()
    next_year = (date(2027, 3, 1), date(2027, 3, 19))
    later = protect(RawTable(SurveyRow, second.counts, second.areas, next_year), SETTINGS, [first])
    assert Reason.EARLIER_RELEASE not in later.reasons.values()


def test_people_at_the_end_are_those_at_the_start_of_the_next_period() -> None:
    periods = [(date(2024, 4, 1), date(2025, 3, 31)), (date(2025, 4, 1), date(2026, 3, 31))]
    services: Answers = {"a-1": (40, 9, 0, 0, 20), "a-2": (13, 2, 0, 0, 6), "b-1": (50, 12, 0, 0, 12)}
    first = attacked(workforce(services, period=periods[0]))
    following: Answers = {"a-1": (29, 20, 0, 0, 9), "a-2": (9, 9, 0, 0, 2), "b-1": (50, 12, 0, 0, 12)}
    second = attacked(workforce(following, period=periods[1]), [first])
    for group in {entry.group for entry in first.cells}:
        end, start = Entry(group, "end"), Entry(group, "start")
        assert first.cells[end] is HIDDEN or second.cells[start] in (HIDDEN, first.cells[end])
        assert first.cells[end] is not HIDDEN or second.cells[start] is HIDDEN


@for_each("row", [SurveyRow, WorkforceRow])
def test_a_table_with_nobody_in_it_is_hidden(row: type[TableRow]) -> None:
    entry = Entry(EVERYONE, "", "answered") if row is SurveyRow else Entry(EVERYONE, "start")
    assert protect(RawTable(row, {entry: 0}, {}), SETTINGS).cells == {entry: HIDDEN}
