"""Text as shapes: the typeface that the site ships, drawn letter by letter, each shape kept for the next time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FACE = re.compile(r'@font-face\s*{[^}]*?url\("([^"]+)"\)[^}]*?unicode-range:([^;]*);')
_ELLIPSIS = "…"
# Characters that have no drawing of their own and mean the same as one that has.
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2015": "—", "\u02bc": "’", "\u2032": "’", "\u2033": "”"})
# Room for letters that reach to the left of where they start, and above and below their line.
_OVERHANG = 8
# Words in the sizes of the titles are many and large: the oldest are drawn again when they come back.
_WORDS_KEPT = 3000


@dataclass(frozen=True, slots=True)
class Shape:
    """What a letter or a word looks like, as a mask that starts `_OVERHANG` before it, and how far it reaches."""

    mask: Image.Image
    width: int


@dataclass(frozen=True, slots=True)
class Style:
    """A size in pixels and a weight from 400 to 700."""

    size: int
    weight: int

    @property
    def line_height(self) -> int:
        """From one line to the next."""
        return round(self.size * 1.18)

    @property
    def height(self) -> int:
        """Of the highest letter and the lowest together."""
        return round(self.size * 1.4)


class Typeface:
    """The fonts that a style sheet names, each with the characters it is said to have."""

    def __init__(self, style_sheet: Path) -> None:
        """Read the fonts of `style_sheet`, whose addresses are relative to it."""
        css = style_sheet.read_text(encoding="utf-8")
        self._files = {style_sheet.parent / name: _characters(characters) for name, characters in _FACE.findall(css)}
        self._fonts: dict[tuple[Path, Style], ImageFont.FreeTypeFont] = {}
        self._letters: dict[tuple[str, Style], Shape] = {}
        self._words: dict[tuple[str, Style], Shape] = {}

    @cached_property
    def _file_of(self) -> dict[int, Path]:
        return {code: file for file, characters in self._files.items() for code in characters}

    def drawable(self, text: str) -> str:
        """`text` without the characters that no font has; an accent that is missing leaves its letter."""
        found = []
        for character in unicodedata.normalize("NFC", text).translate(_ALIKE):
            if character.isspace() or ord(character) in self._file_of:
                found.append(character)
            else:
                found += [part for part in unicodedata.normalize("NFKD", character) if ord(part) in self._file_of]
        return " ".join("".join(found).split())

    def lines(self, text: str, style: Style, width: int, limit: int | None = None) -> list[str]:
        """`text` in lines no wider than `width`; a word that is wider is divided.

        If there is a `limit` to the lines, an ellipsis stands for what has no room.
        """
        lines: list[str] = []
        end = width + 1
        space = self.letter(" ", style).width
        for piece in (piece for word in text.split() for piece in self._pieces(word, style, width)):
            if limit is not None and len(lines) > limit:
                break
            length = self.width(piece, style)
            if end + space + length <= width:
                lines[-1] += f" {piece}"
                end += space + length
            else:
                lines.append(piece)
                end = length
        if limit is not None and len(lines) > limit:
            lines[limit - 1 :] = [self._shortened(lines[limit - 1], style, width)]
        return lines

    def _pieces(self, word: str, style: Style, width: int) -> Sequence[str]:
        if self.width(word, style) <= width:
            return [word]
        pieces = [""]
        for character in word:
            if pieces[-1] and self.width(pieces[-1] + character, style) > width:
                pieces.append("")
            pieces[-1] += character
        return pieces

    def width(self, text: str, style: Style) -> int:
        """How wide a line is."""
        return sum(self.letter(character, style).width for character in text)

    def _shortened(self, line: str, style: Style, width: int) -> str:
        while line and self.width(line + _ELLIPSIS, style) > width:
            line = line[:-1]
        return line.rstrip(" ,.;:·") + _ELLIPSIS

    def draw(self, picture: Image.Image, at: tuple[int, int], line: str, style: Style, colour: int) -> None:
        """Draw one line whose upper left corner is `at`."""
        x, y = at
        space = self.letter(" ", style).width
        for word in line.split(" "):
            shape = self.word(word, style)
            picture.paste(colour, (x - _OVERHANG, y), shape.mask)
            x += shape.width + space

    def word(self, word: str, style: Style) -> Shape:
        """The shape of a word."""
        found = self._words.get((word, style))
        if found is None:
            if len(self._words) >= _WORDS_KEPT:
                del self._words[next(iter(self._words))]
            found = self._words[word, style] = self._word(word, style)
        return found

    def _word(self, word: str, style: Style) -> Shape:
        width = self.width(word, style)
        mask = Image.new("L", (width + 2 * _OVERHANG, style.height))
        x = 0
        for character in word:
            letter = self.letter(character, style)
            mask.paste(255, (x, 0), letter.mask)
            x += letter.width
        return Shape(mask, width)

    def letter(self, character: str, style: Style) -> Shape:
        """The shape of a letter."""
        found = self._letters.get((character, style))
        if found is None:
            found = self._letters[character, style] = self._letter(character, style)
        return found

    def _letter(self, character: str, style: Style) -> Shape:
        font = self._font(self._file_of[ord(character)], style)
        width = round(font.getlength(character))
        mask = Image.new("L", (width + 2 * _OVERHANG, style.height))
        ImageDraw.Draw(mask).text((_OVERHANG, style.size), character, fill=255, font=font, anchor="ls")
        return Shape(mask, width)

    def _font(self, file: Path, style: Style) -> ImageFont.FreeTypeFont:
        found = self._fonts.get((file, style))
        if found is None:
            # The other way of laying out letters depends on what else is installed on a computer.
            found = ImageFont.truetype(file, style.size, layout_engine=ImageFont.Layout.BASIC)
            found.set_variation_by_axes([style.weight])
            self._fonts[file, style] = found
        return found


def _characters(unicode_range: str) -> set[int]:
    found: set[int] = set()
    for part in unicode_range.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found
