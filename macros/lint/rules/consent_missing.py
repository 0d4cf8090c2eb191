"""Everyone named as a champion has given their consent, from one day until another.

Why: Anyone can find a page on the web. Without the two days, no one can show that the person agreed,
and the name would never disappear by itself.
"""

from macros.kinds import Champion, Service
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known

TOPIC = RuleTopic.PEOPLE
_TO_ADD = {
    "consent_given": 'the day they agreed, such as "consent_given: 2026-01-15"',
    "consent_until": 'the day their agreement ends, at most two years later, such as "consent_until: 2028-01-14"',
}


def check(context: RuleContext, record: Service) -> Diagnostics:
    """Check that each champion has both days."""
    for index, champion in enumerate(record.champions):
        yield from as_far_as_known(_of(context, index, champion))


def _of(context: RuleContext, index: int, champion: Champion) -> Diagnostics:
    missing = [name for name in _TO_ADD if getattr(champion, name) is None]
    if missing:
        named = " and ".join(f'"{name}"' for name in missing)
        to_add = ", and ".join(_TO_ADD[name] for name in missing)
        message = f"{champion.name} is named without {named}. Ask them, then add {to_add}."
        yield context.diagnostic(message, ("champions", index, "name"))
