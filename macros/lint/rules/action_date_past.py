"""An action that a meeting leaves open is to be done on a day that is still to come.

Why: A date that had passed when the meeting carried the action over tells nobody when to expect it. It counts as overdue from then
on, although the members may have agreed to wait for it.
"""

from collections.abc import Iterator

from macros.kinds import Meeting
from macros.library.action_history import held_meetings
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.schema.types import first_day, in_words

TOPIC = RuleTopic.DATES
LEVEL = Level.WARNING


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Check only the latest held meeting; earlier ones record how things were at the time."""
    for meeting in held_meetings(library.all_of(Meeting).values())[-1:]:
        context = RuleContext(library, library.documents[f"content/{meeting.path}"], meeting)
        for index, action in enumerate(meeting.actions):
            if action.is_open and action.due is not None and action.due < first_day(meeting.date):
                yield context.diagnostic(
                    f'The action "{action.id}" is still open, and the day it was due, {in_words(action.due)}, had passed when '
                    "this meeting was held. Write the new date that was agreed. If it is done, add "
                    '"done:" with the day. If it was given up, add "dropped:" with the day, and "why:" with the reason.',
                    ("actions", index, "due"),
                )
