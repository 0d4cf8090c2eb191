"""Front matter is a list of fields, each with a name and a value."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    return case.mistake(
        'The front matter must be fields such as "title: Shared lunch", one on a line, each with a colon and a space.',
        span=problem.span,
    )
