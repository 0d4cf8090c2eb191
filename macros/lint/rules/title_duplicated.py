"""No two records of a kind have the same title.

Why: In a list or a search nobody could tell the two apart.
"""

from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.source.likeness import alike

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Diagnostics:
    """Compare titles as readers see them. Report the later of two by file name."""
    for of_kind in library.records.values():
        first: dict[str, str] = {}
        for record in of_kind.values():
            owner = first.setdefault(alike(record.title), record.id)
            if owner != record.id:
                message = f'"{owner}.md" has the same title. Say in the title what is different about this one.'
                yield RuleContext.of(record, library).diagnostic(message, ("title",))
