"""Protects a table: what is small is hidden, the rest is rounded, and what would give a hidden number away is hidden too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from macros.figures.disclosure.attack import most_who_answered, narrowed
from macros.figures.disclosure.limits import Limits, rounded
from macros.figures.disclosure.release import ProtectedTable, RawTable, Reason, Release
from macros.figures.disclosure.sums import Sheet, sheets
from macros.figures.disclosure.together import hidden_by_others
from macros.figures.table import Entry, Group, Whose
from macros.kinds import Measure, SurveyRow
from macros.schema.network import DisclosureSettings
from macros.schema.protected import HIDDEN, Cell, Hidden


def protect(raw: RawTable, settings: DisclosureSettings, earlier: Sequence[Release] = ()) -> ProtectedTable:
    """What may be published of a table of true numbers, given what was published `earlier`."""
    protection = _Protection(raw, Limits(settings, raw.row), earlier)
    protection.hide_small()
    first, *others = sheets(protection.counts, raw.row, raw.areas)
    protection.hide_what_tells(first)
    protection.show_what_tells_nothing(first)
    is_settled = False
    while not is_settled:
        hidden = protection.hidden_in(first)
        protection.most = most_who_answered(protection.release, protection.limits)
        for sheet in others:
            protection.hide_what_tells(sheet)
            protection.show_what_tells_nothing(sheet)
        # A question can give away how many answered at all, on which all questions depend.
        is_settled = protection.hidden_in(first) == hidden
        protection.hide_what_tells(first)
    return ProtectedTable(protection.release, protection.reasons)


class _Protection:
    """A table on its way out: the true numbers, what may be published so far, and the reason for each hidden number."""

    def __init__(self, raw: RawTable, limits: Limits, earlier: Sequence[Release]) -> None:
        self.limits, self.earlier = limits, earlier
        self.counts = _completed(raw)
        self.cells: dict[Entry, Cell] = {entry: rounded(count) for entry, count in self.counts.items()}
        self.release = Release(raw.row, self.cells, raw.areas, raw.period)
        self.reasons: dict[Entry, Reason] = {}
        self.most: Mapping[Group, int] = {}

    def hide_small(self) -> None:
        """Hide small groups and small counts."""
        for entry, count in self.counts.items():
            if count < self.limits.least(entry):
                self._hide(entry, Reason.SMALL_GROUP if self.limits.is_whole(entry) else Reason.SMALL_COUNT)
        for before in self.earlier:
            self._hide_what_was_hidden(before)
        self._hide_together(self.counts)

    def _hide_what_was_hidden(self, before: Release) -> None:
        """Hide those at the start whose number the release before hides at the end: they are the same people."""
        if before.row is not SurveyRow and before.is_followed_by(self.release):
            for end, cell in before.cells.items():
                start = Entry(end.group, Measure.START.value)
                if end.topic == Measure.END and isinstance(cell, Hidden) and start in self.cells:
                    self._hide(start, Reason.EARLIER_RELEASE)

    def hide_what_tells(self, sheet: Sheet) -> None:
        """Hide one number of a sheet after the other until no hidden one can be narrowed."""
        self._hide_together(sheet.entries)
        while choice := self._next_to_hide(sheet):
            entry, reason = choice
            self._hide(entry, reason)
            self._hide_together(sheet.entries)

    def hidden_in(self, sheet: Sheet) -> set[Entry]:
        """The numbers of a sheet that are hidden so far."""
        return {entry for entry in sheet.entries if entry in self.reasons}

    def show_what_tells_nothing(self, sheet: Sheet) -> None:
        """Show numbers again that other hidden ones have made harmless, the largest first."""
        again = [
            entry for entry in sheet.entries if self.reasons.get(entry) in (Reason.WORKED_OUT, Reason.EARLIER_RELEASE)
        ]
        for entry in sorted(again, key=lambda entry: (-self.counts[entry], entry)):
            if self.counts[entry] < self.limits.least(entry):
                continue
            self.cells[entry] = rounded(self.counts[entry])
            if any(hidden_by_others(sheet.entries, self.cells, self.release.row)) or self._next_to_hide(sheet):
                self.cells[entry] = HIDDEN
            else:
                del self.reasons[entry]

    def _next_to_hide(self, sheet: Sheet) -> tuple[Entry, Reason] | None:
        """The least useful number of those that give another away, if any does."""
        for found in narrowed(sheet, self.release, self.limits, self.earlier, self.most):
            if entry := found.to_hide(self.cells):
                return entry, found.reason
        return None

    def _hide(self, entry: Entry, reason: Reason) -> None:
        self.cells[entry] = HIDDEN
        self.reasons.setdefault(entry, reason)

    def _hide_together(self, entries: Iterable[Entry]) -> None:
        while found := list(hidden_by_others(entries, self.cells, self.release.row)):
            for entry, whole in found:
                self._hide(entry, self.reasons[whole] if whole else Reason.HARDLY_ANY_SHOWN)


def _completed(raw: RawTable) -> Mapping[Entry, int]:
    """The numbers, with 0 for each that is left out: a gap in a published table would say that there is no one."""
    things: dict[Whose, set[tuple[str, str]]] = defaultdict(set)
    groups = {entry.group for entry in raw.counts}
    for entry in raw.counts:
        things[entry.group.whose].add((entry.topic, entry.what))
    every = (Entry(group, *thing) for group in sorted(groups) for thing in sorted(things[group.whose]))
    return {entry: raw.counts.get(entry, 0) for entry in every}
