"""A text as a reader sees it: what looks the same is the same, and each character knows its place in the file.

People paste numbers and addresses with every kind of space and dash, half in bold, with a reference for a space or letters of
full width. Whoever looks for something that a person could read looks here, and not in the file.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.source.character_references import spelled_out

# What a reader does not see as it was written: marks of emphasis (an underscore within a word is itself), escapes, tags, the start
# of a comment, characters spelled out in text and addresses, and whatever is not ASCII. What a comment says, and a tag with a
# number in it, is there for readers of the file, and of code for all.
UNLIKE = re.compile(
    r"[*~`]+|(?<![^\W_])_+|_+(?![^\W_])|\\[!-/:-@\[-`{-~]|&[#\\\w]|%[2-7][\dA-Fa-f]|%[Cc]2%[Aa]0"
    r"|</?(?:b|br|code|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)\b(?:[^<>@0-9]{0,80}>)?|<!--|[^\x00-\x7f]"
)
# Where one of these may start: the search for a single character is several times as fast. Most underscores are within words.
_MAY_START = re.compile(r"[*~`_\\&%<\x80-\U0010ffff](?:(?<!_)|(?<![^\W_]_)|(?![^\W_]))")
# What Unicode does not take apart, or not as a reader does. A script for the form is made from this too.
ALIKE: Mapping[str, str] = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u055a\ua78c", "'"),
    **dict.fromkeys("\u2212\u2043\u02d7\u2796\u30fc", "-"),
    **dict.fromkeys("\u00b7\u2022\u2219\u22c5\u30fb\u2027", "."),
    **dict.fromkeys("\u2215\u29f8", "/"),
    **dict.fromkeys("\u2028\u2029", "\n"),
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", ""),
    "\u2800": " ",
    "\u00f8": "o",
    "\u00d8": "O",
    "\u0142": "l",
    "\u0141": "L",
    "\u0111": "d",
    "\u0110": "D",
    "\u00df": "ss",
    "\u00e6": "ae",
    "\u00c6": "AE",
    "\u0153": "oe",
    "\u0152": "OE",
    "\u00f0": "d",
    "\u0131": "i",
}
_UNSEEN = {"Cf", "Mn", "Me"}


@dataclass(frozen=True, slots=True)
class AsRead:
    """A text as a reader sees it, in ASCII wherever that looks the same.

    `_starts` are the offsets in it where a piece of the written text starts, and `_offsets` those of the pieces as written.
    """

    text: str
    _starts: Sequence[int]
    _offsets: Sequence[int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The offset and length, in the text as written, of what is read from `start` to `end`."""
        first = self._offset(start)
        return first, self._offset(end - 1) + 1 - first

    def _offset(self, at: int) -> int:
        piece = bisect_right(self._starts, at) - 1
        return self._offsets[piece] + at - self._starts[piece]


def as_read(text: str) -> AsRead:
    """The text as a reader sees it. Takes time in proportion to its length."""
    references = {one.offset: one for one in spelled_out(text)} if "&" in text else {}
    pieces: list[str] = []
    starts, offsets = [0], [0]
    length = done = 0
    for sign in _MAY_START.finditer(text):
        start = sign.start()
        found = UNLIKE.match(text, start) if start >= done else None
        if found is None:
            continue
        written, end = found.group(), found.end()
        if written[0] == "&":
            if (reference := references.get(start)) is None:
                continue
            end = start + len(reference.written)
            seen = "".join(map(_seen, reference.character))
        else:
            seen = _seen(written) if len(written) == 1 else _unmarked(written)
        if seen == written:
            continue
        pieces += (text[done:start], seen)
        length += start - done
        # What stands for one character may be read as several, all of which are at its start.
        for at in range(len(seen)):
            starts.append(length + at)
            offsets.append(start)
        length += len(seen)
        starts.append(length)
        offsets.append(end)
        done = end
    if not pieces:
        return AsRead(text, starts, offsets)
    pieces.append(text[done:])
    return AsRead("".join(pieces), starts, offsets)


def _unmarked(written: str) -> str:
    """What a reader sees of more than one character: an escape, an encoded character, a tag or marks."""
    if written[0] == "\\":
        return written[1]
    if written[0] == "%":
        return " " if len(written) > 3 else chr(int(written[1:], 16))
    return " " if written.startswith("<br") else ""


@lru_cache(maxsize=4096)
def _seen(character: str) -> str:
    """A single character as it is seen: empty if it is not seen at all."""
    if character in "*~`_":
        return ""
    if character in ALIKE or character.isascii():
        return ALIKE.get(character, character)
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return ""
    if category in ("Pd", "Zs", "Nd"):
        return {"Pd": "-", "Zs": " "}.get(category) or str(unicodedata.decimal(character))
    taken_apart = unicodedata.normalize("NFKD", character)
    plain = "".join(part for part in taken_apart if unicodedata.category(part) not in _UNSEEN)
    return plain if plain.isascii() else character
