"""What a meeting opens with if nothing has been chosen: the network's questions and activities, each in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.records.models import Initiative, InitiativeStage, Meeting, MeetingStage, Opening
from macros.views.chain import earlier_meetings
from macros.views.edition import Edition
from macros.views.parts import real_first


@dataclass(frozen=True)
class ProposedOpening:
    """What is in turn: a question of network.yml, or an initiative that opens meetings. `last_used` is where it was last used."""

    title: str
    initiative: Initiative | None = None
    last_used: Meeting | None = None


def proposed_opening(meeting: Meeting, edition: Edition) -> ProposedOpening | None:
    """What is in turn at a meeting: what was never used, in the order of network.yml and then by title, else what was used
    longest ago.

    An earlier meeting that is still to come and has chosen nothing takes its own turn first. None if the network has neither
    questions nor such initiatives.
    """
    openers = _openers(edition, samples=meeting.sample)
    turns: dict[ProposedOpening, tuple[int, Meeting]] = {}
    for turn, earlier in enumerate(earlier_meetings(meeting, edition)):
        if earlier.opening is not None:
            used = [one for one in openers if _is_used(one, earlier.opening)]
        else:
            used = [_in_turn(openers, turns)] if openers and earlier.stage is MeetingStage.PLANNED else []
        turns.update((one, (turn, earlier)) for one in used)
    if not openers:
        return None
    found = _in_turn(openers, turns)
    return ProposedOpening(found.title, found.initiative, turns[found][1] if found in turns else None)


def _openers(edition: Edition, *, samples: bool) -> Sequence[ProposedOpening]:
    initiatives = [
        one
        for one in sorted(edition.library.of(Initiative).values(), key=real_first)
        if one.opens_meetings
        and (samples or not one.sample)
        and not one.is_retired
        and one.stage is not InitiativeStage.STOPPED
    ]
    questions = [ProposedOpening(question) for question in edition.library.network.openings]
    return [*questions, *(ProposedOpening(one.title, one) for one in initiatives)]


def _in_turn(openers: Sequence[ProposedOpening], turns: dict[ProposedOpening, tuple[int, Meeting]]) -> ProposedOpening:
    return min(openers, key=lambda one: turns[one][0] if one in turns else -1)


def _is_used(one: ProposedOpening, opening: Opening) -> bool:
    if one.initiative is not None and one.initiative.id == opening.initiative:
        return True
    return _folded(one.title) == _folded(opening.title)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split()).strip(" .?!")
