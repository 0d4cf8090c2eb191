"""A link has words that say where it leads.

Why: Nobody can see a link without words or tap it, and a screen reader can only spell out its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.LINKS
AFTER = ("markup-unsafe",)
# What stands before the address of a link without words; a picture without text is another rule's.
_NO_WORDS = re.compile(r"(?<!!)\[\s*\]\(\s*<?$")


def check(case: Case) -> Iterator[Mistake]:
    """Look for square brackets with nothing between them, before the address of each link."""
    body = case.document.body
    for link in case.body.links:
        if _NO_WORDS.search(body, max(0, link.offset - 20), link.offset):
            yield case.mistake(
                "This link has no words, so nobody can see it. Write what it leads to between the square brackets: "
                "[What it leads to](address)",
                span=case.document.body_span(link.offset, len(link.target)),
            )
