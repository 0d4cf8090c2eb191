"""A text is as simple as a page that people read: not too many lines, brackets, stars, cells or lists in lists.

Why: A text that no person would write can stop the whole site from being built. Nothing that people have written has
come near the limit.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.TEXT
KINDS = RECORDS_AND_PAGES


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Report a text that was not read."""
    if context.body.is_too_complex:
        yield context.diagnostic(
            "This text has more lines, brackets, stars, addresses, table cells or lists in lists than a page can take. "
            "Shorten it, or split it into several records.",
            span=context.document.body_span(0),
        )
