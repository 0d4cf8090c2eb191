"""Changes from one time to the next, each with its interval on both sides of a line that stands for no change."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.intervals import Interval
from macros.pages.charts.rows import Row, panels_of
from macros.pages.charts.scale import Scale
from macros.pages.charts.shapes import LETTERS, LINE, WIDTH, About, Chart, Label, Line, Mark, Shape, lines_of

_EDGE = 20
_HEIGHT = 14


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: its label, by how much with the interval (shares), and both in words."""

    label: str
    change: float
    interval: Interval
    said: str


def change_chart(about: About, changes: Sequence[Change]) -> Chart:
    """A line for each change. A change whose interval holds zero is drawn as a ring, any other as a diamond."""
    reach = max((abs(edge) for one in changes for edge in (one.interval.low, one.interval.high)), default=0) or 0.1
    scale = Scale(-reach, reach, _EDGE, WIDTH - _EDGE)
    rows = [_row(one, scale) for one in changes]
    zero, apart = scale(0), 30
    head: list[Shape] = [
        Label(zero - apart, 10, "← lower", "text-quiet", "end"),
        Label(zero, 10, "points", "text-quiet", "middle"),
        Label(zero + apart, 10, "higher →", "text-quiet"),
        *(Label(scale(value), 10 + LINE, _points(value), "text-quiet", "middle") for value in scale.named(5)),
    ]
    return Chart(about, panels_of(rows, head, 2 * LINE + 4))


def _points(share: float) -> str:
    said = f"{share * 100:+g}".replace("-", "\N{MINUS SIGN}")
    return said if share else "0"


def _row(change: Change, scale: Scale) -> Row:
    y, zero = _HEIGHT / 2, scale(0)
    ends = [scale(change.interval.low), scale(change.interval.high)]
    is_chance = 0 in change.interval
    said = lines_of(change.said, _HEIGHT, ink="text-quiet")
    shapes: list[Shape] = [
        *(Line([(scale(value), 0), (scale(value), _HEIGHT)], "line") for value in scale.named(5) if value),
        Line([(zero, 0), (zero, _HEIGHT)], "text", bold=True),
        Line([(ends[0], y), (ends[1], y)], "text"),
        *(Line([(x, y - 4), (x, y + 4)], "text") for x in ends),
        Mark(scale(change.change), y, "text" if is_chance else "initiative", "ring" if is_chance else "diamond"),
        *said,
    ]
    return Row(change.label, shapes, _HEIGHT + LINE * len(said) + LETTERS / 3)
