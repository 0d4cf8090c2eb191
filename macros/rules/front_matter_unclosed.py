"""Front matter ends with a line of three hyphens."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        "The fields have no end. Add a line with three hyphens (---) after the last field, before the text."
    )
