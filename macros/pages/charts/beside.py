"""Shares of one group, each with its interval, beside those of everyone."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.intervals import Interval
from macros.pages.charts.rows import Row, panels_of
from macros.pages.charts.scale import Scale, percent
from macros.pages.charts.shapes import LETTERS, LINE, WIDTH, About, Chart, Label, Line, Mark, Shape

_EDGE = 20
# The interval, and the axis with the ring on it, so that neither mark hides the other.
_INTERVAL, _AXIS = 8, 20


@dataclass(frozen=True, slots=True)
class Pair:
    """A share of one group with its interval, and that of everyone, which may not be shown."""

    label: str
    own: float
    interval: Interval
    everyone: float | None


def beside_chart(about: About, pairs: Sequence[Pair]) -> Chart:
    """A diamond with its interval for the group, and a ring for everyone, from 0 to 100%."""
    scale = Scale(0, 1, _EDGE, WIDTH - _EDGE)
    head: list[Shape] = [
        Mark(6, 8, "initiative", "diamond"),
        Label(18, 8 + LETTERS / 3, "this service, with its interval"),
        Mark(6, 8 + LINE, "text", "ring"),
        Label(18, 8 + LINE + LETTERS / 3, "everyone"),
        *(Label(scale(value), 3 * LINE, percent(value), "text-quiet", "middle") for value in (0, 0.5, 1)),
    ]
    return Chart(about, panels_of([_row(one, scale) for one in pairs], head, 3 * LINE + 8))


def _row(pair: Pair, scale: Scale) -> Row:
    y, ends = _INTERVAL, (scale(pair.interval.low), scale(pair.interval.high))
    shapes: list[Shape] = [
        Line([(scale(0), _AXIS), (scale(1), _AXIS)], "line"),
        *(Line([(scale(value), y), (scale(value), _AXIS)], "line-strong") for value in (0, 0.5, 1)),
        Line([(ends[0], y), (ends[1], y)], "text"),
        *(Line([(x, y - 4), (x, y + 4)], "text") for x in ends),
        Mark(scale(pair.own), y, "initiative", "diamond"),
    ]
    if pair.everyone is not None:
        shapes.append(Mark(scale(pair.everyone), _AXIS, "text", "ring"))
    return Row(pair.label, shapes, _AXIS + 6)
