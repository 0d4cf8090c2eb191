"""A record is in the folder of its kind.

Why: The folder says what kind of record it is, which decides which fields it has and which list shows it.
"""

from __future__ import annotations

from macros.kinds import KINDS
from macros.library.library import CONTENT, INDEX
from macros.lint.finding import Case, Mistake, listed
from macros.lint.topic import Topic
from macros.source.diagnostic import Problem

TOPIC = Topic.FILES


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the folder, going by the fields: none of them belongs where the file is, or not all of them."""
    kinds = list(problem.detail["kinds"])
    if case.document.path.endswith(f"/{INDEX}"):
        return case.mistake(
            f'The name "{INDEX}" belongs to the page that lists the records, and this is a record ({listed(kinds)}). Give the file '
            'another name, such as "shared-lunch.md". If that page was here before, put it back.'
        )
    folders = listed(f"{CONTENT}/{KINDS[kind].FOLDER}/" for kind in kinds)
    return case.mistake(
        f"This file has the fields of another kind of record ({listed(kinds)}). Move it to {folders}, or use the fields of "
        "the records beside it."
    )
