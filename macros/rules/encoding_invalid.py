"""A file is saved as UTF-8 text."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Say how to save it again."""
    what = "This file was" if problem.detail["utf_16"] else "A letter or sign here was"
    return case.mistake(
        f"{what} saved in a way that the site cannot read. Open the file in Notepad or another editor, choose "
        '"Save as" and set "Encoding" to "UTF-8".',
        span=problem.span,
    )
