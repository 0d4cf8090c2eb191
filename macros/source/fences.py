"""The two lines of three hyphens around front matter, and where they were meant to be."""

import re
from dataclasses import dataclass, field

from macros.source.diagnostic import Rejection, Span

FENCE = "---"
_EXACT = re.compile(r"^---$", re.MULTILINE)
# Spaces around the hyphens, too few or too many of them, or dashes, which Word makes of them.
_MEANT = re.compile(r"^[ \t\u00a0]*(?:[-\u2010-\u2015\u2212]{2,}|[\u2013\u2014])[ \t\u00a0]*$", re.MULTILINE)
_FIELD = re.compile(r"[A-Za-z][\w-]*:(?:\s|$)")
_FIELD_LINE = re.compile(rf"^{_FIELD.pattern}", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n*")
_HEADING = re.compile(r"#{2,6} ")
_BELONGS_TO_FIELD = re.compile(r"[ \t]|- |-$|#:|$")


@dataclass(slots=True)
class Fenced:
    """Front matter and the body below it, as far as the fences tell; `line` is the number of the first line of the front matter.

    `is_told` says whether it is certain where the front matter is.
    """

    front_matter: str
    body: str
    line: int = 2
    rejections: list[Rejection] = field(default_factory=list)
    is_told: bool = True


def fenced(text: str) -> Fenced:
    """The front matter and the body of `text`. A fence that is missing or inexact is a rejection."""
    # A quick look, because nearly every file is as it should be.
    end = text.find(f"\n{FENCE}\n", len(FENCE)) + 1
    if end and text.startswith(f"{FENCE}\n"):
        front_matter = text[len(FENCE) + 1 : end]
        if "--" not in front_matter and "\n\n#" not in front_matter and front_matter.isascii():
            return Fenced(front_matter, text[end + len(FENCE) + 1 :])
    rejections: list[Rejection] = []
    if text.startswith(f"{FENCE}\n"):
        start = len(FENCE) + 1
    else:
        found = _opening(text, rejections)
        if found is None:
            return Fenced("", "", rejections=rejections, is_told=False)
        start = found
    line = text.count("\n", 0, start) + 1
    closing = _closing(text, start, rejections)
    if closing is None:
        end = _end_of_fields(text, start)
        last = text[:end].rstrip()
        where = Span(last.count("\n") + 1, 1, max(len(last) - last.rfind("\n") - 1, 1))
        rejections.append(Rejection("front-matter-unclosed", span=where))
        return Fenced(text[start:end], text[end:], line, rejections)
    return Fenced(text[start : closing.start()], text[closing.end() + 1 :], line, rejections)


def _opening(text: str, rejections: list[Rejection]) -> int | None:
    """Where the front matter starts; None if nothing tells."""
    before = len(text) - len(text.lstrip(" \t\n"))
    first = text.rfind("\n", 0, before) + 1
    meant = _MEANT.match(text, first)
    if meant and first == 0:
        rejections.append(_inexact(text, meant))
        return meant.end() + 1
    rejections.append(Rejection("front-matter-missing"))
    if meant:
        if meant.group() != FENCE:
            rejections.append(_inexact(text, meant))
        return meant.end() + 1
    is_field = _FIELD.match(text, first) and _closing(text, first, []) is not None
    return first if is_field else None


def _closing(text: str, start: int, rejections: list[Rejection]) -> re.Match[str] | None:
    """The fence below the fields: the first line that can be meant as it."""
    exact = _EXACT.search(text, start)
    end = exact.start() if exact else len(text)
    written = text[start:end]
    # A heading and nothing but prose up to the next fence: that one is a line across the text.
    if "\n\n#" in written:
        at = _end_of_fields(text, start)
        if at < end and _HEADING.match(text, at) and not _FIELD_LINE.search(text, at, end):
            exact, end = None, at
    for meant in _MEANT.finditer(text, start, end):
        following = _BLANK_LINES.match(text, meant.end())
        # Spaces after three hyphens change nothing else. A row of hyphens among fields is another mistake.
        if meant.group().rstrip(" \t") == FENCE or not (following and _FIELD.match(text, following.end())):
            rejections.append(_inexact(text, meant))
            return meant
    return exact


def _inexact(text: str, fence: re.Match[str]) -> Rejection:
    return Rejection("fence-inexact", span=Span(text.count("\n", 0, fence.start()) + 1, 1, max(len(fence.group()), 1)))


def _end_of_fields(text: str, start: int) -> int:
    """Where the text starts if no fence does: at the first line that is no field and does not belong to one."""
    at, after_blank = start, False
    for line in text[start:].splitlines(keepends=True):
        is_heading = after_blank and _HEADING.match(line) is not None
        if is_heading or (after_blank and not _FIELD.match(line) and not _BELONGS_TO_FIELD.match(line.rstrip("\n"))):
            return at
        at, after_blank = at + len(line), not line.strip()
    return len(text)
