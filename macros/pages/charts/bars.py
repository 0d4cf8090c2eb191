"""A bar for each of several things: response rates, or where people went."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages.charts.rows import Row, panels_of
from macros.pages.charts.shapes import HIDDEN_WIDTH, LETTERS, About, Box, Chart, Label, Shape, hidden_mark

_HEIGHT = 14
# The bars leave room for what is said beside them.
_LENGTH = 180
_GAP = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its share of the full length, or None if that may not be shown, and what is said beside it."""

    label: str
    share: float | None
    said: str


def bar_chart(about: About, bars: Sequence[Bar], *, of_whole: bool = True) -> Chart:
    """A chart of bars, in the order given. `of_whole` draws the full length behind each bar."""
    rows = [Row(bar.label, _shapes(bar, of_whole), _HEIGHT) for bar in bars]
    return Chart(about, panels_of(rows))


def _shapes(bar: Bar, of_whole: bool) -> list[Shape]:
    length = HIDDEN_WIDTH if bar.share is None else _LENGTH * bar.share
    end = _LENGTH if of_whole and bar.share is not None else length
    said = Label(end + _GAP, _HEIGHT / 2 + LETTERS / 3, bar.said)
    if bar.share is None:
        return [*hidden_mark(0, 0, _HEIGHT), said]
    whole = [Box(0, 0, _LENGTH, _HEIGHT, "surface-quiet", outlined=True)] if of_whole else []
    return [*whole, Box(0, 0, length, _HEIGHT, "initiative"), said]
