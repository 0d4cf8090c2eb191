"""The charts of a published page, read back from their SVG: what is drawn, and the numbers that it stands for by its axes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.support.reading import Page, words

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Shape:
    """A box, a line, a mark or a text, with the names of its looks; of a mark, the place is its middle."""

    what: str
    looks: frozenset[str]
    x: float
    y: float
    width: float = 0
    text: str = ""
    end: float = 0


@dataclass
class Row:
    """A row of a chart: its text, and what is drawn below it."""

    text: str
    shapes: list[Shape] = field(default_factory=list)

    def all_of(self, what: str, *looks: str) -> list[Shape]:
        return [one for one in self.shapes if one.what == what and one.looks >= {*looks}]


@dataclass(frozen=True)
class Drawn:
    """A chart as it is published. `kind` is its name."""

    page: str
    kind: str
    element: Any

    def __str__(self) -> str:
        return f"{self.page}#{self.kind}"

    @cached_property
    def shapes(self) -> list[Shape]:
        """What is drawn, in all panels and in order."""
        return [shape for svg in self.element.iter("svg") for one in svg for shape in _shape(one)]

    @cached_property
    def head(self) -> Row:
        """What is above the rows: the key and the axis."""
        return self._parts[0]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, each below a text at the left edge."""
        return self._parts[1]

    @cached_property
    def _parts(self) -> tuple[Row, list[Row]]:
        head, rows, before = Row(""), list[Row](), None
        for shape in self.shapes:
            is_name = shape.what == "text" and shape.x == 0 and "kb-ink-text" in shape.looks
            if is_name and before != "name":
                rows.append(Row(shape.text))
            elif is_name:
                rows[-1].text += f" {shape.text}"
            else:
                (rows[-1] if rows else head).shapes.append(shape)
            before = "name" if is_name else "other"
        return head, rows

    @cached_property
    def across(self) -> Callable[[float], float]:
        """The number that a place across stands for, by the axis in the head."""
        return _axis([(one.x, one.text) for one in self.head.all_of("text", "kb-plot__middle")])

    @cached_property
    def up(self) -> Callable[[float], float]:
        """The number that a height stands for: a line across has its name at its left end."""
        names = [one for one in self.shapes if one.what == "text" and "kb-plot__end" in one.looks and "%" in one.text]
        lines = [one for one in self.shapes if one.what == "line" and "kb-ink-line" in one.looks]
        # Letters stand below the middle of what they name.
        return _axis([(next(line.y for line in lines if 0 < name.y - line.y < 6), name.text) for name in names])


def drawn_on(page: Page) -> Iterator[Drawn]:
    """The charts of a page that draw something."""
    for figure in page.tree.xpath("//figure[contains(@class, 'kb-plot')]"):
        if figure.find(".//svg") is not None:
            yield Drawn(page.address, figure.get("id").removeprefix("kb-"), figure)


def _axis(named: list[tuple[float, str]]) -> Callable[[float], float]:
    values = [
        (place, float(_NUMBER.findall(text.replace(chr(0x2212), "-"))[0]))
        for place, text in named
        if any(map(str.isdigit, text))
    ]
    (first, low), *_, (last, high) = sorted(values)
    return lambda place: (low + (place - first) / (last - first) * (high - low)) / 100


def _shape(element: Any) -> Iterator[Shape]:
    looks = frozenset((element.get("class") or "").split())
    if element.tag == "rect":
        yield Shape("box", looks, float(element.get("x")), float(element.get("y")), float(element.get("width")))
    elif element.tag == "text":
        yield Shape("text", looks, float(element.get("x")), float(element.get("y")), text=words(element))
    elif element.tag == "path":
        numbers = [float(one) for one in _NUMBER.findall(element.get("d"))]
        if "kb-plot__line" in looks:
            yield Shape("line", looks, numbers[0], numbers[1], end=numbers[-2])
        elif "a" in element.get("d"):
            yield Shape("mark", looks | {"dot"}, numbers[0] + 4, numbers[1])
        else:
            yield Shape("mark", looks | {"diamond"}, numbers[0], numbers[1] + 6)
