"""A text is as simple as a page that people read: so many lines, so many brackets, so many lists in lists.

Why: A text that no person would write can keep the site from being built at all. Nothing that people have written has
come near the limit.
"""

from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.source.markdown import is_too_complex

TOPIC = RuleTopic.TEXT
KINDS = (*RECORD_KINDS, "page")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Check a record as parsed, but only the raw text of a page, which may contain macros."""
    is_record = context.document.kind in RECORD_KINDS
    if context.body.is_too_complex if is_record else is_too_complex(context.document.body):
        yield context.diagnostic(
            "This text has more lines, brackets or lists in lists than a page can bear. "
            "Shorten it, or split it into several records.",
            span=context.document.body_span(0),
        )
