"""What was tried and stopped, and why."""

from collections.abc import Sequence

from macros.kinds import Initiative, InitiativeStage
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.schema.types import sort_key


def stopped(public: PublicLibrary) -> Sequence[Initiative]:
    """The initiatives that have stopped, latest first."""
    going = still_holding(public.all_of(Initiative).values())
    found = [(one, one.stopped) for one in going if one.stage is InitiativeStage.STOPPED and one.stopped is not None]
    found.sort(key=lambda pair: (sort_key(pair[1]), pair[0].title.casefold()), reverse=True)
    return [one for one, _ in found]
