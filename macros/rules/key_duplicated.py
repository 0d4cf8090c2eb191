"""No field is given twice.

Why: Only one of the two would count, and programs do not agree on which.
"""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field: programs disagree on which of the two counts."""
    key = problem.detail["key"]
    return case.mistake(f'The field "{key}" is given twice. Keep one of them and delete the other.', span=problem.span)
