"""An action that a meeting leaves open is carried on, done or dropped at the next one.

Why: An action that no minutes speak of any more is lost, and whoever waits for it is not told. The next meeting says how it
stands, if only in a line.
"""

from collections.abc import Iterator

from macros.kinds import Action, Meeting
from macros.library.action_history import held_meetings
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.types import Month

TOPIC = RuleTopic.STORY


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Check that each held meeting covers every action the one before it left open.

    If a meeting cannot be read, its own errors come first and nothing is checked here.
    """
    meetings = library.all_of(Meeting)
    if len(meetings) < len(library.ids[Meeting.KIND]):
        return
    left_open: dict[str, tuple[Action, Meeting]] = {}
    for meeting in held_meetings(meetings.values()):
        spoken_of = {action.id for action in meeting.actions}
        for action_id, (action, earlier) in left_open.items():
            if action_id not in spoken_of:
                context = RuleContext(library, library.documents[f"content/{meeting.path}"], meeting)
                field = ("actions",) if context.document.has_key(("actions",)) else ("date",)
                yield context.diagnostic(_message(action, earlier, meeting, context), field, key=True)
        left_open = {action.id: (action, meeting) for action in meeting.actions if action.is_open}


def _message(action: Action, earlier: Meeting, meeting: Meeting, context: RuleContext) -> str:
    before = context.library.documents[f"content/{earlier.path}"]
    place = f"{before.path}, line {before.span(('actions', earlier.actions.index(action))).line}"
    where = 'to the end of "actions:" here'
    if not context.document.has_key(("actions",)):
        where = 'below a new line "actions:" here'
    day = meeting.date
    done = '"done:" and the day' if isinstance(day, Month) else f'"done: {day.isoformat()}"'
    return (
        f'The action "{action.id}" was left open at the meeting before, and this one does not speak of it. Copy its lines from '
        f'{place}, {where}. If it is done, add {done} below them. If it was given up, add "dropped:" with the day, and "why:" with '
        "the reason."
    )
