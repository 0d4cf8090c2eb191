"""Front matter is a list of fields, each with a name and a value.

Why: The site finds each value by the name in front of it. Text without names belongs below the second line of
hyphens.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        "This is not a field. Write one field on each line here: its name, a colon, a space and its value, such as "
        '"title: Shared lunch".',
        span=problem.span,
    )
