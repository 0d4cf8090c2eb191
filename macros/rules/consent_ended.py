"""A champion whose consent has ended is asked again or taken out; until then the site leaves them out by itself.

Why: People change jobs and minds. The name goes from the page by itself on the day that was agreed, and this reminds
the service that it now has nobody there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.records.fields import in_words
from macros.records.models import Service
from macros.rulebook.finding import Case, Level, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.PEOPLE
LEVEL = Level.WARNING
# If a date is mistyped, that is the mistake to mend.
AFTER = ("consent-too-long", "date-before-network", "date-in-future", "date-out-of-order")
KINDS = ("service",)


def check(case: Case, today: date) -> Iterator[Mistake]:
    """Compare the day consent ends with today."""
    if not isinstance(case.record, Service):
        return
    for index, champion in enumerate(case.record.champions):
        if champion.consent_until is not None and champion.consent_until <= today:
            yield case.mistake(
                f"Consent ended on {in_words(champion.consent_until)}, and the site no longer shows this champion. "
                "Ask them again and change the dates, or take them out.",
                ("champions", index, "consent_until"),
            )
