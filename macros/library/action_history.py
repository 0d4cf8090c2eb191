"""Actions, followed from the meeting that agreed them through those that carried them on.

Of two meetings on one day the one that starts first comes first. A meeting of which only the month is known comes before the
days of that month.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from macros.kinds import Action, Meeting, MeetingStage
from macros.kinds.meeting import meeting_order


@dataclass
class ActionHistory:
    """One action: what each held meeting that spoke of it said, the earliest first.

    `survived` is the number of held meetings since the first of these that did not end it.
    """

    said: list[tuple[Meeting, Action]] = field(default_factory=list)
    survived: int = 0

    @property
    def agreed_at(self) -> Meeting:
        """The meeting that agreed it."""
        return self.said[0][0]

    @property
    def latest_meeting(self) -> Meeting:
        """The meeting that spoke of it last."""
        return self.said[-1][0]

    @property
    def reported_at(self) -> Meeting:
        """The first meeting that said that it had ended; if it has not, the one that spoke of it last."""
        return next((meeting for meeting, action in self.said if not action.is_open), self.latest_meeting)

    @property
    def latest(self) -> Action:
        """How it stood then."""
        return self.said[-1][1]


def latest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings in their order turned round: the latest day first, and of two on one day the one that starts later."""
    return sorted(meetings, key=meeting_order, reverse=True)


def held_meetings(meetings: Iterable[Meeting]) -> list[Meeting]:
    """The meetings that were held, the earliest first."""
    return sorted((one for one in meetings if one.stage is MeetingStage.HELD), key=meeting_order)


def action_histories(meetings: Iterable[Meeting]) -> Mapping[str, ActionHistory]:
    """Every action of held meetings by its id, in the order in which they were agreed."""
    held, found = held_meetings(meetings), dict[str, ActionHistory]()
    agreed: dict[str, int] = {}
    for number, meeting in enumerate(held):
        for action in meeting.actions:
            one = found.setdefault(action.id, ActionHistory())
            one.said.append((meeting, action))
            until = len(held) - 1 if action.is_open else number - 1
            one.survived = max(0, until - agreed.setdefault(action.id, number))
    return found
