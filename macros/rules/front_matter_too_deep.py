"""Front matter is not nested more deeply than any field needs."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        f"The fields are nested more than {problem.detail['limit']} levels deep. No field needs that: check the indentation and brackets.",
        span=problem.span,
    )
