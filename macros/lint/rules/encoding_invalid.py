"""A file is saved as UTF-8 text.

Why: Saved in another way, a letter such as é or a curly apostrophe turns into two strange signs on the page, or the
file cannot be read at all.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FILES


def explain(problem: Problem, case: Case) -> Mistake:
    """Say how to save it again."""
    what = "This file was" if problem.detail["utf_16"] else "A letter or sign here was"
    return case.mistake(
        f"{what} saved in a way that the site cannot read. Open the file in Notepad or another editor, choose "
        '"Save as" and set "Encoding" to "UTF-8".',
        span=problem.span,
    )
