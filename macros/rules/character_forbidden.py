"""A file has no control characters and no line breaks that only some programs recognise.

Why: Some programs take these characters for the end of a line and others do not, so that each would read a different
record. They come with text that is copied from other programs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from sys import maxunicode

from macros.records.document import CONTROL
from macros.records.models import KINDS as RECORD_KINDS
from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.SAFETY
KINDS = (*RECORD_KINDS, "page")

# How a character is written by its number in a text: &#27; or &#x1B;. No number of a character is longer, whatever comes before it.
_BY_NUMBER = re.compile(r"&#(?:0*(\d{1,7})|[xX]0*([0-9a-fA-F]{1,6})|[xX]?[0-9a-fA-F]+);")


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the character, which cannot be seen, or the backslash that would have made one."""
    if "escape" in problem.detail:
        return case.mistake(
            "A backslash between double quotation marks changes what follows it. Take it out, or write it twice: "
            f"\\{problem.detail['escape']}",
            span=problem.span,
        )
    character = str(problem.detail["character"])
    name = unicodedata.name(character, "control character").lower()
    return case.mistake(
        f"There is a character here that cannot be seen (U+{ord(character):04X}, {name}). "
        "It often comes with pasted text. Delete it, or type the line again.",
        span=problem.span,
    )


def check(case: Case) -> Iterator[Mistake]:
    """Look for those that a text writes by their number, which Markdown turns into the character itself."""
    for match in _BY_NUMBER.finditer(case.document.body):
        decimal, hexadecimal = match.groups()
        number = int(decimal) if decimal else int(hexadecimal or "ffffff", 16)
        if number > maxunicode or CONTROL.match(chr(number)):
            yield case.mistake(
                f'"{match.group()[:20]}" stands for a character that cannot be seen, or for none at all. Take it out.',
                span=case.document.body_span(match.start(), len(match.group())),
            )
