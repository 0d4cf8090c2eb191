"""Lists whose entries start with a sign that Markdown does not know, typed or pasted from a word processor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# The bullets of the first, second and third level, as word processors copy them. Some are letters unless a tab follows.
_FIRST = "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25a1\uf0b7"
SECOND, THIRD = "o\u25e6\u25cb", "\u00a7\u25a0"
# One dash alone in a paragraph may be the dash of a sentence, or stand before who said something.
DASHES = "\u2013\u2014"
_SPACES = "[ \t\u00a0]*"
# A row of these is decoration.
_BULLETS = "\u2022\u00b7"
_FOLLOWED = rf"[{_BULLETS[1]}{DASHES}](?=[ \t\u00a0])|-(?=\u00a0)"
# A sign at the start of an entry, with the spaces after it. Some are signs only if spaces follow, or a tab.
SIGN = (
    rf"(?:(?:[{_FIRST}{SECOND[1:]}{THIRD[1:]}]|{_FOLLOWED}){_SPACES}(?=[^\s{_BULLETS}])"
    rf"|(?:[{SECOND[0]}{THIRD[0]}]|\d+[.)])\t{_SPACES}(?=\S))"
)
ENTRY = re.compile(rf"^[ \t]*{SIGN}")
# The first line of code between two lines of backticks or tildes.
_FENCE = re.compile(r"(`{3,}|~{3,}) *[\w#.+-]* *")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: the index of its line, the sign it has with the spaces around it, and what Markdown has instead."""

    line: int
    sign: str
    made: str


def entries(text: str) -> Iterator[Entry]:
    """The entries of the lists in a text without code."""
    levels: list[int] = []
    for is_blank, paragraph in groupby(enumerate(text.split("\n")), lambda numbered: not numbered[1].strip(" \t")):
        if is_blank:
            continue
        lines = [(number, line, match.group() if (match := ENTRY.match(line)) else "") for number, line in paragraph]
        is_dash = "".join(sign for _, _, sign in lines).strip() in DASHES
        for number, line, sign in lines:
            if is_dash or not sign:
                levels = [] if line.strip() else levels
                continue
            level = _level(sign)
            levels = [*(one for one in levels if one < level), level]
            digits = re.search(r"\d+", sign)
            yield Entry(number, sign, f"{'    ' * (len(levels) - 1)}{f'{digits[0]}.' if digits else '-'} ")


def with_lists(text: str) -> str:
    """The text with Markdown lists, indented by level. Code stays as it is. form/pasted.js does the same."""
    lines = text.split("\n")
    last = {line.rstrip(" "): number for number, line in enumerate(lines)}
    made: list[str] = []
    start = number = 0
    while number < len(lines):
        fence = _FENCE.fullmatch(lines[number])
        if fence and last.get(fence[1], 0) > number:
            if start < number:
                made.append(_with_lists("\n".join(lines[start:number])))
            start, number = number, number + 1
            while lines[number].rstrip(" ") != fence[1]:
                number += 1
            made += lines[start : number + 1]
            start = number + 1
        number += 1
    if start < len(lines):
        made.append(_with_lists("\n".join(lines[start:])))
    return "\n".join(made)


def _with_lists(text: str) -> str:
    lines = text.split("\n")
    for entry in entries(text):
        lines[entry.line] = entry.made + lines[entry.line][len(entry.sign) :]
    return "\n".join(lines)


def _level(sign: str) -> int:
    """The level of an entry, as its sign says, or the spaces before it."""
    first = sign.strip()[0]
    if first in THIRD:
        return 2
    return int(first in SECOND or sign.startswith("  "))
