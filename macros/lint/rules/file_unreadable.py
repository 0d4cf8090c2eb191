"""Every file can be opened and read.

Why: What cannot be opened cannot be published, and would be missing from the site without a word.
"""

from __future__ import annotations

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FILES


def explain(problem: Problem, case: Case) -> Mistake:
    """Put the reader's problem into words."""
    if (case.library.root / case.document.path).is_dir():
        return case.mistake("This is a folder, and only the name of a file ends with .md. Rename the folder.")
    return case.mistake(
        f"This file cannot be read: {problem.detail['reason']}. Check that it is there and that you may open it."
    )
