"""Front matter is not nested more deeply than any field needs.

Why: So many levels come from brackets or spaces that went wrong, and can keep the site from being built.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        "There are too many brackets, hyphens or spaces in front of this value: it is more than "
        f"{problem.detail['limit']} levels deep. Take out those that are not needed.",
        span=problem.span,
    )
