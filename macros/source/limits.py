"""How much a text may have, so that reading it takes little time and does not end the process."""

import re

# The longest front matter in a year is a tenth of this.
MAX_CHARACTERS = 64 * 1024
# No field of a record is nested as deeply, and LibYAML ends the whole process over thousands of levels.
MAX_DEPTH = 8
# No one writes more than this by hand.
MOST_LINES = 2_000
# More mistakes in one file than this are the same one repeated.
MOST_REJECTIONS = 100
MOST_SIGNS = 2_000
_MANY_LISTS = r"[ \t]*(?:>[ \t]*|(?:[-*+]|\d+[.)])[ \t]+){12}"
TOO_MANY_LISTS = re.compile(f"^{_MANY_LISTS}", re.MULTILINE)
# The engine ends the whole process over a tree that is thousands of levels deep. So this is looked for before it is asked: blocks
# are nested by the start of a line (looked for from the line break before it, which is much faster than "^"), and what is inside a
# paragraph by these signs.
_DEEP_LINE = re.compile(rf"\n(?:[ \t>]{{100}}|{_MANY_LISTS})")
_OPENINGS = "*_~["
_MOST_OPENINGS = 1_000
_NEXT_BLOCK = re.compile(r"\n(?:[ \t]*\n| {0,3}(?=[-+*] +\S))")
# Bare addresses, which the engine takes much longer to find the more there are in a paragraph.
_ADDRESSES = ("@", "://", "www.")
_MOST_ADDRESSES = 1_000
# In a whole text. Each becomes a node or more, and takes a hundred times as long as a letter.
MOST_MARKS = 20_000


def is_too_complex(text: str) -> bool:
    """Whether a text is too much to be read. One that is not may still be too deep for `parse`."""
    return (
        text.count("\n") > MOST_LINES
        or sum(map(text.count, "[<`\\")) > MOST_SIGNS
        or _DEEP_LINE.search(f"\n{text}") is not None
        or (
            _openings(text) > _MOST_OPENINGS
            and any(_openings(part) > _MOST_OPENINGS for part in _NEXT_BLOCK.split(text))
        )
        or (len(text) > _MOST_ADDRESSES and sum(map(text.count, _ADDRESSES)) > _MOST_ADDRESSES)
        or (len(text) > MOST_MARKS and _openings(text) + text.count("|") > MOST_MARKS)
    )


def _openings(text: str) -> int:
    return sum(map(text.count, _OPENINGS))
