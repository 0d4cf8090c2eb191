"""A record has every field that it needs.

Why: Lists, filters and the page itself show these fields for every record. Without one there would be a gap that
readers cannot fill.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.messages import about_field, place_of, where_in
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FIELDS


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the field, and say what belongs in it."""
    *_, name = problem.location
    is_blank = case.document.has_key(problem.location)
    what = (
        "is left blank."
        if is_blank
        else f'is missing. Add a line that starts with "{name}:"{place_of(problem.location)}.'
    )
    return case.mistake(
        f'The field "{name}"{where_in(problem.location)} {what} {about_field(case, problem.location)}',
        problem.location,
        key=is_blank,
    )
