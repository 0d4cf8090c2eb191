"""Actions, followed from the meeting that agreed them through those that carried them on.

Real meetings are one chain and samples another: what is made up carries nothing of what is real. Of two meetings on one day the
one that starts first comes first. A meeting of which only the month is known comes before the days of that month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from macros.kinds import Action, Meeting, MeetingStage
from macros.kinds.meeting import meeting_order


@dataclass
class ActionHistory:
    """One action: what each held meeting that spoke of it said, the earliest first.

    `survived` is the number of held meetings since the first of these that did not end it.
    """

    is_sample: bool
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


def chain(meetings: Iterable[Meeting], *, samples: bool) -> list[Meeting]:
    """The meetings that follow each other, the earliest first: the real ones, or those that are samples."""
    return sorted((one for one in meetings if one.sample is samples), key=meeting_order)


def held_chain(meetings: Iterable[Meeting], *, samples: bool) -> list[Meeting]:
    """Those of a chain that were held."""
    return [one for one in chain(meetings, samples=samples) if one.stage is MeetingStage.HELD]


def action_histories(meetings: Iterable[Meeting]) -> Mapping[tuple[bool, str], ActionHistory]:
    """Every action of held meetings by whether it is a sample and its id, in the order in which they were agreed."""
    every, found = list(meetings), dict[tuple[bool, str], ActionHistory]()
    for samples in (False, True):
        held = held_chain(every, samples=samples)
        agreed: dict[str, int] = {}
        for number, meeting in enumerate(held):
            for action in meeting.actions:
                one = found.setdefault((samples, action.id), ActionHistory(samples))
                one.said.append((meeting, action))
                until = len(held) - 1 if action.is_open else number - 1
                one.survived = max(0, until - agreed.setdefault(action.id, number))
    return found
