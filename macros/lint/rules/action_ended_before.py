"""An action is not done or dropped before the meeting that agreed it.

Why: The year is usually mistyped. The lists of recent actions do not go back that far, so the action would disappear as
if no one had ever done it.
"""

from datetime import date

from macros.kinds import Meeting
from macros.library.action_history import action_histories, meetings_in_order
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.types import in_words, is_certainly_before

TOPIC = RuleTopic.DATES
ABOUT = Meeting


def check_library(library: Library, today: date) -> Diagnostics:
    """Compare the day each action ended with the first held meeting that mentions it."""
    for history in action_histories(meetings_in_order(library, today).values()).values():
        agreed_at = history.agreed_at
        for meeting, action in history.said:
            field, ended = ("done", action.done) if action.done else ("dropped", action.dropped)
            if ended is not None and is_certainly_before(ended, agreed_at.date):
                where = "this meeting" if agreed_at is meeting else f'"{agreed_at.id}.md"'
                yield RuleContext.of(meeting, library).diagnostic(
                    f'The action "{action.id}" was {field} on {in_words(ended)}, before {where} ({in_words(agreed_at.date)}) agreed it. '
                    "Check the year. If an earlier meeting agreed it, write it under the actions of that one.",
                    ("actions", meeting.actions.index(action), field),
                )
