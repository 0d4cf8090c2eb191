"""A record has no template code: it is shown as it is written, and never run.

Why: Many people write records, and they are never run as programs. Readers would see the code as it is written.
"""

import re

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.SAFETY
KINDS = RECORDS_AND_PAGES

TEMPLATE = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}|-{1,2}8<-{1,2}")
_MACRO = re.compile(r"\{\{|\{%")


def check(context: RuleContext) -> Diagnostics:
    """Look for template code and file inclusion marks anywhere in the file."""
    if context.document.kind == "page":
        yield from _page(context)
        return
    text = context.document.text
    at = 0 if "{" in text or "}" in text or "8<" in text else -1
    while at >= 0 and (match := TEMPLATE.search(text, at)):
        span = context.document.text_span(match.start(), len(match.group()))
        yield context.diagnostic(f'A record cannot have "{match.group()}" in it. Take it out.', span=span)
        # Once in a line is enough.
        at = text.find("\n", match.end())


def _page(context: RuleContext) -> Diagnostics:
    """Report macros in a page that does not ask to have them rendered."""
    page = context.library.known_page(context.document.path)
    match = _MACRO.search(context.document.body)
    if page is not None and not page.render_macros and match:
        yield context.diagnostic(
            f'Readers would see "{match.group()}" here as it is written. Take it out. Or if you want the site to put something there, add '
            'the line "render_macros: true" between the --- lines.',
            span=context.document.body_span(match.start(), len(match.group())),
        )
