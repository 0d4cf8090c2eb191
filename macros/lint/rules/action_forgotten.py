"""An action that a meeting leaves open is carried over, done or dropped at the next one.

Why: If the minutes stop mentioning an action, it gets lost, and whoever is waiting for it does not hear. The next
meeting says where it has got to, even if only in a line.
"""

from datetime import date
from itertools import pairwise

from macros.kinds import Meeting
from macros.library.action_history import held_meetings, meetings_in_order
from macros.library.library import CONTENT, Library
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import to_end_action
from macros.schema.types import Month

TOPIC = RuleTopic.STORY
ABOUT = Meeting


def check_library(library: Library, today: date) -> Diagnostics:
    """Check that each held meeting covers every action the one before it left open.

    If too little is known of a meeting, its own errors come first and nothing is checked here.
    """
    meetings = meetings_in_order(library, today)
    if len(meetings) < len(library.ids[Meeting.KIND]):
        return
    for earlier, meeting in pairwise(held_meetings(meetings.values())):
        spoken_of = {action.id for action in meeting.actions}
        for index, action in enumerate(earlier.actions):
            if action.is_open and action.id not in spoken_of:
                yield _forgotten(earlier, index, meeting, library)


def _forgotten(earlier: Meeting, index: int, meeting: Meeting, library: Library) -> Diagnostic:
    context = RuleContext.of(meeting, library)
    has_actions = context.document.has_key(("actions",))
    where = 'to the end of "actions:" here' if has_actions else 'below a new line "actions:" here'
    line = library.documents[f"{CONTENT}/{earlier.path}"].span(("actions", index)).line
    done = '"done:" and the day' if isinstance(meeting.date, Month) else f'"done: {meeting.date.isoformat()}"'
    return context.diagnostic(
        f'The action "{earlier.actions[index].id}" was left open at the meeting before, and this one does not mention it. Copy its '
        f"lines from {CONTENT}/{earlier.path}, line {line}, {where}. {to_end_action(f'{done} below them')}",
        ("actions" if has_actions else "date",),
        key=True,
    )
