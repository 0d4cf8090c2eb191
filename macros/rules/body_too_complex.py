"""A text is as simple as a page that people read: so many lines, so many brackets, so many lists in lists."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.models import KINDS as RECORD_KINDS
from macros.rulebook.finding import Case, Mistake

KINDS = (*RECORD_KINDS, "page")


def check(case: Case) -> Iterator[Mistake]:
    """Ask the body, which was not read if it is more than Markdown can bear."""
    if case.body.is_too_complex:
        yield case.mistake(
            "This text has more lines, brackets or lists in lists than a page can bear. "
            "Shorten it, or split it into several records.",
            span=case.document.body_span(0),
        )
