"""A file and its front matter are no larger than a page that people read."""

from __future__ import annotations

from macros.records.document import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    detail = problem.detail
    return case.mistake(
        f"{detail['what']} is too large ({detail['size']} kB; the limit is {detail['limit']} kB). "
        "Move long passages below the front matter, or into a record of their own."
    )
