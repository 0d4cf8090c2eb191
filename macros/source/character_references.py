"""Characters that a text writes by their number or their name, which Markdown and browsers turn into the characters themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from sys import maxunicode

# &#27; or &#x1B; or &zwnj;: no number of a character is longer, whatever comes before it. Markdown mends a number that lacks its
# end, and takes out a backslash before its sign.
_SPELLED_OUT = re.compile(
    r"&\\?#(?:0*(\d{1,7})(?!\d)|[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|[xX]?[0-9a-fA-F]+);?|&([a-zA-Z]\w*);"
)


@dataclass(frozen=True, slots=True)
class SpelledOut:
    """What stands at `offset` of a text for `character`, which is empty if there is none of that number."""

    written: str
    offset: int
    character: str


def spelled_out(text: str) -> Iterator[SpelledOut]:
    """Every character that is written so in `text`. A name that stands for none is no more than text."""
    for match in _SPELLED_OUT.finditer(text):
        decimal, hexadecimal, name = match.groups()
        number = int(decimal) if decimal else int(hexadecimal or "ffffff", 16)
        character = html5.get(f"{name};", "") if name else chr(number) if number <= maxunicode else ""
        if character or not name:
            yield SpelledOut(match.group(), match.start(), character)
