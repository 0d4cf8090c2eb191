"""What adds up to what in a published table, as flows that a reader can follow.

A table falls into sheets, such as one for each question of a survey. In a sheet each number is one arc, because at most one side of
it has subtotals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from macros.figures.disclosure.circulation import Circulation, Contradiction
from macros.figures.disclosure.knowledge import Known
from macros.figures.disclosure.limits import UNKNOWN, Range
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import Measure, SurveyRow, TableRow
from macros.kinds.survey_round import ANSWERED, ASKED

# All people of a table, in their groups and together.
_APART, _TOGETHER = "apart", "together"
_NO_ONE = Range(0, 0)
# The answer of those who were asked and gave none, which no table has.
_SILENT = "no answer"
# The tail and the head of an arc, as given or turned round.
Way = Callable[[Hashable, Hashable], tuple[Hashable, Hashable]]


@dataclass(frozen=True)
class Sheet:
    """The part of a table whose numbers depend on each other. `areas` has the area of every service."""

    row: type[TableRow]
    entries: frozenset[Entry]
    areas: Mapping[str, str]

    def groups(self, whose: Whose) -> Sequence[Group]:
        """The groups of one sort that it has numbers of."""
        return self._groups.get(whose, ())

    @cached_property
    def _groups(self) -> Mapping[Whose, Sequence[Group]]:
        found: dict[Whose, list[Group]] = defaultdict(list)
        for group in sorted({entry.group for entry in self.entries}):
            found[group.whose].append(group)
        return found

    def area_of(self, service: Group) -> Group:
        """The area that a service is in."""
        return Group(Whose.AREA, self.areas.get(service.name, ""))

    @cached_property
    def all_areas(self) -> Sequence[Group]:
        """The areas that it has numbers of, and those that its services are in."""
        return sorted({*self.groups(Whose.AREA), *map(self.area_of, self.groups(Whose.SERVICE))})


def sheets(entries: Iterable[Entry], row: type[TableRow], areas: Mapping[str, str]) -> list[Sheet]:
    """The sheets of a table: one for each question, after that of the round as a whole, on which they depend; or only one."""
    parts: dict[str, set[Entry]] = defaultdict(set)
    for entry in entries:
        parts[entry.topic if row is SurveyRow else ""].add(entry)
    return [Sheet(row, frozenset(parts[topic]), areas) for topic in sorted(parts)]


@dataclass
class Flows:
    """A sheet as a circulation, with the arc of each number. `known` is what a reader knows of each from its own cell.

    If it `is_open`, people may belong to none of the groups in it; otherwise everyone belongs to one.
    """

    sheet: Sheet
    known: Known
    is_open: bool
    circulation: Circulation = field(default_factory=Circulation)
    arcs: dict[Entry, int] = field(default_factory=dict)

    def number(self, tail: Hashable, head: Hashable, entry: Entry) -> None:
        """Add the arc of a number. One that the table does not have is unknown."""
        known = self.known(entry) if entry in self.sheet.entries else UNKNOWN
        self.arcs[entry] = self.circulation.add(tail, head, known)

    def seen(self, entry: Entry) -> Range:
        """The range over which a number has been seen so far."""
        return self.circulation.seen(self.arcs[entry])

    def any(self, tail: Hashable, head: Hashable) -> None:
        """Add an arc of which nothing is known."""
        self.circulation.add(tail, head, UNKNOWN)

    def others(self, tail: Hashable, head: Hashable, groups: Sequence[Group]) -> None:
        """Add the arc of those who belong to none of `groups`."""
        self.circulation.add(tail, head, UNKNOWN if self.is_open or not groups else _NO_ONE)


def settled(sheet: Sheet, known: Known) -> Flows:
    """A sheet as a reader sees it, who first supposes that everyone belongs to one of the groups. Raises `Contradiction`."""
    try:
        return _flows(sheet, known, is_open=False)
    except Contradiction:
        return _flows(sheet, known, is_open=True)


def _flows(sheet: Sheet, known: Known, *, is_open: bool) -> Flows:
    made = Flows(sheet, known, is_open)
    if sheet.row is SurveyRow:
        _add_question(made)
    else:
        _add_workforce(made)
    made.circulation.settle()
    return made


def _add_question(made: Flows) -> None:
    """Everyone, apart by role, then by answer, area and service, and together again.

    In the round as a whole, those who were asked answered or did not.
    """
    sheet = made.sheet
    topic = next(entry.topic for entry in sheet.entries)
    whole, silent = (ANSWERED, set()) if topic else (ASKED, {_SILENT})
    answers = sorted({entry.what for entry in sheet.entries} - {whole} | silent)
    roles, services = sheet.groups(Whose.ROLE), sheet.groups(Whose.SERVICE)
    made.number(_TOGETHER, _APART, Entry(EVERYONE, topic, whole))
    for role in roles:
        made.number(_APART, role, Entry(role, topic, whole))
    for area in sheet.all_areas:
        made.number(area, _TOGETHER, Entry(area, topic, whole))
    for service in services:
        made.number(service, sheet.area_of(service), Entry(service, topic, whole))
    for answer in answers:
        given, taken = ("given", answer), ("taken", answer)
        for role in roles:
            made.number(role, given, Entry(role, topic, answer))
        made.others(_APART, given, roles)
        made.number(given, taken, Entry(EVERYONE, topic, answer))
        for area in sheet.all_areas:
            made.number(taken, (area, answer), Entry(area, topic, answer))
        made.others(taken, _TOGETHER, services)
        for service in services:
            made.number((sheet.area_of(service), answer), service, Entry(service, topic, answer))
        for area in sheet.groups(Whose.AREA):
            if area not in map(sheet.area_of, services):
                made.any((area, answer), area)


def _add_workforce(made: Flows) -> None:
    """Services, each with who comes in and who goes out: who was there, joined or moved in stays, leaves or moves out."""
    sheet = made.sheet
    moving, leaving = ("moving",), ("leaving",)
    for measure, outside in ((Measure.START, _APART), (Measure.JOINED, _APART), (Measure.MOVED_IN, moving)):
        _add_measure(made, measure, lambda tail, head: (tail, head), outside)
    for measure, outside in ((Measure.END, _TOGETHER), (Measure.LEFT, leaving), (Measure.MOVED_OUT, moving)):
        _add_measure(made, measure, lambda tail, head: (head, tail), outside)
    destinations = sorted({entry.what for entry in sheet.entries if entry.what})
    for destination in destinations:
        made.number(leaving, _TOGETHER, Entry(EVERYONE, Measure.LEFT.value, destination))
    if not destinations:
        made.any(leaving, _TOGETHER)
    made.any(_TOGETHER, _APART)


def _add_measure(made: Flows, measure: Measure, way: Way, outside: Hashable) -> None:
    """Everyone of a measure, who come from `outside`, apart by area and service; or, the other way, go there."""
    sheet, topic, by_role = made.sheet, measure.value, (measure, "by role")
    roles, services = sheet.groups(Whose.ROLE), sheet.groups(Whose.SERVICE)
    for role in roles:
        made.number(*way(outside, by_role), Entry(role, topic))
    made.others(*way(outside, by_role), roles)
    made.number(*way(by_role, measure), Entry(EVERYONE, topic))
    made.others(*way(measure, EVERYONE), services)
    for area in sheet.all_areas:
        made.number(*way(measure, (measure, area)), Entry(area, topic))
        if area not in map(sheet.area_of, services):
            made.any(*way((measure, area), area))
    for service in services:
        made.number(*way((measure, sheet.area_of(service)), service), Entry(service, topic))
