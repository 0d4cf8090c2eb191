"""What was tried and stopped, and why."""

from collections.abc import Sequence

from macros.kinds import Initiative, InitiativeStage
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.schema.types import sort_key


def stopped(public: PublicLibrary) -> Sequence[Initiative]:
    """The initiatives that have stopped, latest first."""
    found = [
        one
        for one in still_holding(public.all_of(Initiative).values())
        if one.stage is InitiativeStage.STOPPED and one.stopped is not None
    ]
    found.sort(key=lambda one: one.title.casefold())
    return sorted(found, key=lambda one: sort_key(one.stopped), reverse=True)
