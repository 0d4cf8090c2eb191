"""Front matter is not nested more deeply than any field needs.

Why: So many levels come from brackets or spaces that went wrong, and can keep the site from being built.
"""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        f"The fields are nested more than {problem.detail['limit']} levels deep. No field needs that: check the indentation and brackets.",
        span=problem.span,
    )
