"""A record has only the fields of its kind.

Why: It is most often a spelling mistake, and what stands in a misspelt field is shown nowhere. Nobody would notice
that it is missing from the page.
"""

from __future__ import annotations

from macros.kinds import FOLDERS, KINDS
from macros.lint.finding import Case, Mistake, did_you_mean, listed
from macros.lint.messages import where_in
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FIELDS
_PLACES = {"page": " in a page", "network": " in the settings of the network"}


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field, and the nearest one that there is."""
    name = str(problem.location[-1])
    kind = case.document.kind
    has_text_for_it = kind != "network" and len(problem.location) == 1
    remedy = " Take it out, or write it in the text below." if has_text_for_it else " Take it out."
    if len(problem.location) > 1 and kind != "network":
        remedy = f" Take it out, or use one of these instead: {', '.join(problem.detail['known'])}."
    hint = (
        _of_another_kind(problem, kind)
        or _of_the_record(problem, case)
        or did_you_mean(name, problem.detail["known"])
        or remedy
    )
    where = where_in(problem.location) or _PLACES.get(kind, f" in this kind of record ({kind})")
    return case.mistake(
        f'There is no field "{name}"{where}.{hint}',
        problem.location,
        key=True,
    )


def _of_the_record(problem: Problem, case: Case) -> str:
    """Where a nested field belongs that is one of the record itself and is not there yet; nothing otherwise."""
    name, kind = problem.location[-1], case.document.kind
    if len(problem.location) == 1 or kind not in KINDS:
        return ""
    if name not in KINDS[kind].model_fields or name in case.document.values:
        return ""
    return (
        " The record itself has such a field: start this line at the left margin, and move the lines that belong to it as far to "
        f"the left. Or use one of these instead: {', '.join(problem.detail['known'])}."
    )


def _of_another_kind(problem: Problem, kind: str) -> str:
    """Where a record with such a field belongs; nothing if no kind has it."""
    if len(problem.location) > 1 or kind == "network":
        return ""
    if kind == "page":
        is_known = any(problem.location[0] in model.model_fields for model in KINDS.values())
        return " A record may have it: take it out, or move the file to the folder of its kind." if is_known else ""
    folders = [
        f"content/{folder}/" for folder, other in FOLDERS.items() if problem.location[0] in KINDS[other].model_fields
    ]
    return f" Records in {listed(folders)} have it: take it out, or move the file there." if folders else ""
