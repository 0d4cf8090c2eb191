"""What a reader learns from one survey to the next.

A survey counts people anew. But if two are close, a reader who knows that only one person has come or left may suppose that all
others answered as before: then a number that has changed gives away how that person answered, and the exact numbers around it.
Readers may suppose this of their own service or role, and then use what is published of that group, or of the whole network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.figures.disclosure.circulation import Contradiction
from macros.figures.disclosure.knowledge import knowledge
from macros.figures.disclosure.limits import Limits, Range
from macros.figures.disclosure.release import Narrowed, Reason, Release
from macros.figures.disclosure.sums import Sheet, settled
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow
from macros.kinds.survey_round import ANSWERED
from macros.schema.protected import Hidden

Ranges = Mapping[Entry, Range]


@dataclass(frozen=True)
class _Change:
    """One person more or fewer in `groups`, who gave `answer`; no one if `by` is 0."""

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
    if sheet.row is not SurveyRow:
        return
    services = sheet.groups(Whose.SERVICE)
    for before in earlier:
        if not before.is_like(now, limits.settings.months_alike) or sheet.entries.isdisjoint(before.cells):
            continue
        link = _Link(sheet, now, before, limits)
        for group in (*(services or [EVERYONE]), *sheet.groups(Whose.ROLE)):
            yield from link.narrowed_in_group(group)
        if services:
            yield from link.narrowed_in_network()


class _Link:
    """A sheet in two releases."""

    def __init__(self, sheet: Sheet, now: Release, before: Release, limits: Limits) -> None:
        self.sheet, self.now, self.before, self.limits = sheet, now, before, limits
        self.then, self.today = knowledge(before, limits), knowledge(now, limits)
        self.answers = sorted({entry.what for entry in sheet.entries} - {ANSWERED}) or [ANSWERED]
        self.linked = sorted(sheet.entries & before.cells.keys())

    def narrowed_in_group(self, group: Group) -> Iterator[Narrowed]:
        """The numbers of a group that are narrowed if one person's difference is supposed in it."""
        entries = [entry for entry in self.linked if entry.group == group]
        if self._is_same(entries):
            return
        changes = [_Change(), *self._people({group})]
        possible = [(change, _sums(ranges)) for change in changes if (ranges := self._ranges(entries, change))]
        yield from self._told(entries, [(change, found) for change, found in possible if found])

    def narrowed_in_network(self) -> Iterator[Narrowed]:
        """The numbers that are narrowed if one person's difference is supposed in the whole network."""
        entries = [entry for entry in self.linked if entry.group.whose is not Whose.ROLE]
        if self._is_same(entries):
            return
        changed = {entry.group for entry in entries if (self.today(entry) & self.then(entry)).is_empty}
        possible = []
        for service in self.sheet.groups(Whose.SERVICE):
            path = {EVERYONE, self.sheet.area_of(service), service}
            if changed <= path:
                possible += [
                    (change, found) for change in self._people(path) if (found := self._flows(entries, change))
                ]
        if not changed and (found := self._flows(entries, _Change())):
            possible.append((_Change(), found))
        yield from self._told(entries, possible)

    def _is_same(self, entries: Iterable[Entry]) -> bool:
        """Whether both releases say the same, and so no more than one of them."""
        return all(self.now.cells[entry] == self.before.cells[entry] for entry in entries)

    def _people(self, path: set[Group]) -> Iterator[_Change]:
        """Each way in which one person in these groups can have come or left."""
        for answer in self.answers:
            yield from (_Change(frozenset(path), answer, by) for by in (1, -1))

    def _ranges(self, entries: Iterable[Entry], change: _Change) -> Ranges | None:
        """What both releases together say of each number after a change; None if it does not fit."""
        ranges = {}
        for entry in entries:
            ranges[entry] = self.today(entry) & self.then(entry).moved(change.of(entry))
            if ranges[entry].is_empty:
                return None
        return ranges

    def _flows(self, entries: Iterable[Entry], change: _Change) -> Ranges | None:
        """All that a reader can work out of each hidden number after a change in the network; None if it does not fit."""
        ranges = self._ranges(entries, change)
        if ranges is None:
            return None
        try:
            made = settled(self.sheet, lambda entry: ranges.get(entry) or self.today(entry))
        except Contradiction:
            return None
        for entry in ranges:
            stated = self.limits.stated(entry)
            made.circulation.stretch(made.arcs[entry], Range(stated.low - 1, stated.high + 1))
        return {entry: made.seen(entry) for entry in ranges}

    def _told(self, entries: Sequence[Entry], possible: Sequence[tuple[_Change, Ranges]]) -> Iterator[Narrowed]:
        """The numbers that are not possible over all of their stated range, after any of the changes."""
        if not possible:
            return
        through = tuple(entries)
        for entry in entries:
            stated = self.limits.stated(entry)
            if isinstance(self.now.cells[entry], Hidden):
                told = self.then(entry).moved(-1) | self.then(entry).moved(1)
                found = _hull(ranges[entry] for _, ranges in possible)
                if not found.covers(stated & told):
                    yield Narrowed(entry, stated & told, found, through, Reason.EARLIER_RELEASE)
            if isinstance(self.before.cells[entry], Hidden):
                found = _hull(ranges[entry].moved(-change.of(entry)) for change, ranges in possible)
                if not found.covers(stated):
                    # If it is shown now, that tells most.
                    is_shown = not isinstance(self.now.cells[entry], Hidden)
                    yield Narrowed(entry, stated, found, (entry,) if is_shown else through, Reason.EARLIER_RELEASE)


def _hull(ranges: Iterable[Range]) -> Range:
    all_ranges = list(ranges)
    return Range(min(one.low for one in all_ranges), max(one.high for one in all_ranges))


def _sums(ranges: Ranges) -> Ranges | None:
    """What can be worked out of the answers of one group, which add up to those who answered; None if they cannot."""
    whole = next((known for entry, known in ranges.items() if entry.topic and entry.what == ANSWERED), None)
    if whole is None:
        return ranges
    parts = {entry: known for entry, known in ranges.items() if entry.what != ANSWERED}
    low, high = sum(one.low for one in parts.values()), sum(one.high for one in parts.values())
    if (whole & Range(low, high)).is_empty:
        return None
    left = {
        entry: one & Range(whole.low - (high - one.high), whole.high - (low - one.low)) for entry, one in parts.items()
    }
    return {**ranges, **left}
