"""The title is a field, so the text has no heading of the first level.

Why: A page has one title, and the site writes it. A second one makes people who listen to the page think that another
page begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.TEXT


def check(case: Case) -> Iterator[Mistake]:
    """Look for a heading with one # (or underlined with equals signs)."""
    for heading in case.body.headings:
        if heading.level == 1:
            yield case.mistake(
                "This heading is as large as the title, which the site shows by itself. Take this line out, or start it with ## "
                "and a space.",
                span=case.document.body_span(heading.offset, len(heading.text) + 2),
            )
