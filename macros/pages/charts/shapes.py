"""What every chart is made of. The template turns it into SVG, and the painter of pictures for slides into pixels.

Lengths are in units of which a phone is `WIDTH` wide, and the origin is the top left corner. An ink is the name of a colour in
network.css without "--kb-".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import ClassVar, Literal

WIDTH = 320
# The size of letters, and the distance from one line to the next.
LETTERS, LINE = 13, 16
# As many characters of usual text as surely fit across the chart. Capitals and the widest letters take more room.
_ACROSS = 50
_WIDEST, _NARROW_CAPITAL = frozenset("MWmw@%—…"), "I"
# A value that may not be shown is as wide as this, whatever it is.
HIDDEN_WIDTH = 9


Anchor = Literal["start", "middle", "end"]
Form = Literal["dot", "ring", "diamond"]


def coordinate(value: float) -> str:
    """A length as SVG has it: readers cannot tell more digits apart."""
    return f"{value:.4g}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its top left corner."""

    x: float
    y: float
    width: float
    height: float
    ink: str
    outlined: bool = False
    SHAPE: ClassVar = "box"

    def down(self, by: float) -> Box:
        """The same, lower by so much."""
        return replace(self, y=self.y + by)


@dataclass(frozen=True, slots=True)
class Line:
    """A line from point to point."""

    points: Sequence[tuple[float, float]]
    ink: str
    dashed: bool = False
    bold: bool = False
    SHAPE: ClassVar = "line"

    def down(self, by: float) -> Line:
        """The same, lower by so much."""
        return replace(self, points=[(x, y + by) for x, y in self.points])


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark with its middle."""

    x: float
    y: float
    ink: str
    form: Form = "dot"
    SHAPE: ClassVar = "mark"

    def down(self, by: float) -> Mark:
        """The same, lower by so much."""
        return replace(self, y=self.y + by)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text on the baseline `y`. `ink` may differ from that of text if the text lies on a dark box."""

    x: float
    y: float
    text: str
    ink: str = "text"
    anchor: Anchor = "start"
    bold: bool = False
    SHAPE: ClassVar = "label"

    def down(self, by: float) -> Label:
        """The same, lower by so much."""
        return replace(self, y=self.y + by)


Shape = Box | Line | Mark | Label


@dataclass(frozen=True)
class Panel:
    """A part of a chart that is not torn apart between two sheets of paper."""

    height: float
    shapes: Sequence[Shape]


@dataclass(frozen=True)
class Table:
    """The numbers of a chart. The first cell of a row says what it is about."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class About:
    """What a chart says. `name` is unique on its page, and `finding` says in one or two sentences what can be seen.

    `how_to_read` speaks of lines and bars, so it follows only where the chart is.
    `picture` is the path of its picture for slides, relative to the top of the site, if it has one.
    """

    name: str
    title: str
    finding: str
    table: Table
    how_to_read: str = ""
    picture: str = ""

    @property
    def words(self) -> str:
        """What is said beside the chart."""
        return " ".join(filter(None, (self.finding, self.how_to_read)))


@dataclass(frozen=True)
class Chart:
    """A chart: what it says, and what it draws; no panels if there is nothing to draw."""

    about: About
    panels: Sequence[Panel]
    width: ClassVar = WIDTH


def lines_of(text: str, y: float = 0, *, ink: str = "text", bold: bool = False) -> list[Label]:
    """A text across the chart, in as many lines as it takes. The first has its top at `y`."""
    lines = wrap(text, round(_ACROSS * len(text) / _room(text)) if text else 1)
    return [Label(0, y + LINE * number - 3, line, ink, bold=bold) for number, line in enumerate(lines, 1)]


def _room(text: str) -> float:
    """How many usual characters would be as wide."""
    return sum(1.8 if one in _WIDEST else 1.2 if one.isupper() and one != _NARROW_CAPITAL else 1 for one in text)


def hidden_mark(x: float, y: float, height: float, width: float = HIDDEN_WIDTH) -> list[Shape]:
    """What is there in place of a value that may not be shown: a hatched box, of one width in the whole chart."""
    step = width / 2
    starts = [y + step * number for number in range(int((height - width) / step) + 1)]
    hatching = [Line([(x, start + width), (x + width, start)], "line-strong") for start in starts]
    return [Box(x, y, width, height, "surface", outlined=True), *hatching]


def moved(shapes: Sequence[Shape], down: float) -> list[Shape]:
    """The shapes, lower by so much."""
    return [one.down(down) for one in shapes]
