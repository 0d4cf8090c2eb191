"""Everyone named has given their consent, from one day until another.

Why: Anyone can find a page on the web. Without the two days, no one can show that the person agreed,
and the name would never disappear by itself.
"""

from macros.kinds import Named, Record
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.source.diagnostic import Location

TOPIC = RuleTopic.PEOPLE
_TO_ADD = {
    "consent_given": 'the day they agreed, such as "consent_given: 2026-01-15"',
    "consent_until": 'the day their agreement ends, at most two years later, such as "consent_until: 2028-01-14"',
}


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Check that everyone named has both days."""
    for location, person in record.named_people():
        yield from as_far_as_known(_of(context, location, person))


def _of(context: RuleContext, location: Location, person: Named) -> Diagnostics:
    missing = [name for name in _TO_ADD if getattr(person, name) is None]
    if missing:
        named = " and ".join(f'"{name}"' for name in missing)
        to_add = ", and ".join(_TO_ADD[name] for name in missing)
        message = f"{person.name} is named without {named}. Ask them, then add {to_add}."
        yield context.diagnostic(message, (*location, "name"))
