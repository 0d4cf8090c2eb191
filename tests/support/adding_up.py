"""What adds up in a published table, written as equations, and what two other programs work out of them.

Nothing here is shared with what audits a table for the site: the equations are written from what the numbers mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from pytauargus._tauargus import audit_jj
from scipy.optimize import linprog
from scipy.sparse import block_diag

from macros.figures.disclosure.limits import Range
from macros.figures.disclosure.release import Release
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow

# A number, minus all of these, is 0: each with its sign.
Equation = Mapping[Entry, int]
# Of a number that may be anything, other programs want a limit.
MANY = 100_000


def equations(release: Release) -> list[Equation]:
    """Every sum of a table."""
    cells = release.cells
    found: list[Equation] = []
    groups = sorted({entry.group for entry in cells})
    things = sorted({(entry.topic, entry.what) for entry in cells})
    of = {whose: [group for group in groups if group.whose is whose] for whose in Whose}

    def add(total: Entry, parts: Iterable[Entry], sign: int = -1) -> None:
        there = [part for part in parts if part in cells]
        if total in cells and there:
            found.append({total: sign, **dict.fromkeys(there, 1)})

    for topic, what in things:
        for area in of[Whose.AREA]:
            inside = [group for group in of[Whose.SERVICE] if release.areas[group.name] == area.name]
            add(Entry(area, topic, what), [Entry(group, topic, what) for group in inside])
        for whose in (Whose.SERVICE, Whose.ROLE):
            add(Entry(EVERYONE, topic, what), [Entry(group, topic, what) for group in of[whose]])
    if release.row is SurveyRow:
        for group in groups:
            asked, answered = Entry(group, "", "asked"), Entry(group, "", "answered")
            if asked in cells and answered in cells:
                found.append({asked: -1, answered: 1, silent(group): 1})
            for topic in sorted({topic for topic, _ in things if topic}):
                answers = [what for one, what in things if one == topic and what != "answered"]
                add(Entry(group, topic, "answered"), [Entry(group, topic, answer) for answer in answers])
    else:
        destinations = [what for topic, what in things if topic == "left" and what]
        add(Entry(EVERYONE, "left"), [Entry(EVERYONE, "left", what) for what in destinations])
        for group in [group for group in groups if group.whose is not Whose.ROLE]:
            signs = {"start": 1, "joined": 1, "moved-in": 1, "moved-out": -1, "left": -1, "end": -1}
            found.append({Entry(group, measure): sign for measure, sign in signs.items()})
        found.append({Entry(EVERYONE, "moved-in"): 1, Entry(EVERYONE, "moved-out"): -1})
    return found


def silent(group: Group) -> Entry:
    """Those who were asked and did not answer, whom no table has."""
    return Entry(group, "", "silent")


def across_questions(release: Release) -> list[Equation]:
    """What joins the questions of a survey: whoever answered at all answered the question or left it blank."""
    found: list[Equation] = []
    for entry in release.cells:
        at_all = Entry(entry.group, "", "answered")
        if entry.topic and entry.what == "answered" and at_all in release.cells:
            found.append({at_all: -1, entry: 1, Entry(entry.group, entry.topic, "blank"): 1})
    return found


def parts_of(release: Release) -> Iterator[tuple[list[Entry], list[Equation]]]:
    """The parts of a table that have no equation in common."""
    sums = equations(release)
    left = set(release.cells)
    while left:
        part, grown = {min(left)}, True
        while grown:
            near = {entry for one in sums if not part.isdisjoint(one) for entry in one}
            grown = not near <= part
            part |= near
        yield sorted(part), [one for one in sums if not part.isdisjoint(one)]
        left -= part


def by_linear_programme(
    entries: Sequence[Entry], sums: Sequence[Equation], known: Callable[[Entry], Range], wanted: Sequence[Entry]
) -> dict[Entry, Range]:
    """The least and the largest value of each wanted number, from one programme that has a copy of the numbers for each of both."""
    index = {entry: position for position, entry in enumerate(entries)}
    matrix = np.zeros((len(sums), len(entries)))
    for row, one in enumerate(sums):
        for entry, sign in one.items():
            matrix[row, index[entry]] = sign
    limits = [(known(entry).low, min(known(entry).high, MANY)) for entry in entries]
    copies, size = 2 * len(wanted), len(entries)
    cost = np.zeros(copies * size)
    for position, entry in enumerate(wanted):
        cost[2 * position * size + index[entry]] = 1
        cost[(2 * position + 1) * size + index[entry]] = -1
    solved = linprog(
        cost,
        A_eq=block_diag([matrix] * copies) if len(sums) else None,
        b_eq=np.zeros(copies * len(sums)) if len(sums) else None,
        bounds=limits * copies,
        method="highs",
    )
    assert solved.status == 0, solved.message
    values = np.rint(solved.x).astype(int).reshape(len(wanted), 2, size)
    return {
        entry: Range(int(values[position, 0, index[entry]]), int(values[position, 1, index[entry]]))
        for position, entry in enumerate(wanted)
    }


def by_argus(
    entries: Sequence[Entry],
    sums: Sequence[Equation],
    known: Callable[[Entry], Range],
    counts: Mapping[Entry, int],
    folder: Path,
) -> dict[Entry, Range]:
    """The least and the largest value of each number, from the audit of the tau-Argus engine.

    Its input is a file in the JJ format: cells with their bounds, then the sums. Shown numbers are given to it as suppressed ones
    with the bounds of their rounding.
    """
    index = {entry: position for position, entry in enumerate(entries)}
    lines = ["0", f"{len(entries)}"]
    for entry in entries:
        low, high = known(entry).low, min(known(entry).high, MANY)
        lines.append(f"{index[entry]} {counts.get(entry, 0)} 1 u {low} {high} 0 0 0")
    lines.append(f"{len(sums)}")
    for one in sums:
        terms = " ".join(f"{index[entry]} ({sign})" for entry, sign in one.items())
        lines.append(f"0.0 {len(one)} : {terms}")
    file = folder / "table.jj"
    file.write_text("\n".join(lines) + "\n", encoding="ascii")
    return {entries[one["cell"]]: Range(round(one["min"]), round(one["max"])) for one in audit_jj(str(file))}
