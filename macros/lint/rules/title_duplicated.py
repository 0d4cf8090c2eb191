"""No two records of a kind have the same title.

Why: In a list or a search, no one could tell the two apart.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from macros.kinds import KINDS, Record
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.part import known
from macros.source.likeness import alike

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Diagnostics:
    """Compare titles as readers see them. Report what was added later, and both if it was on one day."""
    for model in KINDS.values():
        of_title: defaultdict[str, list[Record]] = defaultdict(list)
        for record in library.all_known(model).values():
            of_title[alike(known(record, "title", ""))].append(record)
        of_title.pop("", None)
        for records in of_title.values():
            if len(records) > 1:
                yield from _compared(sorted(records, key=_added), library)


def _compared(records: Sequence[Record], library: Library) -> Diagnostics:
    first, second = records[:2]
    for record in records:
        other = second if record is first else first
        if _added(record) >= _added(other):
            message = f'"{other.id}.md" has the same title. Say in the title what is different about this one.'
            yield RuleContext.of(record, library).diagnostic(message, ("title",))


def _added(record: Record) -> date:
    day: date = known(record, "added", date.max)
    return day
