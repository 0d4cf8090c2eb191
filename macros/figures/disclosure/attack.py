"""What a reader can work out of the hidden numbers, from everything that is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.figures.disclosure.earlier import narrowed_since
from macros.figures.disclosure.knowledge import knowledge
from macros.figures.disclosure.limits import UNKNOWN, Limits, Range
from macros.figures.disclosure.release import Narrowed, Release
from macros.figures.disclosure.sums import Sheet, settled, sheets
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow
from macros.kinds.survey_round import ANSWERED
from macros.schema.protected import Hidden


def attack(release: Release, limits: Limits, earlier: Sequence[Release] = ()) -> Iterator[Narrowed]:
    """The hidden numbers of which a reader can work out more than was stated, also with `earlier` releases.

    Raises `Contradiction` if the numbers cannot all be true.
    """
    most = most_who_answered(release, limits)
    for sheet in sheets(release.cells, release.row, release.areas):
        yield from narrowed(sheet, release, limits, earlier, most)


def most_who_answered(release: Release, limits: Limits) -> dict[Group, int]:
    """How many people of each group can have answered a survey at all, where that is hidden. Raises `Contradiction`."""
    hidden = [
        entry
        for entry, cell in release.cells.items()
        if (entry.topic, entry.what) == ("", ANSWERED) and isinstance(cell, Hidden)
    ]
    if not hidden:
        return {}
    made = settled(sheets(release.cells, release.row, release.areas)[0], knowledge(release, limits))
    for entry in hidden:
        made.circulation.stretch(made.arcs[entry], UNKNOWN)
    return {entry.group: made.seen(entry).high for entry in hidden}


def narrowed(
    sheet: Sheet,
    release: Release,
    limits: Limits,
    earlier: Sequence[Release] = (),
    most: Mapping[Group, int] | None = None,
) -> Iterator[Narrowed]:
    """The hidden numbers of a sheet that can be narrowed. For `most`, see `knowledge`."""
    known = knowledge(release, limits, earlier, most)
    made = settled(sheet, known)
    hidden = _hidden_in(sheet, release)
    for entry in hidden:
        # What the release before shows is no secret of this one.
        stated = limits.stated(entry) & known(entry)
        blocking = made.circulation.stretch(made.arcs[entry], stated)
        found = made.seen(entry)
        if not found.covers(stated):
            names = {arc: one for one, arc in made.arcs.items()}
            yield Narrowed(entry, stated, found, tuple(names[arc] for arc in blocking if arc in names))
    if sheet.row is SurveyRow:
        yield from _narrowed_by_blanks(hidden, sheet, release, limits)
    yield from narrowed_since(sheet, release, earlier, limits)


def _narrowed_by_blanks(hidden: Sequence[Entry], sheet: Sheet, release: Release, limits: Limits) -> Iterator[Narrowed]:
    """The hidden numbers of people who answered a question that can be narrowed because few left it blank.

    If 40 people answered and at least 38 of them this question, 2 at most left it blank in any group.
    """

    def known(entry: Entry) -> Range:
        return limits.known(entry, release.cells.get(entry))

    for entry in hidden:
        if entry.topic and entry.what == ANSWERED:
            for parent in (EVERYONE, *([sheet.area_of(entry.group)] if entry.group.whose is Whose.SERVICE else ())):
                own, all_of_them = Entry(entry.group, "", ANSWERED), Entry(parent, "", ANSWERED)
                there = Entry(parent, entry.topic, ANSWERED)
                least = known(own).low - (known(all_of_them).high - known(there).low)
                if least > 0:
                    found = Range(least, known(own).high)
                    yield Narrowed(entry, limits.stated(entry), found, (own, all_of_them, there))


def bounds(release: Release, limits: Limits, earlier: Sequence[Release] = ()) -> dict[Entry, Range]:
    """All that a reader can work out of each hidden number within a release: its least and its largest possible value."""
    known, found = knowledge(release, limits, earlier, most_who_answered(release, limits)), {}
    for sheet in sheets(release.cells, release.row, release.areas):
        made = settled(sheet, known)
        for entry in _hidden_in(sheet, release):
            made.circulation.stretch(made.arcs[entry], UNKNOWN)
            found[entry] = made.seen(entry)
    return found


def _hidden_in(sheet: Sheet, release: Release) -> list[Entry]:
    """The hidden numbers of a sheet, in a fixed order."""
    return sorted(entry for entry in sheet.entries if isinstance(release.cells[entry], Hidden))
