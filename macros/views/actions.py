"""Actions: who does what by when, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.records.models import Action, Meeting
from macros.views.edition import Edition
from macros.views.parts import Item, item_for


@dataclass(frozen=True)
class ActionLine:
    """One action: what, who, by when, where it was last spoken of and how it stands."""

    text: str
    owner: Item | None
    meeting: Item | None
    due: date | None
    state: str
    state_label: str
    note: str


@dataclass(frozen=True)
class ActionGroup:
    """The open actions of one service."""

    service: Item
    is_sample: bool
    lines: Sequence[ActionLine]


def meeting_actions(meeting: Meeting, edition: Edition) -> list[ActionLine]:
    """What was agreed at a meeting, with how it stands now: what is still to be done first."""
    lines = []
    for agreed in meeting.actions:
        latest, latest_meeting = edition.latest_actions.get(agreed.id, (agreed, meeting))
        line = action_line(latest, None if latest_meeting is meeting else latest_meeting, edition)
        lines.append(replace(line, text=agreed.text))
    return sorted(lines, key=lambda line: list(_STATES).index(line.state))


def action_line(action: Action, meeting: Meeting | None, edition: Edition) -> ActionLine:
    """An action as its line in a list, with the meeting that last spoke of it unless that is the page's own."""
    owner = edition.library.get("service", action.owner)
    state = _state(action, edition.today)
    return ActionLine(
        text=action.text,
        owner=item_for(owner) if owner else None,
        meeting=item_for(meeting) if meeting else None,
        due=action.due,
        state=state,
        state_label=_STATES[state],
        note=action.why or "",
    )


# How an action can stand, the most pressing first.
_STATES = {"overdue": "Overdue", "open": "Open", "done": "Done", "dropped": "Dropped"}


def _state(action: Action, today: date) -> str:
    if action.done is not None:
        return "done"
    if action.dropped is not None:
        return "dropped"
    return "overdue" if action.due is not None and action.due < today else "open"


def service_actions(service_id: str, edition: Edition) -> list[ActionLine]:
    """What one service still has to do, the most urgent first."""
    return [
        action_line(action, meeting, edition) for action, meeting in edition.open_actions_by_owner.get(service_id, ())
    ]


def open_action_groups(edition: Edition) -> list[ActionGroup]:
    """What is still to be done, by service: the service with the most urgent action first, and what is real before samples."""
    owners = [(edition.library.get("service", owner), owner) for owner in edition.open_actions_by_owner]
    groups = [
        ActionGroup(item_for(service), service.sample, service_actions(owner, edition))
        for service, owner in owners
        if service
    ]
    return sorted(groups, key=lambda group: group.is_sample)
