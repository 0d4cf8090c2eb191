"""A link has words that say where it leads.

Why: Nobody can see a link without words or tap it, and a screen reader can only spell out its address.
"""

import re
from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.LINKS
AFTER = ("markup-unsafe",)
# The text before the address of a link without words. Rule image-without-text covers pictures.
_NO_WORDS = re.compile(r"(?<!!)\[\s*\]\(\s*<?$")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for links with nothing between the square brackets."""
    body = context.document.body
    for link in context.body.links:
        if _NO_WORDS.search(body, max(0, link.offset - 20), link.offset):
            yield context.diagnostic(
                "This link has no words, so nobody can see it. Write what it leads to between the square brackets: "
                "[What it leads to](address)",
                span=context.document.body_span(link.offset, len(link.target)),
            )
