"""The frame of a chart with two axes."""

from collections.abc import Iterable

from macros.pages.charts.scale import Scale, percent
from macros.pages.charts.shapes import LETTERS, WIDTH, Label, Line, Shape

LEFT, RIGHT, TOP, BOTTOM = 40, WIDTH - 22, 10, 200
HEIGHT = 252


def shares_up(scale: Scale) -> list[Shape]:
    """The axis of shares, on the left, with a line across for each value that it names."""
    return [
        shape
        for value in scale.named()
        for shape in (
            Line([(LEFT, scale(value)), (RIGHT, scale(value))], "line"),
            Label(LEFT - 5, scale(value) + LETTERS / 3, percent(value), "text-quiet", "end"),
        )
    ]


def along(places: Iterable[tuple[float, str]], said: str) -> list[Shape]:
    """The axis at the bottom: what is said at each place, and what the axis is about."""
    return [
        Line([(LEFT, BOTTOM), (RIGHT, BOTTOM)], "line-strong"),
        *(Label(x, BOTTOM + 18, text, "text-quiet", "middle") for x, text in places),
        Label((LEFT + RIGHT) / 2, BOTTOM + 35, said, "text-quiet", "middle"),
    ]
