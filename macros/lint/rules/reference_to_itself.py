"""A record does not refer to itself.

Why: A link to the page that you are on helps nobody, and most often another record was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Meeting
from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.NAMES


def check(case: Case) -> Iterator[Mistake]:
    """Look for a record among its own references; a meeting may well take up a topic at once."""
    record = case.record
    if record is None or isinstance(record, Meeting):
        return
    for mention in case.mentions:
        if (mention.kind, mention.id) == (record.KIND, record.id):
            yield case.mistake("This record refers to itself. Take its own name out.", mention.location)
