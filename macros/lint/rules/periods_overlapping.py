"""Two sets of workforce figures, or two rounds with the same questions, do not cover the same days.

Why: Anyone could subtract one from the other, and be left with the figures for a few weeks, and so for a handful of people.
"""

from itertools import combinations
from typing import Any

from macros.kinds import KINDS
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.durations import days_in_words

TOPIC = RuleTopic.PEOPLE


def check_library(library: Library) -> Diagnostics:
    """Compare the periods of the records that have a table."""
    for model in KINDS.values():
        if model.ROW is None:
            continue
        records: list[Any] = sorted(library.all_of(model).values(), key=lambda record: (record.added, record.id))
        for before, record in combinations(records, 2):
            is_comparable = getattr(before, "question_set", None) == getattr(record, "question_set", None)
            if is_comparable and before.period[0] <= record.period[1] and record.period[0] <= before.period[1]:
                field = next(name for name in type(record).model_fields if getattr(record, name) == record.period[0])
                yield RuleContext.of(record, library).diagnostic(
                    f'"{before.title}" covers some of the same days ({days_in_words(*before.period)}). Choose a period that '
                    "starts after it, or correct the record that is there.",
                    (field,),
                )
