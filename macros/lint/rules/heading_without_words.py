"""A heading has words.

Why: It leaves a gap on the page, and whoever listens to the page hears only that there is a heading.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.TEXT


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for headings with no text."""
    for heading in context.body.headings:
        if not heading.text:
            yield context.diagnostic(
                "This heading has no words. Write some after the # signs, or delete the line.",
                span=context.document.body_span(heading.offset, heading.level),
            )
