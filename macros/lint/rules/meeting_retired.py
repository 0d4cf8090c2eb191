"""A meeting that does not take place is cancelled or postponed, not retired.

Why: A record is retired when it is out of date. Members and their calendars need to hear that a meeting is off, and
why.
"""

from macros.kinds import Meeting, MeetingStage
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic

TOPIC = RuleTopic.STORY
LEVEL = Level.WARNING


def check(context: RuleContext, record: Meeting) -> Diagnostics:
    """Report a planned meeting that was retired. It is shown as cancelled."""
    if record.stage is MeetingStage.PLANNED and record.is_retired:
        yield context.diagnostic(
            'A meeting that does not take place is not retired. Change the stage to "cancelled", or to "postponed" if the new day is '
            'not known yet, and add a line "reason:" with why.',
            ("stage",),
        )
