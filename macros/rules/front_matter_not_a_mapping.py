"""Front matter is a list of fields, each with a name and a value.

Why: The site finds each value by the name in front of it. Text without names belongs below the second line of
hyphens.
"""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        'The front matter must be fields such as "title: Shared lunch", one on a line, each with a colon and a space.',
        span=problem.span,
    )
