"""A value is one of the choices that its field offers.

Why: The lists and filters of the site are made from these words. A record with a word of its own would be in none of
them.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake, listed, nearest
from macros.lint.messages import field_name
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FIELDS


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the nearest choice, or all of them; repair what differs in capitals and spaces only."""
    written, known = problem.detail["written"], list(problem.detail["known"])
    name = field_name(problem.location)
    if not isinstance(written, str):
        return case.mistake(f'The field "{name}" takes one of these words: {listed(known)}.', problem.location)
    found = nearest(written, known)
    hint = f'Did you mean "{found}"?' if found else f"Choose {listed(known)}."
    same = written.strip().lower().replace(" ", "-").replace("_", "-")
    certain = next((word for word in known if word == same), None)
    return case.mistake(f'"{written}" is not one of the words for "{name}". {hint}', problem.location, repair=certain)
