"""A file has no control characters and no line breaks that only some programs recognise.

Why: Some programs take these characters for the end of a line and others do not, so that each would read a different
record. They come with text that is copied from other programs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.source.character_references import spelled_out
from macros.source.diagnostic import Problem
from macros.source.document import CONTROL

TOPIC = Topic.SAFETY
KINDS = (*RECORD_KINDS, "page")


def explain(problem: Problem, case: Case) -> Mistake:
    """Name the character, which cannot be seen, or the backslash that would have made one."""
    if "escape" in problem.detail:
        return case.mistake(
            "A backslash between double quotation marks changes what follows it. Take it out, or write it twice: "
            f"\\{problem.detail['escape']}",
            span=problem.span,
        )
    character = str(problem.detail["character"])
    name = unicodedata.name(character, "control character").lower()
    return case.mistake(
        f"There is a character here that cannot be seen (U+{ord(character):04X}, {name}). "
        "It often comes with pasted text. Delete it, or type the line again.",
        span=problem.span,
    )


def check(case: Case) -> Iterator[Mistake]:
    """Look for those that a text writes by their number, which Markdown turns into the character itself."""
    for one in spelled_out(case.document.body):
        if not one.character or CONTROL.match(one.character):
            yield case.mistake(
                f'"{one.written[:20]}" stands for a character that cannot be seen, or for none at all. Take it out.',
                span=case.document.body_span(one.offset, len(one.written)),
            )
