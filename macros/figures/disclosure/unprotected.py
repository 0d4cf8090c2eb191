"""What of a table cannot have come out of `protect`, because someone wrote or changed it by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.figures.disclosure.limits import Limits, rounded
from macros.figures.disclosure.release import Release
from macros.figures.disclosure.together import hidden_by_others
from macros.figures.table import Entry, Group, Whose
from macros.schema.protected import ROUNDED_TO


def unprotected(release: Release, limits: Limits) -> Iterator[tuple[Entry, str]]:
    """The numbers that may not be shown as they are, each with the reason as a sentence."""
    for entry, cell in release.cells.items():
        if not isinstance(cell, int):
            continue
        if cell < rounded(limits.least(entry)):
            yield entry, f"A number below {limits.least(entry)} is shown here."
        elif cell % ROUNDED_TO:
            yield entry, f"This number is not rounded to {ROUNDED_TO}."
    for entry, whole in hidden_by_others(release.cells, release.cells, release.row):
        if whole:
            yield entry, "A number is shown here of a group that is too small to show."
        else:
            yield entry, "A number is shown here beside hidden ones only, so it says what nearly everyone answered."


def missing(release: Release) -> Iterator[Entry]:
    """The numbers that a table has of some group and not of another of the same sort: a gap says that there is no one."""
    things: dict[Group, set[tuple[str, str]]] = defaultdict(set)
    for group, topic, what in release.cells:
        things[group].add((topic, what))
    of_any: dict[Whose, set[tuple[str, str]]] = defaultdict(set)
    for group, own in things.items():
        of_any[group.whose] |= own
    for group, own in sorted(things.items()):
        yield from (Entry(group, *thing) for thing in sorted(of_any[group.whose] - own))
