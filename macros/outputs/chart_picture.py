"""Draws charts as PNG pictures for slides, in the look of the site."""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import dist

from PIL import Image, ImageDraw

from macros.outputs.lettering import Lettering
from macros.outputs.look import Look
from macros.outputs.typeface import Typeface
from macros.pages.charts.shapes import LETTERS, WIDTH, Box, Chart, Line, Mark, Shape

Point = tuple[float, float]

# Pixels to a unit. A chart of one panel is then as wide as half a slide, and one of several is as sharp as that.
ONE_PANEL, MORE_PANELS = 3, 2
_EDGE = 16
_DASH, _GAP = 4, 3
_REGULAR, _BOLD = 400, 700
_MADE_UP = "Made-up figures"
_INKS = (
    "page",
    "surface-quiet",
    "line",
    "line-strong",
    "initiative",
    "stopped",
    "stopped-surface",
    "idea",
    "idea-surface",
)
# The shades at the edges of letters.
_SHADES = 8


class ChartPainter:
    """Draws charts in the site's look, with the panels of a chart side by side."""

    def __init__(self, look: Look, made_up: bool, scale: int = ONE_PANEL) -> None:
        """Prepare to draw with `scale` pixels to a unit. `made_up` has every picture say so.

        Raises `FontsUnusable` if the site's fonts cannot be used.
        """
        typeface = Typeface(look.fonts)
        self._look = look
        self._made_up = made_up
        self._scale = scale
        self._palette = _palette(look)
        self._letters = cache(lambda units, weight: Lettering(typeface, units * scale, weight))

    def png(self, chart: Chart) -> bytes:
        """The picture of a chart, with its title and its finding above it."""
        across = max(1, len(chart.panels))
        width = (across * (WIDTH + 2 * _EDGE)) * self._scale
        head = self._head(chart, width - 2 * _EDGE * self._scale)
        top = 2 * _EDGE * self._scale + sum(len(lines) * letters.line_height for letters, lines in head)
        height = top + round(max((one.height for one in chart.panels), default=0) + _EDGE) * self._scale
        picture = Image.new("RGB", (width, height), self._look.colour("surface"))
        y = _EDGE * self._scale
        for letters, lines in head:
            letters.draw(picture, (_EDGE * self._scale, y), lines, self._look.colour("text"))
            y += len(lines) * letters.line_height
        for place, panel in enumerate(chart.panels):
            origin = ((_EDGE + place * (WIDTH + 2 * _EDGE)) * self._scale, top)
            for shape in panel.shapes:
                self._draw(picture, ImageDraw.Draw(picture), shape, origin)
        file = BytesIO()
        picture.quantize(palette=self._palette, dither=Image.Dither.NONE).save(file, "PNG", compress_level=1)
        return file.getvalue()

    def _head(self, chart: Chart, room: int) -> Sequence[tuple[Lettering, list[str]]]:
        texts = [(chart.about.title, LETTERS + 4, _BOLD), (chart.about.words, LETTERS + 1, _REGULAR)]
        if self._made_up:
            texts.append((_MADE_UP, LETTERS + 1, _BOLD))
        return [
            (self._letters(size, weight), self._letters(size, weight).lines(text, room)) for text, size, weight in texts
        ]

    def _draw(self, picture: Image.Image, draw: ImageDraw.ImageDraw, shape: Shape, origin: tuple[int, int]) -> None:
        def at(x: float, y: float) -> tuple[int, int]:
            return origin[0] + round(x * self._scale), origin[1] + round(y * self._scale)

        colour = self._look.colour(shape.ink)
        if isinstance(shape, Box):
            corners = (at(shape.x, shape.y), at(shape.x + shape.width, shape.y + shape.height))
            outline = self._look.colour("line-strong") if shape.outlined else None
            draw.rectangle(corners, fill=colour, outline=outline, width=self._scale)
        elif isinstance(shape, Line):
            for start, end in _strokes(shape):
                draw.line((at(*start), at(*end)), fill=colour, width=self._scale * (2 if shape.bold else 1))
        elif isinstance(shape, Mark):
            self._mark(draw, shape, at(shape.x, shape.y))
        else:
            letters = self._letters(LETTERS, _BOLD if shape.bold else _REGULAR)
            (text,) = letters.lines(shape.text, picture.width, 1) or [""]
            x, y = at(shape.x, shape.y - LETTERS)
            width = letters.width(text)
            letters.draw(
                picture, (x - {"start": 0, "middle": width // 2, "end": width}[shape.anchor], y), [text], colour
            )

    def _mark(self, draw: ImageDraw.ImageDraw, mark: Mark, at: tuple[int, int]) -> None:
        (x, y), colour = at, self._look.colour(mark.ink)
        if mark.form == "diamond":
            reach = 6 * self._scale
            draw.polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], fill=colour)
            return
        reach = 4 * self._scale
        fill = self._look.colour("surface") if mark.form == "ring" else colour
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill, outline=colour, width=self._scale)


def _palette(look: Look) -> Image.Image:
    """The colours of charts, for Pillow: with a palette that is known, a file takes a third of the time and of the space."""
    ends = [*zip(look.colour("surface"), look.colour("text"), strict=True)]
    shades = [tuple(one + (other - one) * step // _SHADES for one, other in ends) for step in range(_SHADES + 1)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*map(look.colour, _INKS), *shades) for part in colour])
    return palette


def _strokes(line: Line) -> Iterator[tuple[Point, Point]]:
    """The strokes of a line: from point to point, or the dashes along all of it."""
    travelled = 0.0
    for start, end in pairwise(line.points):
        length = dist(start, end)
        if not line.dashed:
            yield start, end
        near = -(travelled % (_DASH + _GAP))
        while line.dashed and near < length:
            if near + _DASH > 0:
                ends = max(0.0, near) / length, min(length, near + _DASH) / length
                yield _between(start, end, ends[0]), _between(start, end, ends[1])
            near += _DASH + _GAP
        travelled += length


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
