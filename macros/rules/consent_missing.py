"""Nobody is named as a champion without their consent, given on one day and ending on another.

Why: A page on the web can be found by anybody, patients included. Without the two days nobody can show that the
person agreed, and the name would never come off by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.models import Service
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.PEOPLE
KINDS = ("service",)


def check(case: Case) -> Iterator[Mistake]:
    """Look for both days at every champion."""
    if not isinstance(case.record, Service):
        return
    for index, champion in enumerate(case.record.champions):
        missing = [f'"{name}"' for name in ("consent_given", "consent_until") if getattr(champion, name) is None]
        if missing:
            yield case.mistake(
                f"{champion.name} is named without {' and '.join(missing)}. Ask them, then write the day they agreed and "
                "the day their agreement ends, at most two years later.",
                ("champions", index, "name"),
            )
