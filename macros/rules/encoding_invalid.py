"""A file is saved as UTF-8 text.

Why: Saved in another way, a letter such as é or a curly apostrophe turns into two strange signs on the page, or the
file cannot be read at all.
"""

from __future__ import annotations

from macros.records.problem import Problem
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FILES


def explain(problem: Problem, case: Case) -> Mistake:
    """Say how to save it again."""
    what = "is saved as UTF-16" if problem.detail["utf_16"] else "has a character that is not UTF-8 text here"
    return case.mistake(
        f'The file {what}. Open it in your editor and save it with the encoding "UTF-8".', span=problem.span
    )
