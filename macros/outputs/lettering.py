"""Text as shapes: the letters of a typeface in one size and weight, set into lines and drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

from macros.outputs.typeface import Typeface

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Outline:
    """What a letter looks like, where its mask is from the start of the letter on the baseline, and how far it reaches."""

    mask: Image.Image
    left: int
    top: int
    width: int


class Lettering:
    """A typeface in a size in pixels and a weight from 400 to 700. Widths are in pixels too."""

    def __init__(self, typeface: Typeface, size: int, weight: int) -> None:
        """Draw nothing yet: a letter is drawn when it is first used, and kept."""
        self.size = size
        self.line_height = round(size * 1.18)
        self._typeface = typeface
        self._weight = weight
        self._shape = cache(self._draw_shape)

    def lines(self, text: str, room: int, limit: int | None = None) -> list[str]:
        """What can be drawn of `text`, in lines no wider than `room`; a word that is wider is divided.

        If there is a `limit` to the lines, an ellipsis stands for what has no room.
        """
        lines: list[str] = []
        for word in self._typeface.drawable(text).split():
            for piece in [word] if self.width(word) <= room else self._pieces(word, room):
                if lines and self.width(f"{lines[-1]} {piece}") <= room:
                    lines[-1] += f" {piece}"
                else:
                    lines.append(piece)
        if limit is not None and len(lines) > limit:
            lines[limit - 1 :] = [self._shortened(lines[limit - 1], room)]
        return lines

    def width(self, text: str) -> int:
        """How wide a line is."""
        return sum(self._shape(character).width for character in text)

    def draw(self, picture: Image.Image, at: tuple[int, int], lines: list[str], colour: int) -> None:
        """Draw lines one below the other. The first starts at `at`, its upper left corner."""
        left, top = at
        # Pillow draws text too, but letter by letter from the font it takes several times as long.
        draw = ImageDraw.Draw(picture)
        for number, line in enumerate(lines):
            x, baseline = left, top + number * self.line_height + self.size
            for character in line:
                shape = self._shape(character)
                if character != " ":
                    draw.bitmap((x + shape.left, baseline + shape.top), shape.mask, colour)
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
