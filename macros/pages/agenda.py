"""The agenda of a planned meeting, from what the network has left open and what is new since the last meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.kinds import KINDS, Action, Meeting, Presentation, Record, Topic
from macros.kinds.agenda import StandingItemReport
from macros.library.chain import last_held, taken_up_at, with_topics_for
from macros.library.changes import Changes
from macros.library.due import ConsentEnding, ReviewDue, consents_ending, reviews_due
from macros.library.order import grouped
from macros.library.public import PublicLibrary
from macros.pages.actions import state_of
from macros.pages.diamond9 import link_to_exercise
from macros.pages.of_kind import of_kind
from macros.pages.openings import proposed_opening
from macros.pages.parts import Item, item_for, item_with_alert, items_for, page_that_calls, presented_records
from macros.pages.shortlist import rest_of, whole_list_of
from macros.pages.timetable import STEP, Extra, Slot, Timetable, timetable
from macros.schema.durations import minutes_in_words
from macros.schema.types import first_day, in_words

# Each list of what is new or due names only this many records and links to the rest.
_MOST_NAMED = 5
TOPICS_WAITING = "Topics suggested and not discussed yet"
OPEN_ACTIONS = "Open actions"
DIAMOND = "Diamond 9"


@dataclass(frozen=True)
class AgendaLine:
    """One thing that an item is about, with details. `state` names its badge, if it has one."""

    item: Item
    details: Sequence[Item] = ()
    state: str = ""


@dataclass(frozen=True)
class AgendaList:
    """Some lines of an item, under the name of a service or kind. `rest` counts those left out and links to them."""

    lines: Sequence[AgendaLine]
    heading: Item | None = None
    rest: Item | None = None


@dataclass(frozen=True)
class AgendaItem:
    """One item on an agenda. `label` is its type, and `can_wait` says that it may be shortened."""

    label: str
    title: str
    minutes: int
    details: Sequence[Item] = ()
    lists: Sequence[AgendaList] = ()
    can_wait: bool = False
    starts: str = ""
    note: str = ""


@dataclass(frozen=True)
class Agenda:
    """The items of a meeting in order. `too_long` says what to do if they do not fit."""

    items: Sequence[AgendaItem]
    too_long: str = ""


def agenda(record: Meeting, public: PublicLibrary) -> Agenda:
    """The agenda of a planned meeting.

    Items promised to someone keep their minutes: the opening, the standing item, the Diamond 9, presentations and topics
    chosen for this meeting. Open actions, other topics, news and reviews can wait: `timetable` may shorten them.
    """
    items = [*_items(record, public)]
    usual, can_wait = [one.minutes for one in items], [one.can_wait for one in items]
    # Whoever leads a meeting of several days divides them up.
    begin, end = (record.starts, record.ends) if record.last_day is None else (None, None)
    times = timetable(usual, can_wait, public.network.agenda.pause, begin, end)
    shown = [_timed(slot, items) for slot in times.slots]
    return Agenda(shown, _too_long(shown, times) if times.over else "")


def _timed(slot: Slot, items: Sequence[AgendaItem]) -> AgendaItem:
    if isinstance(slot.what, Extra):
        return AgendaItem("", slot.what.value, slot.minutes, starts=slot.starts)
    item = items[slot.what]
    cut = slot.minutes < item.minutes
    note = f"Shortened from {minutes_in_words(item.minutes)} to fit." if cut else item.note
    return replace(item, starts=slot.starts, minutes=slot.minutes, note=note)


def _too_long(items: Sequence[AgendaItem], times: Timetable) -> str:
    longest = max(items, key=lambda one: one.minutes)
    cut = (
        f", even with everything that can wait cut to {minutes_in_words(STEP)}"
        if any(one.can_wait for one in items)
        else ""
    )
    return (
        f"This agenda is {minutes_in_words(times.over)} too long{cut}. Shorten the longest item ({longest.title}, "
        f"{minutes_in_words(longest.minutes)}), leave a presentation or a topic for another meeting, or end at {times.ends}."
    )


def _items(record: Meeting, public: PublicLibrary) -> Iterator[AgendaItem]:
    """Every item with its usual length."""
    usual = public.network.agenda
    yield from _opening(record, public)
    yield from _standing_item(record, public)
    if record.diamond9 is not None:
        on_screen = link_to_exercise(record, public)
        details = [on_screen] if on_screen else []
        yield AgendaItem(DIAMOND, record.diamond9.question, usual.diamond9, details)
    for one in record.presentations:
        yield AgendaItem("Presentation", one.title, one.minutes or usual.presentation, presented(one, public))
    for line in _topics(record, public, record):
        yield AgendaItem("Topic", line.item.text, usual.topic, line.details)
    waiting = _topics(record, public, None)
    for title, minutes, lists in (
        (OPEN_ACTIONS, usual.actions, _actions(record, public)),
        (TOPICS_WAITING, usual.topic * len(waiting), [AgendaList(waiting)] if waiting else []),
        ("New since the last meeting", usual.news, _news(record, public)),
        ("Reviews and agreements due", usual.reviews, _due(record, public)),
    ):
        if lists:
            yield AgendaItem("", title, minutes, lists=lists, can_wait=True)


def _opening(record: Meeting, public: PublicLibrary) -> Iterator[AgendaItem]:
    usual = public.network.agenda.opening
    if record.opening is not None:
        details = items_for(public, "initiative", [record.opening.initiative])
        yield AgendaItem("Opening", record.opening.title, record.opening.minutes or usual, details)
    elif proposed := proposed_opening(record, public):
        details = [Item("How to do it", proposed.initiative.path)] if proposed.initiative else []
        note = f"Suggested because it is next in turn: {proposed.reason}."
        yield AgendaItem("Opening", proposed.title, usual, details, note=note)


def _standing_item(record: Meeting, public: PublicLibrary) -> Iterator[AgendaItem]:
    item = record.standing_item
    if item is not None:
        details = [
            *led_by(item),
            *items_for(public, "initiative", item.initiatives),
            *items_for(public, "evidence", item.evidence),
        ]
        minutes = item.minutes or public.network.agenda.standing_item
        yield AgendaItem(public.network.standing_item.name, item.title, minutes, details)


def led_by(item: StandingItemReport) -> list[Item]:
    """Who leads the standing item, if the record says so."""
    return [Item(f"Led by {item.led_by}")] if item.led_by else []


def presented(presentation: Presentation, public: PublicLibrary) -> list[Item]:
    """Who presents, without a name, then the records that the presentation is about."""
    presenter = items_for(public, "service", [presentation.service])
    speaker = [Item(presentation.speaker.in_words, is_own=True)] if presentation.speaker else []
    return [*presenter, *speaker, *presented_records(presentation, public)]


def open_actions_of(record: Meeting, public: PublicLibrary) -> list[Action]:
    """The actions that a meeting is to look at: the open ones, most urgent first, then those that only its record has.

    If its record already has an action, that version counts.
    """
    carried = {action.id: action for action in record.actions}
    known = [carried.get(one.latest.id, one.latest) for one in public.open_actions]
    return [*known, *(action for action in record.actions if action.id not in public.action_histories)]


def _actions(record: Meeting, public: PublicLibrary) -> list[AgendaList]:
    lists = []
    for owner, actions in grouped(open_actions_of(record, public), lambda one: one.owner).items():
        heading = next(iter(items_for(public, "service", [owner])), None)
        lists.append(AgendaList([_action(one, public.today) for one in actions], heading))
    return lists


def _action(action: Action, today: date) -> AgendaLine:
    details = [Item(f"Due {in_words(action.due)}")] if action.due else []
    return AgendaLine(Item(action.text), details, state_of(action, today))


def _topics(record: Meeting, public: PublicLibrary, taken_up: Meeting | None) -> list[AgendaLine]:
    """The topics that the meeting `taken_up` has chosen, or that no meeting has chosen yet, oldest first."""
    lines = []
    for meeting in with_topics_for(record, public):
        at = Item("For this meeting") if meeting is record else item_with_alert(meeting)
        topics = [topic for topic in meeting.topics if taken_up_at(topic, public) is taken_up]
        lines += [AgendaLine(Item(topic.text), [*asked_by(topic, public), at]) for topic in topics]
    return lines


def topics_waiting(record: Meeting, public: PublicLibrary) -> list[str]:
    """The words of the topics that no meeting has chosen yet, oldest first."""
    return [line.item.text for line in _topics(record, public, None)]


def asked_by(topic: Topic, public: PublicLibrary) -> list[Item]:
    """The service that suggested a topic, if it is named."""
    return items_for(public, "service", [topic.service])


def _news(record: Meeting, public: PublicLibrary) -> list[AgendaList]:
    """The records added since the last meeting held, by kind; empty if none has been held."""
    last = last_held(record, public)
    if last is None:
        return []
    changes = Changes(public, first_day(last.date))
    lists = []
    for model in KINDS.values():
        if model.IS_TOLD_WHEN_NEW and not model.GATHERED_BY:
            findings = of_kind(model.KIND, "findings", _no_findings)
            lines = [AgendaLine(item_for(one), findings(one, public)) for one in changes.added(model)]
            lists += _shortened(f"New {model.NAME.nouns}", lines, whole_list_of(model))
    return lists


def _no_findings(record: Record, public: PublicLibrary) -> Sequence[Item]:
    return []


def _due(record: Meeting, public: PublicLibrary) -> list[AgendaList]:
    """The reviews due, and the services with champions to ask again, as of the day of the meeting.

    Agendas get handed out and kept, so they do not name people whose consent may end.
    """
    day = first_day(record.date)
    champions = public.network.champions
    whole_list = page_that_calls("reviews", public)
    reviews = [_review(one) for one in reviews_due(public, day)]
    consents = [_consent(one, champions.one) for one in consents_ending(public, day)]
    to_ask = f"{champions.many[0].upper()}{champions.many[1:]} to ask about staying listed"
    return [*_shortened("To review", reviews, whole_list), *_shortened(to_ask, consents, whole_list)]


def _shortened(heading: str, lines: Sequence[AgendaLine], whole_list: Item | None) -> list[AgendaList]:
    """The first lines under a heading, with a note of the rest; empty if there are none."""
    rest = rest_of(len(lines) - _MOST_NAMED, whole_list)
    return [AgendaList(lines[:_MOST_NAMED], Item(heading), rest)] if lines else []


def _review(one: ReviewDue) -> AgendaLine:
    owner = [] if one.owner.path == one.record.path else [Item(one.owner.name, one.owner.path, is_own=True)]
    when = Item(f"{'Was due' if one.is_overdue else 'Due'} {in_words(one.due)}")
    return AgendaLine(item_for(one.record), [*owner, when])


def _consent(one: ConsentEnding, champion: str) -> AgendaLine:
    return AgendaLine(item_for(one.service), [Item(f"One {champion}, before {in_words(one.ends)}")])
