"""Draws text in one typeface, size and weight."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

from macros.outputs.png import Colour
from macros.outputs.typeface import Typeface

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph: its mask, the mask's offset from the start of the glyph on the baseline, and its advance width."""

    mask: Image.Image
    left: int
    top: int
    width: int


class Lettering:
    """A typeface in a size in pixels and a weight from 400 to 700. Widths are in pixels."""

    def __init__(self, typeface: Typeface, size: int, weight: int) -> None:
        """Glyphs are drawn on first use and cached."""
        self.size = size
        self.line_height = round(size * 1.18)
        self._typeface = typeface
        self._weight = weight
        self._shape = cache(self._draw_shape)
        self._width_of = cache(lambda character: self._shape(character).width)

    def lines(self, text: str, room: int, limit: int | None = None) -> list[str]:
        """The drawable part of `text`, in lines no wider than `room`. Words that are too wide are split.

        If there are more than `limit` lines, the last one ends with an ellipsis.
        """
        lines: list[str] = []
        last = 0
        for word in self._typeface.drawable(text).split():
            for piece in [word] if self.width(word) <= room else self._pieces(word, room):
                width = self.width(piece)
                if lines and last + self.width(" ") + width <= room:
                    lines[-1] += f" {piece}"
                    last += self.width(" ") + width
                else:
                    lines.append(piece)
                    last = width
        if limit is not None and len(lines) > limit:
            lines[limit - 1 :] = [self._shortened(lines[limit - 1], room)]
        return lines

    def width(self, text: str) -> int:
        """The width of a line."""
        return sum(map(self._width_of, text))

    def draw(self, picture: Image.Image, at: tuple[int, int], lines: list[str], colour: int | Colour) -> None:
        """Draw lines one below the other, with the upper left corner of the first at `at`."""
        left, top = at
        # Pillow's own text drawing takes several times as long, and half of that goes into looking at the colour for each glyph.
        draw = ImageDraw.Draw(picture).draw
        ink = draw.draw_ink(colour)
        for number, line in enumerate(lines):
            x, baseline = left, top + number * self.line_height + self.size
            for character in line:
                shape = self._shape(character)
                if character != " ":
                    draw.draw_bitmap((x + shape.left, baseline + shape.top), shape.mask.im, ink)
                x += shape.width

    def _pieces(self, word: str, room: int) -> Iterator[str]:
        """A long word in pieces no wider than `room`."""
        piece = ""
        for character in word:
            if piece and self.width(piece + character) > room:
                yield piece
                piece = ""
            piece += character
        yield piece

    def _shortened(self, line: str, room: int) -> str:
        while self.width(line + _ELLIPSIS) > room:
            line = line[:-1]
        return line.rstrip(" ,.;:·") + _ELLIPSIS

    def _draw_shape(self, character: str) -> Outline:
        font = self._typeface.font(character, self.size, self._weight)
        left, top, right, bottom = map(round, font.getbbox(character, anchor="ls"))
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).text((-left, -top), character, fill=255, font=font, anchor="ls")
        return Outline(mask, left, top, round(font.getlength(character)))
