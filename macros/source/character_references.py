"""Character references: characters written by number or name, such as `&#27;`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from sys import maxunicode

# &#27; or &#x1B; or &zwnj;. The site's Markdown knows no other way, and no longer numbers.
_SPELLED_OUT = re.compile(r"&(?:#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))|([a-zA-Z]\w*));")


@dataclass(frozen=True, slots=True)
class SpelledOut:
    """A character reference at `offset` of a text. `character` is empty if no character has that number."""

    written: str
    offset: int
    character: str


def spelled_out(text: str) -> Iterator[SpelledOut]:
    """The character references in `text`. An unknown name is ordinary text."""
    for match in _SPELLED_OUT.finditer(text):
        decimal, hexadecimal, name = match.groups()
        number = int(decimal) if decimal else int(hexadecimal or "0", 16)
        character = html5.get(f"{name};", "") if name else chr(number) if number <= maxunicode else ""
        if character or not name:
            yield SpelledOut(match.group(), match.start(), character)
