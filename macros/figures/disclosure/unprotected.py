"""What of a table cannot have come out of `protect`, because someone wrote or changed it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from macros.figures.disclosure.limits import Limits, rounded
from macros.figures.disclosure.release import Release
from macros.figures.disclosure.together import hidden_by_others
from macros.figures.table import Entry
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
    groups = sorted({entry.group for entry in release.cells})
    things = {(entry.group.whose, entry.topic, entry.what) for entry in release.cells}
    for group in groups:
        for whose, topic, what in sorted(things):
            if whose is group.whose and (entry := Entry(group, topic, what)) not in release.cells:
                yield entry
