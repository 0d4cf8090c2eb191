"""What a reader can work out of the hidden numbers, from everything that is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.figures.disclosure.earlier import narrowed_since
from macros.figures.disclosure.knowledge import knowledge
from macros.figures.disclosure.limits import UNKNOWN, Limits, Range
from macros.figures.disclosure.release import Narrowed, Release
from macros.figures.disclosure.sums import Sheet, settled, sheets
from macros.figures.table import Entry
from macros.schema.protected import Hidden


def attack(release: Release, limits: Limits, earlier: Sequence[Release] = ()) -> Iterator[Narrowed]:
    """The hidden numbers of which a reader can work out more than was stated, also with `earlier` releases.

    Raises `Contradiction` if the numbers cannot all be true.
    """
    for sheet in sheets(release.cells, release.row, release.areas):
        yield from narrowed(sheet, release, limits, earlier)


def narrowed(sheet: Sheet, release: Release, limits: Limits, earlier: Sequence[Release] = ()) -> Iterator[Narrowed]:
    """The hidden numbers of a sheet that can be narrowed."""
    known = knowledge(release, limits, earlier)
    made = settled(sheet, known)
    names = {arc: entry for entry, arc in made.arcs.items()}
    for entry in _hidden_in(sheet, release):
        # What the release before shows is no secret of this one.
        stated = limits.stated(entry) & known(entry)
        blocking = made.circulation.stretch(made.arcs[entry], stated)
        found = made.seen(entry)
        if not found.covers(stated):
            yield Narrowed(entry, stated, found, tuple(names[arc] for arc in blocking if arc in names))
    yield from narrowed_since(sheet, release, earlier, limits)


def bounds(release: Release, limits: Limits, earlier: Sequence[Release] = ()) -> dict[Entry, Range]:
    """All that a reader can work out of each hidden number within a release: its least and its largest possible value."""
    known, found = knowledge(release, limits, earlier), {}
    for sheet in sheets(release.cells, release.row, release.areas):
        made = settled(sheet, known)
        for entry in _hidden_in(sheet, release):
            made.circulation.stretch(made.arcs[entry], UNKNOWN)
            found[entry] = made.seen(entry)
    return found


def _hidden_in(sheet: Sheet, release: Release) -> list[Entry]:
    """The hidden numbers of a sheet, in a fixed order."""
    return sorted(entry for entry in sheet.entries if isinstance(release.cells[entry], Hidden))
