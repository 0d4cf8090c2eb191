"""An action that a meeting leaves open is due on a day after the meeting.

Why: A date that had passed when the meeting carried the action over does not say when to expect it. It counts as
overdue from then on, although the members may have agreed to wait.
"""

from datetime import date

from macros.kinds import Meeting
from macros.library.action_history import held_meetings, meetings_in_order
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic
from macros.lint.messages import to_end_action
from macros.schema.part import known
from macros.schema.types import first_day, in_words

TOPIC = RuleTopic.DATES
LEVEL = Level.WARNING
ABOUT = Meeting


def check_library(library: Library, today: date) -> Diagnostics:
    """Check only the latest held meeting; earlier ones record how things were at the time."""
    for meeting in held_meetings(meetings_in_order(library, today).values())[-1:]:
        for index, action in enumerate(meeting.actions):
            due = known(action, "due", None)
            if action.is_open and due is not None and due < first_day(meeting.date):
                yield RuleContext.of(meeting, library).diagnostic(
                    f'The action "{action.id}" is still open, and the day it was due, {in_words(due)}, had passed when '
                    f"this meeting was held. Write the new date that was agreed. {to_end_action()}",
                    ("actions", index, "due"),
                )
