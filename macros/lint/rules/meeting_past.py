"""A meeting that has taken place is no longer planned.

Why: Members look here for what was decided. Until the stage changes, we are still inviting them to a meeting that is
over.
"""

from datetime import date

from macros.kinds import Meeting
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic
from macros.schema.types import sort_key

TOPIC = RuleTopic.DATES
LEVEL = Level.WARNING
AFTER = ("date-before-network", "field-needed-here")


def check(context: RuleContext, record: Meeting, today: date) -> Diagnostics:
    """Report planned meetings whose day has passed."""
    if record.is_planned and sort_key(record.ends_on) < sort_key(today):
        message = (
            'This meeting is planned for a day that has passed. Change the stage to "held" and add what was decided. If it did not '
            'take place, change the stage to "cancelled" or "postponed", and add "reason:" with why.'
        )
        yield context.diagnostic(message, ("date",))
