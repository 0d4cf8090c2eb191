"""A meeting that has taken place is no longer planned.

Why: Members look here for what was decided. Until the stage is changed, they are still invited to what is over.
"""

from datetime import date

from macros.kinds import Meeting, MeetingStage
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic
from macros.schema.types import sort_key

TOPIC = RuleTopic.DATES
LEVEL = Level.WARNING
AFTER = ("date-before-network", "field-needed-here")


def check(context: RuleContext, record: Meeting, today: date) -> Diagnostics:
    """Report planned meetings whose day has passed."""
    if record.stage is MeetingStage.PLANNED and sort_key(record.date) < sort_key(today):
        message = (
            'This meeting is planned for a day that has passed. Change the stage to "held" and add what was decided.'
        )
        yield context.diagnostic(message, ("date",))
