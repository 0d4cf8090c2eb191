"""A file starts with its front matter: fields between two lines of three hyphens.

Why: Without it the record has no title, no themes and no date, so that no list could show it.
"""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FRONT_MATTER


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    first = case.document.line(1)
    if not case.document.text.strip():
        found = "The file is empty."
    elif not first.strip():
        found = "The first line is blank."
    elif first.strip().startswith("--"):
        found = "The first line must be three hyphens and nothing else."
    elif first.startswith("<<<<<<<"):
        found = "A merge was not finished here: delete the lines that git added."
    else:
        found = "The first line is not three hyphens."
    return case.mistake(
        f"There is no front matter at the start of the file. {found} Put --- on the first line, then the fields, then another ---."
    )
