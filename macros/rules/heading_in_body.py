"""The title is a field, so the text has no heading of the first level."""

from __future__ import annotations

from collections.abc import Iterator

from macros.rulebook.finding import Case, Mistake


def check(case: Case) -> Iterator[Mistake]:
    """Look for a heading with one # (or underlined with equals signs)."""
    for heading in case.body.headings:
        if heading.level == 1:
            yield case.mistake(
                "This heading is as large as the title, which the site shows by itself. Take this line out, or start it with ## "
                "and a space.",
                span=case.document.body_span(heading.offset, len(heading.text) + 2),
            )
