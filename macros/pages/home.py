"""The parts of the home page: news, the next meeting, and how many records there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.kinds import KINDS, PROPOSED, Initiative, Meeting, Record, Theme
from macros.kinds.cost import Cost
from macros.kinds.initiative import STAGES
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.pages.downloads import is_announced, meeting_file
from macros.pages.meeting import day_and_time
from macros.pages.parts import ListEntry, entries_of

MOST_NEWS = 6
MOST_QUICK = 6
# As long as a team can find at short notice.
QUICK_MINUTES = 15


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting. `calendar` is its calendar file, relative to the top of the site; empty if its day is not set."""

    meeting: Meeting
    when: str
    item_name: str
    calendar: str


def news(public: PublicLibrary) -> Sequence[Record]:
    """The latest additions and updates, newest first, without retired records and those that only gather others.

    Of one day, those that weigh most come first, such as strong evidence: what can be tried at once is higher up on the page.
    """
    changed = [record for record in still_holding(public.all()) if not record.GATHERED_BY]
    changed.sort(key=lambda one: (-one.last_change.toordinal(), -one.weight, one.title.casefold()))
    return changed[:MOST_NEWS]


def quick_initiatives(public: PublicLibrary) -> list[ListEntry]:
    """Initiatives to try tomorrow: free and quick, starting with what works, then the shortest."""
    quick = [
        one
        for one in still_holding(public.all_of(Initiative).values())
        if one.cost is Cost.FREE and one.minutes and one.minutes <= QUICK_MINUTES and one.stage in STAGES[:-1]
    ]
    quick.sort(key=lambda one: (STAGES.index(one.stage), one.minutes, one.title.casefold()))
    return entries_of(quick[:MOST_QUICK], public)


def counts(public: PublicLibrary) -> Mapping[str, int]:
    """How many records of each kind there are. A kind that only a coordinator publishes is left out while there is none."""
    found = {kind: len(public.all_of(model)) for kind, model in KINDS.items()}
    return {kind: number for kind, number in found.items() if number or kind in PROPOSED}


def themes_by_use(public: PublicLibrary, *, retired: bool = True) -> Sequence[tuple[Theme, int]]:
    """The themes, most used first, each with how many records have it. `retired` says whether retired ones count."""
    uses = []
    for theme in still_holding(public.all_of(Theme).values()):
        tagged = public.gathered_by(theme)
        uses.append((theme, len(tagged if retired else still_holding(tagged))))
    return sorted(uses, key=lambda use: (-use[1], use[0].title.casefold()))


def next_meeting(public: PublicLibrary) -> NextMeeting | None:
    """The next meeting, if one is planned."""
    meeting = public.next_meeting
    if meeting is None:
        return None
    calendar = meeting_file(meeting) if is_announced(meeting) else ""
    return NextMeeting(meeting, day_and_time(meeting), public.network.standing_item.name, calendar)
