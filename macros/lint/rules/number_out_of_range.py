"""A number is within the range that its field takes.

Why: It is most often a digit too many, and the site adds and sorts these numbers.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.messages import field_name
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FIELDS


def explain(problem: Problem, case: Case) -> Mistake:
    """Give the bound that it crosses."""
    detail = problem.detail
    bound = f"at least {detail['ge']}" if "ge" in detail else f"at most {detail['le']}"
    return case.mistake(
        f'{detail["written"]} is not possible for the field "{field_name(problem.location)}": it takes a number of {bound}.',
        problem.location,
    )
