"""A file and its front matter are no larger than a page that people read."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    detail = problem.detail
    is_file = detail["what"] == "This file"
    remedy = (
        "Split it into several records."
        if is_file
        else "Move long passages below the second --- line, or into a record of their own."
    )
    return case.mistake(
        f"{detail['what']} is too large ({detail['size']} kB; the limit is {detail['limit']} kB). {remedy}"
    )
