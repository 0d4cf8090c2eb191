"""A table of answers as text: a row of headings, and a row for each person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from macros.collate.refusal import Refusal

# More than any network has. A file with more is something else, or made to fill the memory.
MOST_ROWS, MOST_COLUMNS = 20_000, 500

# Chooses the columns to read by their headings: their positions.
Chosen = Callable[[Sequence[str]], Sequence[int]]


@dataclass(frozen=True)
class Sheet:
    """The columns that were chosen: the position of each in the file, and a row of texts for each person.

    `numbers` are the numbers of the rows in the file, where the headings are mostly row 1.
    """

    headings: Sequence[str]
    columns: Sequence[int]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]


def sheet_of(rows: Iterable[Sequence[Any]], chosen: Chosen) -> Sheet:
    """The table in rows of cells. Cells of columns that are not chosen are dropped row by row, and never looked at.

    The first row that is not empty has the headings. Raises `Refusal` if there are no headings, no one has answered, or the table
    is too large.
    """
    headings: list[str] = []
    columns: Sequence[int] = ()
    kept: list[list[str]] = []
    numbers: list[int] = []
    for number, row in enumerate(rows, 1):
        if not headings:
            headings = [_text(cell) for cell in row]
            while headings and not headings[-1]:
                headings.pop()
            if len(headings) > MOST_COLUMNS:
                raise Refusal("too-wide", most=MOST_COLUMNS)
            columns = chosen(headings) if headings else ()
            continue
        cells = [_text(row[column]) if column < len(row) else "" for column in columns]
        if any(cells):
            kept.append(cells)
            numbers.append(number)
        if len(kept) > MOST_ROWS:
            raise Refusal("too-long", most=f"{MOST_ROWS:,}")
    if not headings:
        raise Refusal("empty")
    if not kept:
        raise Refusal("no-answers")
    return Sheet(headings, columns, kept, numbers)


def _text(cell: Any) -> str:
    """A cell as it is compared: 3.0 is "3", and a day and time starts with its day as in 2026-03-12."""
    match cell:
        case bool():
            return str(cell).upper()
        case float():
            return str(int(cell)) if cell.is_integer() else str(cell)
        case datetime() | date():
            return str(cell)
        case None:
            return ""
    return str(cell).strip()


def column_letters(position: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A, B, ..., Z, AA."""
    before, place = divmod(position, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + place)
