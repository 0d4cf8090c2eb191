"""Headings go down one level at a time, so that they make sense when read aloud.

Why: People who cannot see the page move through it by its headings. A missing level sounds as if they had overlooked
a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.TEXT
AFTER = ("heading-in-body",)


def check(case: Case) -> Iterator[Mistake]:
    """Compare each heading with the one before it; the first is of the second level."""
    above = 1
    for heading in case.body.headings:
        if heading.level > above + 1:
            before = f"the one before it with {'#' * above}" if above > 1 else "the first of a record starts with ##"
            yield case.mistake(
                f"This heading starts with {'#' * heading.level}, and {before}. Start it with {'#' * (above + 1)}.",
                span=case.document.body_span(heading.offset, heading.level),
            )
        above = heading.level
