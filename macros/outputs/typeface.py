"""The fonts of a style sheet, with the characters in their unicode-range."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from PIL import ImageFont

_FACE = re.compile(r'@font-face\s*{[^}]*?url\("([^"]+)"\)[^}]*?unicode-range:([^;]*);')
# Characters without a glyph, and an equivalent that has one.
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2015": "—", "\u02bc": "’", "\u2032": "’", "\u2033": "”"})


class FontsUnusable(Exception):
    """The fonts cannot be used for drawing. The message says why."""


class Typeface:
    """The fonts of one style sheet."""

    def __init__(self, style_sheet: Path) -> None:
        """Open the fonts of `style_sheet`, whose addresses are relative to it.

        Raises `FontsUnusable` if a font cannot be read or has only one weight, or if no unicode-range has letters.
        """
        self._file_of: dict[str, Path] = {}
        self._font = cache(self._open)
        try:
            for name, unicode_range in _FACE.findall(style_sheet.read_text(encoding="utf-8")):
                file = style_sheet.parent / name
                self._font(file, 16, 400)
                self._file_of |= dict.fromkeys(_characters(unicode_range), file)
        except OSError as error:
            raise FontsUnusable(str(error)) from None
        if " " not in self._file_of:
            raise FontsUnusable("no font in it has a unicode-range with the space in it")

    def drawable(self, text: str) -> str:
        """`text` without characters that no font has. Letters lose only an accent that is missing."""
        text = unicodedata.normalize("NFC", text).translate(_ALIKE)
        if self._file_of.keys() >= {*text}:
            return " ".join(text.split())
        kept = []
        for character in text:
            if character.isspace() or character in self._file_of:
                kept.append(character)
            else:
                kept += [part for part in unicodedata.normalize("NFKD", character) if part in self._file_of]
        return " ".join("".join(kept).split())

    def font(self, character: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """The font with `character`, `size` pixels high and in a weight from 400 to 700."""
        return self._font(self._file_of[character], size, weight)

    def _open(self, file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
        # The other layout engine depends on what is installed on the computer.
        font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([weight])
        return font


def _characters(unicode_range: str) -> set[str]:
    characters: set[str] = set()
    for part in unicode_range.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        characters.update(chr(code) for code in range(int(first, 16), int(last or first, 16) + 1))
    return characters
