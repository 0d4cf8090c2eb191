"""The short name of an action stays with that action, and is not used again.

Why: The short name is how we follow an action from meeting to meeting. If an action that was done or dropped came back,
or another one took its name, its page would mix up two stories.
"""

from datetime import date
from itertools import pairwise

from macros.kinds import Action, Meeting
from macros.library.action_history import action_histories, meetings_in_order
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.schema.types import in_words, is_certainly_before

TOPIC = RuleTopic.NAMES
ABOUT = Meeting


def check_library(library: Library, today: date) -> Diagnostics:
    """Compare each action with the last meeting that mentions it.

    A meeting may repeat how an action ended. It may change its text or its owner; a change to both means another action.
    """
    for history in action_histories(meetings_in_order(library, today).values()).values():
        for (earlier, said), (meeting, action) in pairwise(history.said):
            if earlier is not meeting:
                yield from as_far_as_known(_compared(earlier, said, meeting, action, library))


def _compared(earlier: Meeting, said: Action, meeting: Meeting, action: Action, library: Library) -> Diagnostics:
    if message := _message(said, action, earlier):
        location = ("actions", meeting.actions.index(action), "id")
        message += _other_way_round(earlier, meeting)
        yield RuleContext.of(meeting, library).diagnostic(message, location)


def _message(said: Action, action: Action, earlier: Meeting) -> str:
    where = f'"{earlier.id}.md" ({in_words(earlier.date)})'
    if not said.is_open and (said.done, said.dropped) != (action.done, action.dropped):
        ended = f"done on {in_words(said.done)}" if said.done else "dropped"
        return (
            f'The action "{action.id}" had ended already: {where} says that it was {ended}. Take it out here, or give '
            "the new action its own short name."
        )
    if said.owner != action.owner and said.text != action.text:
        return (
            f'"{action.id}" is the short name of an action of "{said.owner}" in {where}, which reads: "{said.text}" If this is the '
            "same one, keep its text or its owner as it was. If it is another, give it its own short name, and say "
            "here what happened to the earlier one."
        )
    return ""


def _other_way_round(earlier: Meeting, meeting: Meeting) -> str:
    """What to write if the meetings took place in the other order. Empty if their dates and times settle it."""
    have_days = isinstance(earlier.date, date) and isinstance(meeting.date, date)
    if have_days and earlier.date == meeting.date and None in (earlier.starts, meeting.starts):
        return f' If "{earlier.id}.md", which is on the same day, came after this one, write "starts:" in both.'
    if have_days or is_certainly_before(earlier.date, meeting.date):
        return ""
    return f' If "{earlier.id}.md", which is in the same month, came after this one, write the day of each in "date:".'
