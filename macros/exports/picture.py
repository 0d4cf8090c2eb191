"""A picture for link previews: a coloured band with the network's name, a title in large letters, and a few facts.

A picture takes well under a millisecond because most of it is the same in all of them: it has 16 colours, words are drawn
once, and the compression goes on from where the part that pictures share ends.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from PIL import Image, ImageDraw

from macros.exports.lettering import Style, Typeface
from macros.exports.look import Colour, Look

WIDTH, HEIGHT = 800, 420

# In a PNG every row starts with a byte that says how it is filtered, 0 if it is not. Two pixels make a byte here, so two
# more pixels of colour 0 at the start of each row are that byte.
_EDGE = 2
_LEFT = _EDGE + 52
_ROOM = WIDTH - 104
_BAND_HEIGHT = 88
_MARK_SIZE = 56
_HEAD_HEIGHT = 152
_BELOW = 24
_NAMES = (Style(30, 700), Style(24, 700), Style(19, 700))
_LABEL = Style(24, 700)
_TITLES = (Style(56, 700), Style(48, 700), Style(42, 700), Style(35, 700), Style(29, 700), Style(24, 700))
_FACTS = Style(23, 400)
_STAGE = Style(23, 700)

# The numbers of the 16 colours. Those from page to text, and from band to name, are the shades at the edges of letters:
# laying a letter over its ground mixes the numbers.
_PAGE, _TEXT = 0, 7
_BAND, _NAME = 8, 11
_LABEL_COLOUR, _STAGE_COLOUR = 12, 13
_MARK_COLOURS = (14, 15)


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says. The colours are names from the style sheet, such as "initiative" or "good"."""

    title: str
    label: str = ""
    label_colour: str = "brand"
    facts: str = ""
    facts_lines: int = 1
    stage: str = ""
    stage_colour: str = "text-quiet"


class Painter:
    """Draws cards the way the site looks."""

    def __init__(self, look: Look, name: str) -> None:
        """Draw for the network called `name`."""
        self._look = look
        self._typeface = Typeface(look.fonts)
        self._name = self._typeface.drawable(name)
        self._heads: dict[str, tuple[bytes, zlib._Compress]] = {}
        self._palettes: dict[tuple[str, str], bytes] = {}

    def png(self, card: Card) -> bytes:
        """The picture of a card as a PNG file."""
        start, compressor = self._head(card.label)
        compressor = compressor.copy()
        rows = start + compressor.compress(_rows(self._body(card))) + compressor.flush()
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
        chunks = ((b"IHDR", header), (b"PLTE", self._palette(card)), (b"IDAT", rows), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)

    def _palette(self, card: Card) -> bytes:
        key = (card.label_colour, card.stage_colour)
        if key not in self._palettes:
            colour = self._look.colour
            shades = [
                *_blend(colour("page"), colour("text"), _TEXT - _PAGE),
                *_blend(colour("brand"), colour("on-brand"), _NAME - _BAND),
                *(colour(name) for name in key),
                *self._mark_colours(),
            ]
            self._palettes[key] = bytes(part for shade in shades for part in shade)
        return self._palettes[key]

    def _mark_colours(self) -> list[Colour]:
        """The colours of the mark, as many as there is room for."""
        return list(dict.fromkeys(part.colour for part in self._look.mark))[: len(_MARK_COLOURS)]

    def _head(self, label: str) -> tuple[bytes, zlib._Compress]:
        """The upper part, which all pictures with this label share, compressed, and what compresses the rest."""
        found = self._heads.get(label)
        if found is None:
            # Most pixels are like the one before, and this strategy looks for nothing else.
            compressor = zlib.compressobj(1, strategy=zlib.Z_RLE)
            found = self._heads[label] = compressor.compress(_rows(self._draw_head(label))), compressor
        return found

    def _draw_head(self, label: str) -> Image.Image:
        picture = Image.new("P", (_EDGE + WIDTH, _HEAD_HEIGHT), _PAGE)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((_EDGE, 0, _EDGE + WIDTH, _BAND_HEIGHT - 1), fill=_BAND)
        x, y = _LEFT, (_BAND_HEIGHT - _MARK_SIZE) // 2
        number_of = dict(zip(self._mark_colours(), _MARK_COLOURS, strict=False))
        for part in self._look.mark:
            corners = [(x + across * _MARK_SIZE, y + down * _MARK_SIZE) for across, down in part.corners]
            draw.polygon(corners, fill=number_of.get(part.colour, _NAME))
        if self._look.mark:
            x += _MARK_SIZE + 20
        self._draw_name(picture, x)
        if label:
            y = _HEAD_HEIGHT - 16 - _LABEL.line_height
            draw.rectangle((_LEFT, y + 3, _LEFT + 7, y + 29), fill=_LABEL_COLOUR)
            self._typeface.draw(picture, (_LEFT + 20, y), label, _LABEL, _TEXT)
        return picture

    def _draw_name(self, picture: Image.Image, x: int) -> None:
        room = _LEFT + _ROOM - x
        style = next((style for style in _NAMES if self._typeface.width(self._name, style) <= room), _NAMES[-1])
        lines = self._typeface.lines(self._name, style, room, 2)
        y = (_BAND_HEIGHT - len(lines) * style.line_height) // 2
        for number, line in enumerate(lines):
            self._typeface.draw(picture, (x, y + number * style.line_height), line, style, _NAME)

    def _body(self, card: Card) -> Image.Image:
        """The lower part: the title under the head, the facts and the stage at the bottom."""
        picture = Image.new("P", (_EDGE + WIDTH, HEIGHT - _HEAD_HEIGHT), _PAGE)
        typeface, y = self._typeface, picture.height - _BELOW
        if card.stage:
            y -= _STAGE.line_height
            draw = ImageDraw.Draw(picture)
            middle = y + 15
            corners = [(_LEFT + 9, middle - 10), (_LEFT + 19, middle), (_LEFT + 9, middle + 10), (_LEFT - 1, middle)]
            draw.polygon(corners, fill=_STAGE_COLOUR)
            typeface.draw(picture, (_LEFT + 28, y), card.stage, _STAGE, _TEXT)
        for line in reversed(typeface.lines(typeface.drawable(card.facts), _FACTS, _ROOM, card.facts_lines)):
            y -= _FACTS.line_height
            typeface.draw(picture, (_LEFT, y), line, _FACTS, _TEXT)
        style, lines = self._fitted(typeface.drawable(card.title), y)
        for number, line in enumerate(lines):
            typeface.draw(picture, (_LEFT, number * style.line_height), line, style, _TEXT)
        return picture

    def _fitted(self, title: str, height: int) -> tuple[Style, list[str]]:
        """The largest size in which all of a title has room, and its lines."""
        for style in _TITLES:
            lines = self._typeface.lines(title, style, _ROOM)
            if len(lines) * style.line_height <= height:
                break
        return style, lines


def _blend(first: Colour, last: Colour, steps: int) -> list[Colour]:
    """The colours from one to another, both included."""
    pairs = tuple(zip(first, last, strict=True))
    red, green, blue = (
        [one + round((other - one) * step / steps) for step in range(steps + 1)] for one, other in pairs
    )
    return list(zip(red, green, blue, strict=True))


def _rows(picture: Image.Image) -> bytes:
    """The pixels as PNG packs them, two to a byte."""
    return picture.tobytes("raw", "P;4")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
