"""The standing item from meeting to meeting: what came of it, and where there is no record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.kinds import Meeting
from macros.library.action_history import held_meetings
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, PageSection, item_for, item_with_alert, items_for, presented_records, section
from macros.schema.durations import counted, month_at, month_number
from macros.schema.network import Network
from macros.schema.types import Month


@dataclass(frozen=True)
class CameOfIt:
    """What came of the item at one meeting."""

    initiatives: Sequence[Item]
    evidence: Sequence[Item]
    decisions: Sequence[str]

    def __bool__(self) -> bool:
        """Whether anything came of it."""
        return bool(self.initiatives or self.evidence or self.decisions)


@dataclass(frozen=True)
class AlsoPresented:
    """A presentation at the same meeting, and the records it was about."""

    title: str
    about: Sequence[Item]


@dataclass(frozen=True)
class RecordedMeeting:
    """A meeting on record: what was done under the item, who led it, and what came of it."""

    meeting: Item
    date: date | Month
    title: str
    led_by: str
    came_of_it: CameOfIt
    presented: Sequence[AlsoPresented]
    is_gap: bool = False


@dataclass(frozen=True)
class Gap:
    """Consecutive periods without a meeting on record. `periods` is how many, in words, and `called_off` the meetings they lost."""

    first: Month
    last: Month
    periods: str
    called_off: Sequence[Item] = ()
    is_gap: bool = True


@dataclass(frozen=True)
class Thread:
    """Meetings and gaps in order of time. `recorded` of `periods` have a record."""

    steps: Sequence[RecordedMeeting | Gap]
    meetings: int
    recorded: int
    periods: int


@dataclass(frozen=True)
class ThreadPage:
    """The page of the standing item, since the network was established."""

    item: str
    since: date | Month
    period: str
    periods: str
    thread: Thread


def thread_page(public: PublicLibrary) -> ThreadPage:
    """The item at every meeting held. The current period only counts once it has a record: its meeting may be to come."""
    network = public.network
    one, many = _period_names(network)
    held = held_meetings(public.all_of(Meeting).values())
    # The period before the current one is the last that should have a record.
    last = max([_period(public.today, network) - 1, *(_period(meeting.date, network) for meeting in held)])
    return ThreadPage(
        item=network.standing_item.name,
        since=network.established,
        period=one,
        periods=many,
        thread=_thread(held, last, public),
    )


def came_of_it_section(meeting: Meeting, public: PublicLibrary) -> PageSection | None:
    """What came of the item, for the page of a meeting; None if nothing did, or the meeting has not been held."""
    if not meeting.is_held:
        return None
    title = f"{public.network.standing_item.name}: what came of it"
    return section(title, "came_of_it", _came_of_it(meeting, public))


# The periods that have names, by their number of months.
_NAMES = {1: ("month", "months"), 3: ("quarter", "quarters"), 12: ("year", "years")}


def _period_names(network: Network) -> tuple[str, str]:
    months = network.meets_every
    return _NAMES.get(months, (f"period of {months} months", f"periods of {months} months"))


def _period(when: date | Month, network: Network) -> int:
    """The number of the period that contains a day. The first starts in the month the network was established."""
    return (month_number(when) - month_number(network.established)) // network.meets_every


def _thread(meetings: Sequence[Meeting], last: int, public: PublicLibrary) -> Thread:
    """The meetings in the periods up to `last`, and the gaps between them."""
    recorded = {_period(meeting.date, public.network) for meeting in meetings}
    return Thread(list(_steps(meetings, last, public)), len(meetings), len(recorded), last + 1)


def _steps(meetings: Sequence[Meeting], last: int, public: PublicLibrary) -> Iterator[RecordedMeeting | Gap]:
    network = public.network
    expected = 0
    for meeting in meetings:
        period = _period(meeting.date, network)
        if period > expected:
            yield _gap(expected, period, public)
        expected = period + 1
        yield _recorded(meeting, public)
    if expected <= last:
        yield _gap(expected, last + 1, public)


def _gap(first: int, end: int, public: PublicLibrary) -> Gap:
    """The gap from the period `first` up to, but not including, `end`."""
    network = public.network
    start, length = month_number(network.established), network.meets_every
    called_off = [one for one in reversed(public.meetings_newest_first) if one.is_called_off]
    return Gap(
        month_at(start + first * length),
        month_at(start + end * length - 1),
        counted(end - first, *_period_names(network)),
        [item_with_alert(one) for one in called_off if first <= _period(one.date, network) < end],
    )


def _recorded(meeting: Meeting, public: PublicLibrary) -> RecordedMeeting:
    item = meeting.standing_item
    return RecordedMeeting(
        meeting=item_for(meeting),
        date=meeting.date,
        title=item.title if item else "",
        led_by=item.led_by if item else "",
        came_of_it=_came_of_it(meeting, public),
        presented=[AlsoPresented(one.title, presented_records(one, public)) for one in meeting.presentations],
    )


def _came_of_it(meeting: Meeting, public: PublicLibrary) -> CameOfIt:
    item = meeting.standing_item
    if item is None:
        return CameOfIt([], [], [])
    return CameOfIt(
        items_for(public, "initiative", item.initiatives), items_for(public, "evidence", item.evidence), item.decisions
    )
