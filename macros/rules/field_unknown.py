"""A record has only the fields of its kind."""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake, did_you_mean
from macros.rulebook.wording import where_in

_PLACES = {"page": " in a page", "network": " in the settings of the network"}


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field, and the nearest one that there is."""
    name = str(problem.location[-1])
    kind = case.document.kind
    remedy = " Take it out." if kind == "network" else " Take it out, or write it in the text below."
    hint = did_you_mean(name, problem.detail["known"]) or remedy
    where = where_in(problem.location) or _PLACES.get(kind, f" in this kind of record ({kind})")
    return case.mistake(
        f'There is no field "{name}"{where}.{hint}',
        problem.location,
        key=True,
    )
