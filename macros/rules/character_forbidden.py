"""A file has no control characters and no line breaks that only some programs recognise.

Why: Some programs take these characters for the end of a line and others do not, so that each would read a different
record. They come with text that is copied from other programs.
"""

from __future__ import annotations

import unicodedata

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.SAFETY


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
