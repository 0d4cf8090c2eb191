"""A record has only the fields of its kind."""

from __future__ import annotations

from macros.records.document import Problem
from macros.rulebook.finding import Case, Mistake, did_you_mean
from macros.rulebook.wording import where_in


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field, and the nearest one that there is."""
    name = str(problem.location[-1])
    hint = did_you_mean(name, problem.detail["known"]) or " Take it out, or write it in the text below."
    return case.mistake(
        f'There is no field "{name}"{where_in(problem.location) or f" in a record of kind {case.document.kind}"}.{hint}',
        problem.location,
        key=True,
    )
