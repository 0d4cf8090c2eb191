"""The proposed opening for a meeting that has not chosen one: the network's questions and activities take turns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.kinds import Initiative, InitiativeStage, Meeting, Opening
from macros.library.chain import earlier_meetings
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.schema.types import in_words
from macros.source.likeness import alike


@dataclass(frozen=True)
class ProposedOpening:
    """A question from network.yml, or an initiative that opens meetings. `last_used` is the last meeting that used it."""

    title: str
    initiative: Initiative | None = None
    last_used: Meeting | None = None

    @property
    def reason(self) -> str:
        """Why it is next, as the end of a sentence."""
        return f"not used since {in_words(self.last_used.date)}" if self.last_used else "not used yet"


def proposed_opening(meeting: Meeting, public: PublicLibrary) -> ProposedOpening | None:
    """The opening whose turn it is; None if the network has no questions or initiatives to open with."""
    return opening_after(earlier_meetings(meeting, public), public)


def opening_after(earlier: Sequence[Meeting], public: PublicLibrary) -> ProposedOpening | None:
    """The opening whose turn it is after the meetings in `earlier`; None if there is none to choose.

    Unused openings come first, in the order of network.yml and then by title, then the one used longest ago.
    A planned meeting in `earlier` that has chosen nothing takes its own turn first.
    """
    openers = _openers(public)
    if not openers:
        return None
    turns: dict[str, int] = {}
    for turn, meeting in enumerate(earlier):
        if meeting.opening is not None:
            used = [one for one in openers if _is_used(one, meeting.opening)]
        else:
            used = [_in_turn(openers, turns)] if meeting.is_planned else []
        turns.update((one.title, turn) for one in used)
    proposed = _in_turn(openers, turns)
    return replace(proposed, last_used=earlier[turns[proposed.title]] if proposed.title in turns else None)


def _openers(public: PublicLibrary) -> Sequence[ProposedOpening]:
    initiatives = [
        one
        for one in sorted(public.all_of(Initiative).values(), key=by_title)
        if one.opens_meetings and not one.is_retired and one.stage is not InitiativeStage.STOPPED
    ]
    questions = [ProposedOpening(question) for question in public.network.openings]
    return [*questions, *(ProposedOpening(one.title, one) for one in initiatives)]


def _in_turn(openers: Sequence[ProposedOpening], turns: Mapping[str, int]) -> ProposedOpening:
    return min(openers, key=lambda one: turns.get(one.title, -1))


def _is_used(one: ProposedOpening, opening: Opening) -> bool:
    if one.initiative is not None and one.initiative.id == opening.initiative:
        return True
    return _folded(one.title) == _folded(opening.title)


def _folded(title: str) -> str:
    return alike(title).strip(" .?!")
