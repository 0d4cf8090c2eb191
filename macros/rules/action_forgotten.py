"""An action that a meeting leaves open is carried on, done or dropped at the next one.

Why: An action that no minutes speak of any more is lost, and whoever waits for it is not told. The next meeting says how it
stands, if only in a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.fields import in_words
from macros.records.following import held_chain
from macros.records.library import Library
from macros.records.models import Action, Meeting
from macros.records.writing import field_lines
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.STORY


def check_library(library: Library) -> Iterator[Mistake]:
    """Go through the held meetings by their dates; each is asked only for what the one before it left open.

    While a meeting cannot be read, nobody knows what it says, and its own mistakes are told first.
    """
    meetings = library.of(Meeting)
    if len(meetings) < len(library.ids[Meeting.KIND]):
        return
    for samples in (False, True):
        left_open: dict[str, tuple[Action, Meeting]] = {}
        for meeting in held_chain(meetings.values(), samples=samples):
            spoken_of = {action.id for action in meeting.actions}
            for action_id, (action, earlier) in left_open.items():
                if action_id not in spoken_of:
                    case = Case(library, library.documents[f"content/{meeting.path}"], meeting)
                    field = ("actions",) if meeting.actions else ("date",)
                    yield case.mistake(_message(action, earlier, meeting), field, key=True)
            left_open = {action.id: (action, meeting) for action in meeting.actions if action.is_open}


def _message(action: Action, earlier: Meeting, meeting: Meeting) -> str:
    where = 'under "actions:"' if meeting.actions else 'below a new line "actions:"'
    values = {"id": action.id, "text": action.text, "owner": action.owner, "due": str(action.due or "")}
    first, *others = field_lines(Action, values)
    # In typographic quotation marks, since a line may have the others in it.
    lines = ", ".join(f"“{line}”" for line in (f"- {first}", *others))
    return (
        f'The action "{action.id}" was left open by "{earlier.id}.md" ({in_words(earlier.date)}), and this meeting, the next '
        f"that was held, does not speak of it. To carry it on, copy these lines {where}: {lines}. "
        'If it was done, add "done:" with the day. If it was given up, add "dropped:" with the day and "why:" with the reason.'
    )
