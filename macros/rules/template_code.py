"""A record has no template code: it is shown as it is written, never run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.rulebook.finding import Case, Mistake

_TEMPLATE = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}|-{1,2}8<-{1,2}")


def check(case: Case) -> Iterator[Mistake]:
    """Look for the signs that start and end template code and file inclusion, anywhere in the file."""
    text = case.document.text
    if "{" not in text and "}" not in text and "8<" not in text:
        return
    reported = 0
    for match in _TEMPLATE.finditer(text):
        span = case.document.text_span(match.start(), len(match.group()))
        if span.line != reported:
            reported = span.line
            yield case.mistake(f'A record may not have "{match.group()}" in it. Write it in words.', span=span)
