"""No two records of a kind have the same title.

Why: In a list or a search nobody could tell the two apart.
"""

from macros.kinds import KINDS, Record
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.source.likeness import alike

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Diagnostics:
    """Compare titles as readers see them. Report the later of two by file name."""
    for model in KINDS.values():
        first: dict[str, str] = {}
        for record in library.all_known(model).values():
            yield from as_far_as_known(_compared(record, first, library))


def _compared(record: Record, first: dict[str, str], library: Library) -> Diagnostics:
    owner = first.setdefault(alike(record.title), record.id)
    if owner != record.id:
        message = f'"{owner}.md" has the same title. Say in the title what is different about this one.'
        yield RuleContext.of(record, library).diagnostic(message, ("title",))
