"""Charts made of rows that stand one below the other, each with its text above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """The rows in as many panels as needed to print them. The head is at the top of the first."""
    panels: list[Panel] = []
    shapes, y, is_empty = [*head], head_height, True
    for row in rows:
        text = lines_of(row.text)
        height = LINE * len(text) + row.height + _GAP
        if y + height > _SHEET and not is_empty:
            panels.append(Panel(y, shapes))
            shapes, y = [], 0
        shapes += [*moved(text, y), *moved(row.shapes, y + LINE * len(text) + 2)]
        y, is_empty = y + height, False
    return panels if is_empty else [*panels, Panel(y, shapes)]
