"""What can be tried for each area of the HSE Management Standards, and the evidence for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Evidence, Initiative, InitiativeStage
from macros.kinds.cost import Cost
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.pages.parts import ListEntry, anchor, entries_of
from macros.schema.durations import minutes_in_words

_COSTS = [*Cost]


@dataclass(frozen=True)
class Option:
    """An initiative to try. `strength` is that of its strongest evidence, and 0 without any. `services` have it.

    `strongest` says what kinds of evidence are that strong.
    """

    initiative: Initiative
    strength: int
    strongest: str
    services: int

    @property
    def cost_rank(self) -> int:
        """A number that grows with the cost. What is not known comes last."""
        return len(_COSTS) if self.initiative.cost is None else _COSTS.index(self.initiative.cost)

    @property
    def minutes(self) -> str:
        """The time it takes, in words."""
        return minutes_in_words(self.initiative.minutes) if self.initiative.minutes else "not recorded"


@dataclass(frozen=True)
class AreaToTry:
    """An area, what can be tried for it, best evidence first, and all the related evidence, strongest first."""

    label: str
    anchor: str
    options: Sequence[Option]
    evidence: Sequence[ListEntry]


def what_to_try(public: PublicLibrary) -> Sequence[AreaToTry]:
    """Every area in the network's order, also one for which nothing is on record."""
    return [_area(word, label, public) for word, label in public.network.words("hse_areas").items()]


def _area(word: str, label: str, public: PublicLibrary) -> AreaToTry:
    going = (
        one for one in still_holding(public.all_of(Initiative).values()) if one.stage is not InitiativeStage.STOPPED
    )
    initiatives = [one for one in going if word in one.hse_areas]
    options = [_option(one, public) for one in initiatives]
    options.sort(key=lambda one: (-one.strength, one.cost_rank, one.initiative.title.casefold()))
    evidence = {id_: public.all_of(Evidence)[id_] for one in initiatives for id_ in one.evidence if _has(id_, public)}
    strongest = sorted(evidence.values(), key=lambda one: (-one.weight, one.title.casefold()))
    return AreaToTry(label, f"kb-{anchor(label)}", options, entries_of(strongest, public))


def _option(initiative: Initiative, public: PublicLibrary) -> Option:
    found = [public.all_of(Evidence)[one] for one in initiative.evidence if _has(one, public)]
    strength = max((one.weight for one in found), default=0)
    labels = public.network.words("evidence_kinds")
    kinds = dict.fromkeys(labels[one.kind].lower() for one in found if one.weight == strength)
    return Option(initiative, strength, ", ".join(kinds), len(set(initiative.all_services)))


def _has(evidence: str, public: PublicLibrary) -> bool:
    return evidence in public.all_of(Evidence)
