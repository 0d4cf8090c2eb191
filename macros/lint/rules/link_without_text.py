"""A link has words that say where it goes.

Why: No one can see or tap a link without words, and a screen reader can only spell out its address.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.LINKS
AFTER = ("markup-unsafe",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for links with nothing between the square brackets. Rule image-without-text covers pictures."""
    for link in context.body.links:
        if link.is_bare:
            yield context.diagnostic(
                "This link has no words, so no one can see it. Write where it goes between the square brackets: [Where it goes](address)",
                span=context.document.body_span(link.offset, len(link.target)),
            )
