"""What a reader learns from one survey to the next.

A survey counts people anew. But a reader may know that only one person has come to a service or left it, and suppose that all others
answered as before: then a number that has changed gives away how that person answered, and the exact numbers around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from macros.figures.disclosure.circulation import Contradiction
from macros.figures.disclosure.knowledge import Known, knowledge
from macros.figures.disclosure.limits import Limits, Range
from macros.figures.disclosure.release import Narrowed, Reason, Release
from macros.figures.disclosure.sums import Flows, Sheet, settled
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow
from macros.kinds.survey_round import ANSWERED
from macros.schema.protected import Hidden


@dataclass(frozen=True)
class _Change:
    """One person more or fewer in `groups`, who gave `answer`; nobody if `by` is 0."""

    groups: frozenset[Group] = frozenset()
    answer: str = ""
    by: int = 0

    def of(self, entry: Entry) -> int:
        """By how much it changes a number."""
        return self.by if entry.group in self.groups and entry.what in (self.answer, ANSWERED) else 0


def narrowed_since(sheet: Sheet, now: Release, earlier: Iterable[Release], limits: Limits) -> Iterator[Narrowed]:
    """The numbers, hidden now or before, of which a reader can work out more who compares a sheet with earlier releases.

    What an earlier release alone tells of a number is nothing that this one could hide.
    """
    if now.row is not SurveyRow:
        return
    for before in earlier:
        linked = sheet.entries & before.cells.keys()
        for groups, changes in _suppositions(sheet):
            entries = sorted(entry for entry in linked if entry.group in groups)
            # Two tables that say the same say no more than one.
            if any(now.cells[entry] != before.cells[entry] for entry in entries):
                yield from _Link(sheet, entries, now, before, limits).narrowed(changes)


def _suppositions(sheet: Sheet) -> Iterator[tuple[set[Group], list[_Change]]]:
    """The groups in which a reader may suppose one person's difference at most, with whatever that can be.

    One service, one role, or the whole network, where the person is in one of the services.
    """
    services, roles = sheet.groups(Whose.SERVICE), sheet.groups(Whose.ROLE)
    for group in (*services, *roles):
        yield {group}, _changes(sheet, [{group}])
    paths = [{EVERYONE, sheet.area_of(service), service} for service in services]
    yield {EVERYONE, *sheet.all_areas(), *services}, _changes(sheet, paths or [{EVERYONE}])


def _changes(sheet: Sheet, paths: Iterable[set[Group]]) -> list[_Change]:
    answers = sorted({entry.what for entry in sheet.entries} - {ANSWERED}) or [ANSWERED]
    some = [_Change(frozenset(path), answer, by) for path in paths for answer in answers for by in (1, -1)]
    return [_Change(), *some]


@dataclass(frozen=True)
class _Link:
    """The `entries` of a sheet that a reader compares with an earlier release."""

    sheet: Sheet
    entries: list[Entry]
    now: Release
    before: Release
    limits: Limits

    def narrowed(self, changes: Iterable[_Change]) -> Iterator[Narrowed]:
        """The numbers that the comparison narrows, if any of the `changes` fits both releases."""
        then, today = knowledge(self.before, self.limits), knowledge(self.now, self.limits)
        possible = [(change, made) for change in changes if (made := self._settled(then, today, change))]
        if not possible:
            return
        for entry in self.entries:
            if isinstance(self.before.cells[entry], Hidden):
                yield from self._compared(entry, self.limits.stated(entry), possible, is_before=True)
            if isinstance(self.now.cells[entry], Hidden):
                told = then(entry).moved(-1) | then(entry).moved(1)
                yield from self._compared(entry, self.limits.stated(entry) & told, possible, is_before=False)

    def _settled(self, then: Known, today: Known, change: _Change) -> Flows | None:
        """The sheet as it has to be after a change; None if it cannot be."""
        ranges = {entry: today(entry) & then(entry).moved(change.of(entry)) for entry in self.entries}
        if any(one.is_empty for one in ranges.values()):
            return None
        try:
            return settled(self.sheet, lambda entry: ranges.get(entry) or today(entry))
        except Contradiction:
            return None

    def _compared(
        self, entry: Entry, stated: Range, possible: Iterable[tuple[_Change, Flows]], *, is_before: bool
    ) -> Iterator[Narrowed]:
        found: list[Range] = []
        through: set[Entry] = set()
        for change, made in possible:
            arc, by = made.arcs[entry], change.of(entry) if is_before else 0
            names = {number: name for name, number in made.arcs.items()}
            blocking = made.circulation.stretch(arc, Range(stated.low + by, stated.high + by))
            through.update(names[one] for one in blocking if one in names)
            found.append(made.seen(entry).moved(-by))
        if not reduce(or_, found).covers(stated):
            yield Narrowed(entry, stated, reduce(or_, found), tuple(sorted(through)), Reason.EARLIER_RELEASE)
