"""No field is given twice.

Why: Only one of the two would count, and programs do not agree on which.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field: programs disagree on which of the two counts."""
    key = problem.detail["key"]
    return case.mistake(f'The field "{key}" is given twice. Keep one of them and delete the other.', span=problem.span)
