"""What a reader can work out of the hidden numbers, from everything that is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from macros.figures.disclosure.circulation import Contradiction
from macros.figures.disclosure.limits import ANY_NUMBER, UNKNOWN, Limits, Range
from macros.figures.disclosure.release import Narrowed, Release
from macros.figures.disclosure.sums import Flows, Sheet, flows, sheets
from macros.figures.table import Entry
from macros.kinds import SurveyRow
from macros.kinds.survey_round import ANSWERED
from macros.schema.protected import Hidden

Known = Callable[[Entry], Range]


def attack(release: Release, limits: Limits) -> Iterator[Narrowed]:
    """The hidden numbers of which a reader can work out more than was stated.

    Raises `Contradiction` if the numbers cannot all be true.
    """
    known = knowledge(release, limits)
    for sheet in sheets(release.cells, release.row, release.areas):
        yield from narrowed(sheet, known, hidden_in(sheet, release), limits)


def bounds(release: Release, limits: Limits) -> dict[Entry, Range]:
    """All that a reader can work out of each hidden number: its least and its largest possible value."""
    known, found = knowledge(release, limits), {}
    for sheet in sheets(release.cells, release.row, release.areas):
        made = settled(sheet, known)
        for entry in hidden_in(sheet, release):
            found[entry] = _reached(made, entry, UNKNOWN)
    return found


def hidden_in(sheet: Sheet, release: Release) -> list[Entry]:
    """The hidden numbers of a sheet, in a fixed order."""
    return sorted(entry for entry in sheet.entries if isinstance(release.cells[entry], Hidden))


def knowledge(release: Release, limits: Limits) -> Known:
    """What a reader knows of each number from its own cell, and because nobody answers a question who did not answer at all."""
    cells = release.cells

    def known(entry: Entry) -> Range:
        own = limits.known(entry, cells.get(entry))
        if release.row is SurveyRow and entry.topic:
            answered = Entry(entry.group, "", ANSWERED)
            own &= Range(0, limits.known(answered, cells.get(answered)).high)
        return own

    return known


def narrowed(sheet: Sheet, known: Known, hidden: Iterable[Entry], limits: Limits) -> Iterator[Narrowed]:
    """Those of the `hidden` numbers that can be narrowed, with what narrows them."""
    made = settled(sheet, known)
    names = {arc: entry for entry, arc in made.arcs.items()}
    for entry in hidden:
        stated = limits.stated(entry)
        blocking = made.circulation.stretch(made.arcs[entry], stated)
        found = Range(*_seen(made, entry))
        if not found.covers(stated):
            yield Narrowed(entry, stated, found, tuple(names[arc] for arc in blocking if arc in names))


def settled(sheet: Sheet, known: Known) -> Flows:
    """A sheet as a reader sees it, who first supposes that everyone belongs to one of the groups. Raises `Contradiction`."""
    for is_open in (False, True):
        made = flows(sheet, known, is_open=is_open)
        try:
            made.circulation.settle()
        except Contradiction:
            if is_open:
                raise
        else:
            return made
    raise AssertionError("the second time raises or returns")


def _reached(made: Flows, entry: Entry, wanted: Range) -> Range:
    made.circulation.stretch(made.arcs[entry], wanted)
    low, high = _seen(made, entry)
    return Range(low, min(high, ANY_NUMBER))


def _seen(made: Flows, entry: Entry) -> tuple[int, int]:
    arc = made.arcs[entry]
    return made.circulation.lowest[arc], made.circulation.highest[arc]
