"""A text is neither too short to help nor too long to read.

Why: Titles and summaries are read in lists, on phones, between two appointments. Too short says nothing, and too long
is not read.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.messages import field_name
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FIELDS


def explain(problem: Problem, case: Case) -> Mistake:
    """Give the length it has and the length it may have."""
    length, name = len(" ".join(str(problem.detail["written"]).split())), field_name(problem.location)
    if not length:
        return case.mistake("This entry is blank. Write something, or take the line out.", problem.location)
    if "min_length" in problem.detail:
        limit, what, remedy = problem.detail["min_length"], "short", "Say a little more"
        bound = "at least"
    else:
        limit, what, remedy = problem.detail["max_length"], "long", "Shorten it"
        bound = "at most"
    return case.mistake(
        f'The text in "{name}" is too {what}: {length} character{"" if length == 1 else "s"}, and it takes {bound} {limit}. {remedy}.',
        problem.location,
    )
