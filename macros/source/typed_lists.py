"""Lists whose entries start with a sign that Markdown does not know, typed or pasted from a word processor."""

import re

# The bullets of the first, second and third level, as word processors copy them. Some are letters unless a tab follows.
_FIRST = "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25a1\uf0b7"
SECOND, THIRD = "o\u25e6\u25cb", "\u00a7\u25a0"
# One dash alone in a paragraph may be the dash of a sentence, or stand before who said something.
DASHES = "\u2013\u2014"
_SPACES = "[ \t\u00a0]*"
# A sign at the start of an entry, with the spaces after it. Some are signs only if there are any.
SIGN = rf"(?:[{_FIRST}{SECOND[1:]}{THIRD[1:]}]|[\u00b7{DASHES}](?=[ \t\u00a0])|-(?=\u00a0)){_SPACES}(?=\S)"
ENTRY = re.compile(rf"^[ \t]*(?:{SIGN}|(?:[{SECOND[0]}{THIRD[0]}]|\d+[.)])\t{_SPACES}(?=\S))")
# The first line of code between two lines of backticks or tildes.
_FENCE = re.compile(r"(`{3,}|~{3,}) *[\w#.+-]* *")
_BLANK_LINES = re.compile(r"(\n(?:[ \t]*\n)+)")


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
    depth = -1
    made = []
    for place, paragraph in enumerate(_BLANK_LINES.split(text)):
        if place % 2:
            made.append(paragraph)
            continue
        lines = paragraph.split("\n")
        signs = [match.group() if (match := ENTRY.match(line)) else "" for line in lines]
        [*found] = filter(None, signs)
        if len(found) == 1 and found[0].strip() in DASHES:
            signs = [""] * len(lines)
        for index, (line, sign) in enumerate(zip(lines, signs, strict=True)):
            if not sign:
                depth = -1 if line.strip() else depth
                continue
            depth = min(_level(sign), depth + 1)
            number = re.search(r"\d+", sign)
            lines[index] = f"{'    ' * depth}{f'{number[0]}.' if number else '-'} {line[len(sign) :]}"
        made.append("\n".join(lines))
    return "".join(made)


def _level(sign: str) -> int:
    """The level of an entry, as its sign says, or the spaces before it."""
    first = sign.strip()[0]
    if first in THIRD:
        return 2
    return int(first in SECOND or sign.startswith("  "))
