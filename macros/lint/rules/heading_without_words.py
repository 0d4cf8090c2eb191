"""A heading has words.

Why: It leaves a gap on the page, and whoever listens to the page hears only that there is a heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.TEXT


def check(case: Case) -> Iterator[Mistake]:
    """Look for headings that nothing follows on their line."""
    for heading in case.body.headings:
        if not heading.text:
            yield case.mistake(
                "This heading has no words. Write some after the # signs, or delete the line.",
                span=case.document.body_span(heading.offset, heading.level),
            )
