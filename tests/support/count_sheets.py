"""Sheets of counts as personnel departments send them. No service or person in them is real."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from macros.collate.headcounts import HEADINGS, Choices, Known
from tests.support.exports import table, workbook
from tests.support.sampled_people import Career

KNOWN = Known(
    {"brindle": "Sample service Brindle", "sorrel": "Sample service Sorrel"}, {"pwp": "PWPs", "manager": "Managers"}
)
PLACES = ("left-nhs", "another-service", "training", "other", "not-known")
# The headings of the blank sheet, and those of a sheet that says only how many left.
FULL = [words[0] for name, words in HEADINGS.items() if name != "left"]
SHORT = ["Service", "Role", "Start", "Joiners", "Moved in", "Moved out", "Leavers", "End"]
# Service and role, at the start, joined, came, went, left for five places, at the end.
ROWS: Sequence[Sequence[Any]] = [
    ("Sample service Brindle", "PWPs", 20, 4, 1, 2, 1, 0, 2, 0, 0, 20),
    ("Sample service Brindle", "Managers", 3, 0, 0, 0, 0, 0, 0, 0, 1, 2),
    ("Sample service Sorrel", "PWPs", 15, 2, 2, 1, 0, 1, 0, 1, 0, 16),
]
BRIEF = [(*row[:6], sum(row[6:11]), row[11]) for row in ROWS]
ALONE = Choices("brindle")

SHAPES: Mapping[str, tuple[bytes, Choices]] = {
    "a workbook": (workbook([FULL, *ROWS]), Choices()),
    "a text with semicolons": (table([FULL, *ROWS], ";", "cp1252"), Choices()),
    "names and headings in other letters": (
        table([[one.upper().replace(" ", "_") for one in FULL], *([row[0].lower(), "pwps", *row[2:]] for row in ROWS)]),
        Choices(),
    ),
    "the blank sheet of 2026": (
        table([["Left: out of the NHS" if one == HEADINGS["left/left-nhs"][0] else one for one in FULL], *ROWS]),
        Choices(),
    ),
    "how many left, and not where": (workbook([SHORT, *BRIEF]), Choices()),
    "blank cells": (table([FULL, *([one or "" for one in row] for row in ROWS)]), Choices()),
    "dashes and thousands": (table([SHORT, ("brindle", "pwp", "1,200", "-", "–", "", "0.0", "1200.00")]), Choices()),
    "rows that add up": (
        workbook(
            [
                FULL,
                *ROWS[:2],
                (
                    "Sample service Brindle",
                    "Total",
                    *(sum(pair) for pair in zip(ROWS[0][2:], ROWS[1][2:], strict=True)),
                ),
                ROWS[2],
                ("Grand total", None, *(sum(three) for three in zip(*(row[2:] for row in ROWS), strict=True))),
            ]
        ),
        Choices(),
    ),
    "a total as a formula": (workbook([FULL, *ROWS, ("Total", None, *["=SUM(C2:C4)"] * 10)]), Choices()),
    "one service, without its name": (workbook([FULL[1:], *(row[1:] for row in ROWS[:2])]), ALONE),
    "one service, without roles": (table([FULL[2:], ROWS[0][2:]]), ALONE),
    "only the total of a service": (table([FULL, ("brindle", "All staff", *ROWS[0][2:])]), Choices()),
    "columns of no use": (table([[*FULL, "Band", "Name"], *([*row, "5", "Jo"] for row in ROWS)]), Choices()),
    "rows of another service, left out": (
        table([FULL, *ROWS, ("Ward 7", "PWPs", *ROWS[0][2:])]),
        Choices(leaves_out_unknown=True),
    ),
    "another role, counted without": (
        table([FULL, *ROWS, ("sorrel", "Chef", *ROWS[1][2:])]),
        Choices(has_no_role_if_unknown=True),
    ),
}


def changed(row: int, column: int, value: Any) -> bytes:
    """The sheet with another value in a cell, both counted from 0."""
    rows = [list(one) for one in ROWS]
    rows[row][column] = value
    return workbook([FULL, *rows])


# Each with the beginning of what is said.
REFUSED: Mapping[str, tuple[bytes, Choices, str]] = {
    "empty": (b" \n", Choices(), "It is empty."),
    "nothing below": (table([FULL]), Choices(), "It has headings and nothing below them."),
    "only blanks": (table([FULL, ["brindle", "PWPs", *[""] * 10]]), Choices(), "It has no counts of a service"),
    "a list of people": (
        table([["Name", "Service", "Start date"], ["Jo", "brindle", "2026-01-02"]]),
        Choices(),
        "It has no column for: In post at the start; Joined from outside the network; Came",
    ),
    "no moves": (
        table([[*SHORT[:4], *SHORT[6:]], ("brindle", "PWPs", 1, 1, 1, 1)]),
        Choices(),
        "It has no column for: Came",
    ),
    "one column twice": (
        table([[*FULL, "Headcount at start"], [*ROWS[0], 5]]),
        Choices(),
        "Columns C and M are both “In post at the start”.",
    ),
    "full-time equivalents": (changed(1, 2, 2.6), Choices(), "Cell C3 is not a number of people."),
    "fewer than five": (changed(0, 6, "<5"), Choices(), "Cell G2 is not a number of people."),
    "less than none": (changed(0, 6, -3), Choices(), "Cell G2 is not a number of people."),
    "no service": (table([FULL[1:], ROWS[0][1:]]), Choices(), "It has no column “Service”."),
    "another service": (
        changed(2, 0, "Ward 7"),
        Choices(),
        "It has rows of services that this site does not list: “Ward 7”: A4.",
    ),
    "another role": (changed(2, 1, "Chef"), Choices(), "It has roles that the network does not know: “Chef”: B4."),
    "a row without a role": (changed(1, 1, ""), Choices(), "It has roles that the network does not know: B3."),
    "two numbers of leavers": (
        table([[*FULL, "Leavers"], [*ROWS[0], 9]]),
        Choices(),
        "In row 2, 9 people left, and the columns on where they went add up to 3.",
    ),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + bytes(600), Choices(), "It is an old workbook (.xls)."),
}


def sheet_of_careers(people: Iterable[Career]) -> list[Sequence[Any]]:
    """The rows that count some people, by the ids of their services and roles."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in people:
        if one.start:
            counts[one.start, one.role, "start"] += 1
        if one.end:
            counts[one.end, one.role, "end"] += 1
        if not one.start:
            counts[one.end, one.role, "joined"] += 1
        elif not one.end:
            counts[one.start, one.role, one.destination] += 1
        elif one.start != one.end:
            counts[one.start, one.role, "out"] += 1
            counts[one.end, one.role, "in"] += 1
    columns = ("start", "joined", "in", "out", *PLACES, "end")
    rows = sorted({(service, role) for service, role, _ in counts})
    return [(service, role, *(counts[service, role, name] for name in columns)) for service, role in rows]
