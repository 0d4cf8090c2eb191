"""Front matter ends with a line of three hyphens.

Why: The site cannot tell where the fields end and the text begins, and would take all of the text for fields.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        "The fields have no end. Add a line with three hyphens (---) after the last field, before the text."
    )
