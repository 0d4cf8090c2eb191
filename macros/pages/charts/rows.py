"""Charts made of rows that stand one below the other, each with its text above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from macros.pages.charts.shapes import LINE, Panel, Shape, lines_of, moved

# Between two rows.
_GAP = 9
# About as high as a sheet of A4 shows of a chart as wide as the sheet.
_SHEET = 400


@dataclass(frozen=True)
class Row:
    """A row: its text, and what is drawn below it, with 0 at its own top."""

    text: str
    shapes: Sequence[Shape]
    height: float


def panels_of(rows: Iterable[Row], head: Sequence[Shape] = (), head_height: float = 0) -> list[Panel]:
    """The rows in as many panels as needed to print them, about equally high. The head is at the top of the first."""
    made = [_made(row) for row in rows]
    if not made:
        return []
    heights = [one.height for one in made]
    number = _places(heights, head_height, _SHEET)[-1] + 1
    # As many in each of two columns.
    number += number % 2 if number > 1 else 0
    fair = min(_SHEET, ceil((head_height + sum(heights)) / number))
    ways = (_places(heights, head_height, highest) for highest in range(fair, _SHEET + 1))
    places = next(way for way in ways if way[-1] < number)
    panels = [(head_height, [*head]), *((0.0, list[Shape]()) for _ in range(places[-1]))]
    for row, place in zip(made, places, strict=True):
        y, shapes = panels[place]
        panels[place] = (y + row.height, [*shapes, *moved(row.shapes, y)])
    return [Panel(height, shapes) for height, shapes in panels]


def _made(row: Row) -> Panel:
    """A row with its text, as a panel of its own."""
    text = lines_of(row.text)
    return Panel(LINE * len(text) + row.height + _GAP, [*text, *moved(row.shapes, LINE * len(text) + 2)])


def _places(heights: Sequence[float], head_height: float, highest: float) -> list[int]:
    """The panel of each row, counted from 0, so that none is higher than that, unless one row with its head is."""
    panel, y, found = 0, head_height, list[int]()
    for place, height in enumerate(heights):
        if place and y + height > highest:
            panel, y = panel + 1, 0
        found.append(panel)
        y += height
    return found
