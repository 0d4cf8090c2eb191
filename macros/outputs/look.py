"""The site's colours, fonts and mark for pictures, read from the site's own files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import ImageColor

from macros.outputs.png import Colour

Point = tuple[float, float]

# The light scheme is the first block of the style sheet.
_LIGHT_SCHEME = re.compile(r":root\s*{([^}]*)}")
_VARIABLE = re.compile(r"--kb-([a-z-]+)\s*:\s*([^;]+)")
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_WHITE: Colour = (255, 255, 255)
_DARK: Colour = (34, 34, 34)


@dataclass(frozen=True)
class Look:
    """The colours of the light scheme, the style sheet with the fonts, and the parts of the mark.

    Each part is a polygon in one colour. Its corners are between 0 and 1.
    """

    colours: Mapping[str, Colour]
    fonts: Path
    mark: Sequence[tuple[Colour, Sequence[Point]]]

    def colour(self, name: str) -> Colour:
        """The colour --kb-`name` of the style sheet, or a legible default."""
        return self.colours.get(name) or (_WHITE if name in ("page", "on-brand") else _DARK)


def read_look(assets: Path) -> Look:
    """The look of the site with its theme files in `assets`. Colours and mark are optional."""
    styles, drawing = assets / "network.css", assets / "mark.svg"
    return Look(
        _light_colours(styles.read_text(encoding="utf-8")) if styles.is_file() else {},
        assets / "fonts.css",
        _polygons(drawing.read_bytes()) if drawing.is_file() else [],
    )


def _light_colours(styles: str) -> dict[str, Colour]:
    block = _LIGHT_SCHEME.search(styles)
    colours = {}
    for name, value in _VARIABLE.findall(block[1] if block else ""):
        # Some colour formats are known to browsers only.
        with suppress(ValueError):
            colours[name] = _colour(value.strip())
    return colours


def _colour(value: str) -> Colour:
    return ImageColor.getrgb(value)[:3]


def _polygons(drawing: bytes) -> list[tuple[Colour, Sequence[Point]]]:
    """The parts of a drawing made of straight paths; none if it has anything else in it."""
    try:
        svg = etree.fromstring(drawing)
        left, top, width, height = map(float, svg.get("viewBox", "").split())
        return [
            (_colour(path.get("fill")), [((x - left) / width, (y - top) / height) for x, y in shape])
            for path in svg
            for shape in _shapes(path)
        ]
    except (etree.XMLSyntaxError, ValueError):
        return []


def _shapes(path: Any) -> Iterator[list[Point]]:
    """The corners of each shape of a path. Raises `ValueError` if it is not a path or has a curve."""
    if etree.QName(path).localname != "path" or set(path.attrib) != {"fill", "d"}:
        raise ValueError("something other than a path in one colour")
    x = y = 0.0
    shape: list[Point] = []
    for letter, arguments in _STEP.findall(path.get("d")):
        numbers = [float(number) for number in _NUMBER.findall(arguments)]
        if letter not in "MmLlZz" or len(numbers) % 2:
            raise ValueError(f"{letter} is no straight line from one point to another")
        if shape and letter in "MmZz":
            yield shape
            x, y = shape[0] if letter in "Zz" else (x, y)
            shape = []
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (across, down) if letter.isupper() else (x + across, y + down)
            shape.append((x, y))
    if shape:
        yield shape
