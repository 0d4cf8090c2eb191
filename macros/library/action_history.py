"""Action histories: each action from the meeting that agreed it to the latest one that mentions it.

Meetings on the same day are in order of their start time. A meeting with only a month comes before the days of that month.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.kinds import Action, Meeting
from macros.kinds.meeting import meeting_order
from macros.library.library import Library
from macros.schema.part import Unknown
from macros.schema.types import sort_key


@dataclass
class ActionHistory:
    """An action as it appears in each held meeting that mentions it, earliest first.

    `survived` is the number of later held meetings that did not close it.
    """

    said: list[tuple[Meeting, Action]] = field(default_factory=list)
    survived: int = 0

    @property
    def agreed_at(self) -> Meeting:
        """The meeting that agreed it."""
        return self.said[0][0]

    @property
    def latest_meeting(self) -> Meeting:
        """The last meeting that mentions it."""
        return self.said[-1][0]

    @property
    def reported_at(self) -> Meeting:
        """The first meeting that reports it closed; if it is open, the last that mentions it."""
        return next((meeting for meeting, action in self.said if not action.is_open), self.latest_meeting)

    @property
    def latest(self) -> Action:
        """Its entry in the last meeting that mentions it."""
        return self.said[-1][1]


def latest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings in reverse order."""
    return sorted(meetings, key=meeting_order, reverse=True)


def held_meetings(meetings: Iterable[Meeting]) -> list[Meeting]:
    """The meetings held so far, earliest first."""
    return sorted((one for one in meetings if one.is_held), key=meeting_order)


def meetings_in_order(library: Library, today: date) -> dict[str, Meeting]:
    """The meetings by id of which enough is known to follow actions from one to the next, and whose date can be right."""
    return {name: one for name, one in library.all_known(Meeting).items() if _is_in_order(one, today)}


def _is_in_order(meeting: Meeting, today: date) -> bool:
    try:
        day, _, _ = meeting_order(meeting)
        is_known = all(bool(one.id) | one.is_open for one in meeting.actions)
        return is_known and not (meeting.is_held and day > sort_key(today))
    except Unknown:
        return False


def action_histories(meetings: Iterable[Meeting]) -> Mapping[str, ActionHistory]:
    """Every action of held meetings by id, in the order they were agreed."""
    held, histories = held_meetings(meetings), dict[str, ActionHistory]()
    agreed: dict[str, int] = {}
    for number, meeting in enumerate(held):
        for action in meeting.actions:
            history = histories.setdefault(action.id, ActionHistory())
            history.said.append((meeting, action))
            until = len(held) - 1 if action.is_open else number - 1
            history.survived = max(0, until - agreed.setdefault(action.id, number))
    return histories
