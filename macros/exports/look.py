"""What a picture has in common with the site: its colours, its fonts and its mark, read from the theme's own files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageColor

Colour = tuple[int, int, int]
Point = tuple[float, float]

# The first block of the style sheet is the light scheme.
_LIGHT_SCHEME = re.compile(r":root\s*{([^}]*)}")
_VARIABLE = re.compile(r"--kb-([a-z-]+)\s*:\s*([^;]+);")
_PATH = re.compile(r'<path fill="([^"]+)" d="([^"]+)"')
_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_WHITE: Colour = (255, 255, 255)
_DARK: Colour = (34, 34, 34)


@dataclass(frozen=True, slots=True)
class Polygon:
    """A part of the mark, in one colour. Its corners are between 0 and 1."""

    colour: Colour
    corners: Sequence[Point]


@dataclass(frozen=True)
class Look:
    """The colours of the light scheme, the style sheet that names the fonts, and the parts of the mark."""

    colours: Mapping[str, Colour]
    fonts: Path
    mark: Sequence[Polygon]

    def colour(self, name: str) -> Colour:
        """The colour that the style sheet calls --kb-`name`, or one that can be read if there is none."""
        return self.colours.get(name) or (_WHITE if name in ("page", "on-brand") else _DARK)


def read_look(assets: Path) -> Look:
    """How the site looks whose styles, fonts and mark are in the folder `assets`."""
    styles = (assets / "network.css").read_text(encoding="utf-8")
    drawing = (assets / "mark.svg").read_text(encoding="utf-8")
    return Look(_light_colours(styles), assets / "fonts.css", _polygons(drawing))


def _light_colours(styles: str) -> dict[str, Colour]:
    block = _LIGHT_SCHEME.search(styles)
    found = {name: _colour(written) for name, written in _VARIABLE.findall(block[1] if block else "")}
    return {name: colour for name, colour in found.items() if colour is not None}


def _colour(written: str) -> Colour | None:
    """The colour that is written so in a style sheet; None if it is written in a way that only browsers know."""
    try:
        red, green, blue = ImageColor.getrgb(written.strip())[:3]
    except ValueError:
        return None
    return red, green, blue


def _polygons(drawing: str) -> list[Polygon]:
    """The parts of a drawing that consists of paths of straight lines; none if there is anything else in it."""
    view, paths = _VIEW.search(drawing), _PATH.findall(drawing)
    if view is None or drawing.count("<") != len(paths) + 2:
        return []
    width, height = float(view[1]), float(view[2])
    found = []
    for fill, steps in paths:
        colour, shapes = _colour(fill), list(_corners(steps))
        if colour is None or not all(shapes):
            return []
        found += [Polygon(colour, [(x / width, y / height) for x, y in shape]) for shape in shapes]
    return found


def _corners(steps: str) -> Iterator[list[Point]]:
    """The corners of each shape of a path; none where it has a curve."""
    x = y = 0.0
    shape: list[Point] = []
    for letter, written in _STEP.findall(steps):
        numbers = [float(number) for number in _NUMBER.findall(written)]
        if letter not in "MmLlZz" or len(numbers) % 2:
            yield []
            return
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (across, down) if letter.isupper() else (x + across, y + down)
            shape.append((x, y))
        if letter in "Zz":
            yield shape
            if shape:
                x, y = shape[0]
            shape = []
    if shape:
        yield shape
