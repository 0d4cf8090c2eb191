"""A record has no template code: it is shown as it is written, never run.

Why: Records are written by many people and are never run as programs. Readers would see the code, and that is never
what was meant.
"""

import re
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.SAFETY
KINDS = (*RECORD_KINDS, "page")

TEMPLATE = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}|-{1,2}8<-{1,2}")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for template code and file inclusion marks anywhere in the file."""
    if context.document.kind == "page":
        yield from _page(context)
        return
    text = context.document.text
    if "{" not in text and "}" not in text and "8<" not in text:
        return
    reported = 0
    for match in TEMPLATE.finditer(text):
        span = context.document.text_span(match.start(), len(match.group()))
        if span.line != reported:
            reported = span.line
            yield context.diagnostic(f'A record may not have "{match.group()}" in it. Take it out.', span=span)


def _page(context: RuleContext) -> Iterator[Diagnostic]:
    """Report macros in a page that does not ask to have them rendered."""
    page = context.library.pages.get(context.document.path)
    if page is None or page.render_macros:
        return
    match = re.search(r"\{\{|\{%", context.document.body)
    if match:
        yield context.diagnostic(
            f'Readers would see "{match.group()}" here as it is written. Take it out; or if the site is to put something there, add '
            'the line "render_macros: true" between the --- lines.',
            span=context.document.body_span(match.start(), len(match.group())),
        )
