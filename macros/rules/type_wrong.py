"""A value is of the kind that its field takes: text, a number, a list, an address."""

from __future__ import annotations

from macros.records.document import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.wording import about_field, field_name


def explain(problem: Problem, case: Case) -> Mistake:
    """Say what belongs here instead."""
    written, expected = problem.detail["written"], problem.detail["expected"]
    if isinstance(written, str):
        shown = f'"{written}" is not {expected}'
    else:
        shown = f"This is a {'list' if isinstance(written, list) else 'group of fields'}, not {expected}"
    example = about_field(case, problem.location, sentence=False)
    return case.mistake(f'{shown}, which the field "{field_name(problem.location)}" needs. {example}', problem.location)
