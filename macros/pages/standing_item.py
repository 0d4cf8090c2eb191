"""The standing item from meeting to meeting: what followed, and where there is no record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.kinds import Meeting, MeetingStage
from macros.library.action_history import held_meetings
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, PageSection, item_with_alert, items_for, presented_records, section
from macros.schema.durations import month_at, month_number
from macros.schema.network import Network
from macros.schema.types import Month


@dataclass(frozen=True)
class RecordedMeeting:
    """A meeting on record: what came of the item, and what else was presented, with the records that it was about."""

    meeting: Meeting
    came_of_it: Sequence[tuple[str, Item]]
    presented: Sequence[tuple[str, Sequence[Item]]]


@dataclass(frozen=True)
class Gap:
    """The months from `first` to `last`, in which no meeting is on record. `after` is the day of the latest one if none has been since."""

    first: Month
    last: Month
    called_off: Sequence[Item]
    after: date | Month | None = None


@dataclass(frozen=True)
class Thread:
    """The meetings on record, and the gaps between them, since the network was established."""

    item: str
    since: date | Month
    steps: Sequence[RecordedMeeting | Gap]
    meetings: int


def thread_page(public: PublicLibrary) -> Thread:
    """The item at every meeting held. The current period only counts once it has a record: its meeting may be to come."""
    network = public.network
    held = held_meetings(public.all_of(Meeting).values())
    # The period before the current one is the last that should have a record.
    last = max([_period(public.today, network) - 1, *(_period(meeting.date, network) for meeting in held)])
    return Thread(
        item=network.standing_item.name,
        since=network.established,
        steps=[*_steps(held, last, public)],
        meetings=len(held),
    )


def came_of_it_section(meeting: Meeting, public: PublicLibrary) -> PageSection | None:
    """What came of the item, for the page of a meeting; None if nothing did, or the meeting has not been held."""
    if meeting.stage is not MeetingStage.HELD:
        return None
    title = f"{public.network.standing_item.name}: what followed"
    return section(title, "came_of_it", _came_of_it(meeting, public))


def _period(when: date | Month, network: Network) -> int:
    """The number of the period that contains a day. The first starts in the month the network was established."""
    return (month_number(when) - month_number(network.established)) // network.meets_every


def _steps(meetings: Sequence[Meeting], last: int, public: PublicLibrary) -> Iterator[RecordedMeeting | Gap]:
    """The meetings in the periods up to `last`, and the gaps between them."""
    network = public.network
    expected = 0
    for meeting in meetings:
        period = _period(meeting.date, network)
        if period > expected:
            yield _gap(expected, period, public)
        expected = period + 1
        presented = [(one.title, presented_records(one, public)) for one in meeting.presentations]
        yield RecordedMeeting(meeting, _came_of_it(meeting, public), presented)
    # A network that has written up none yet is not told what it has missed.
    if meetings and expected <= last:
        yield replace(_gap(expected, last + 1, public), after=meetings[-1].date)


def _gap(first: int, end: int, public: PublicLibrary) -> Gap:
    """The gap from the period `first` up to, but not including, `end`."""
    network = public.network
    start, length = month_number(network.established), network.meets_every
    lost = [one for one in reversed(public.meetings_newest_first) if one.is_called_off]
    called_off = [item_with_alert(one) for one in lost if first <= _period(one.date, network) < end]
    return Gap(month_at(start + first * length), month_at(start + end * length - 1), called_off)


def _came_of_it(meeting: Meeting, public: PublicLibrary) -> list[tuple[str, Item]]:
    """What came of the item at one meeting, each with a word for what it is."""
    item = meeting.standing_item
    if item is None:
        return []
    return [
        *(("Initiative", one) for one in items_for(public, "initiative", item.initiatives)),
        *(("Evidence", one) for one in items_for(public, "evidence", item.evidence)),
        *(("Decision", Item(decided, is_own=True)) for decided in item.decisions),
    ]
