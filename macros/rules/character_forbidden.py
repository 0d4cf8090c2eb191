"""A file has no control characters and no line breaks that only some programs recognise."""

from __future__ import annotations

import unicodedata

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


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
