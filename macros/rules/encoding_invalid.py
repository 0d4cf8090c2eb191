"""A file is saved as UTF-8 text."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Say how to save it again."""
    what = "is saved as UTF-16" if problem.detail["utf_16"] else "has a character that is not UTF-8 text here"
    return case.mistake(
        f'The file {what}. Open it in your editor and save it with the encoding "UTF-8".', span=problem.span
    )
