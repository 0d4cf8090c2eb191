"""Consent to be named lasts two years at most, and then the champion is asked again.

Why: People forget what they have agreed to. Every two years, someone asks them whether it is still all right.
"""

from macros.kinds import Champion, Service
from macros.library.today import years_later
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known

TOPIC = RuleTopic.PEOPLE
AFTER = ("date-in-future",)
_MAX_YEARS = 2


def check(context: RuleContext, record: Service) -> Diagnostics:
    """Report consent given for more than two years."""
    for index, champion in enumerate(record.champions):
        yield from as_far_as_known(_of(context, index, champion))


def _of(context: RuleContext, index: int, champion: Champion) -> Diagnostics:
    given, until = champion.consent_given, champion.consent_until
    if given is not None and until is not None and until > (last := years_later(given, _MAX_YEARS)):
        message = f"Consent can last {_MAX_YEARS} years at most. End it on {last.isoformat()} or before."
        yield context.diagnostic(message, ("champions", index, "consent_until"))
