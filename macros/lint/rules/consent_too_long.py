"""Consent to be named lasts two years at most, and then the person is asked again.

Why: People forget what they have agreed to. Every two years, someone asks them whether it is still all right.
"""

from macros.kinds import Named, Record
from macros.library.today import years_later
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.source.diagnostic import Location

TOPIC = RuleTopic.PEOPLE
AFTER = ("date-in-future",)
_MAX_YEARS = 2


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Report consent given for more than two years."""
    for location, person in record.named_people():
        yield from as_far_as_known(_of(context, location, person))


def _of(context: RuleContext, location: Location, person: Named) -> Diagnostics:
    given, until = person.consent_given, person.consent_until
    if given is not None and until is not None and until > (last := years_later(given, _MAX_YEARS)):
        message = f"Consent can last {_MAX_YEARS} years at most. End it on {last.isoformat()} or before."
        yield context.diagnostic(message, (*location, "consent_until"))
