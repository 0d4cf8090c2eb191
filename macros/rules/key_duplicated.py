"""No field is given twice."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field: programs disagree on which of the two counts."""
    key = problem.detail["key"]
    return case.mistake(f'The field "{key}" is given twice. Keep one of them and delete the other.', span=problem.span)
