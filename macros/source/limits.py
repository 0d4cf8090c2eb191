"""How much a text may have, so that reading it takes little time and does not end the process."""

import re

# Nobody writes more than this by hand.
MOST_LINES = 2_000
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
# A table is filled up with empty cells, so that a short text could make a page of megabytes.
_MANY_BARS = 500
_MOST_CELLS = 20_000


def is_too_complex(text: str) -> bool:
    """Whether a text is too much to be read. One that is not may still be too deep for `parse`."""
    return (
        text.count("\n") > MOST_LINES
        or sum(map(text.count, "[<`\\@")) > MOST_SIGNS
        or _DEEP_LINE.search(f"\n{text}") is not None
        or (
            _openings(text) > _MOST_OPENINGS
            and any(_openings(part) > _MOST_OPENINGS for part in _NEXT_BLOCK.split(text))
        )
        or (text.count("|") > _MANY_BARS and any(_cells(part) > _MOST_CELLS for part in _NEXT_BLOCK.split(text)))
    )


def _cells(text: str) -> int:
    """At most how many cells a table in the text has. The engine fills up each row to the length of the first."""
    lines = text.split("\n")
    return len(lines) * max(line.count("|") for line in lines)


def _openings(text: str) -> int:
    return sum(map(text.count, _OPENINGS))
