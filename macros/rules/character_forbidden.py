"""A file has no control characters and no line breaks that only some programs recognise."""

from __future__ import annotations

import unicodedata

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the character, which cannot be seen, or the backslash that would have made one."""
    if "escape" in problem.detail:
        return case.mistake(
            f"Between double quotation marks {problem.detail['escape']} does not stand for itself. Type the character that you "
            "mean, or write the backslash twice.",
            span=problem.span,
        )
    character = str(problem.detail["character"])
    name = unicodedata.name(character, "control character").lower()
    return case.mistake(
        f"There is a character here that cannot be seen (U+{ord(character):04X}, {name}). "
        "It often comes with pasted text. Delete it, or type the line again.",
        span=problem.span,
    )
