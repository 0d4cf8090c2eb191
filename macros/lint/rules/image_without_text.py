"""A picture has a text that stands for it.

Why: People who cannot see the picture hear this text instead, and everybody reads it when the picture does not load.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.LINKS
AFTER = ("markup-unsafe",)


def check(case: Case) -> Iterator[Mistake]:
    """Look for the text between the square brackets."""
    for image in case.body.images:
        if not image.alternative.strip():
            yield case.mistake(
                "This picture has no text for people who cannot see it. Write what it shows between the square brackets: "
                "![What it shows](picture.png)",
                span=case.document.body_span(image.offset, len(image.source)),
            )
