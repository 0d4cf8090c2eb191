"""A link has words that say where it leads.

Why: Nobody can see a link without words or tap it, and a screen reader can only spell out its address.
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
                "This link has no words, so nobody can see it. Write what it leads to between the square brackets: "
                "[What it leads to](address)",
                span=context.document.body_span(link.offset, len(link.target)),
            )
