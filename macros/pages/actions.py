"""Actions: who does what by when, how it stands, and how many meetings it has been through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.kinds import Action, Meeting, Service
from macros.library.action_history import ActionHistory
from macros.library.public import PublicLibrary
from macros.pages.downloads import Download, due_dates_calendar
from macros.pages.parts import Item, anchor, item_for, page_that_calls
from macros.pages.shortlist import MOST_LISTED
from macros.schema.durations import counted, how_long, month_at, month_number
from macros.schema.types import Month, first_day, in_words, sort_key


@dataclass(frozen=True)
class ActionFact:
    """A fact about an action: some words, and the page that they lead up to."""

    words: str
    link: Item | None = None


@dataclass(frozen=True)
class ActionLine:
    """One action: what, who, by when, how it stands, and these facts in words with those of its history."""

    text: str
    owner: Item | None
    due: date | None
    state: str
    state_label: str
    note: str
    facts: Sequence[ActionFact]


@dataclass(frozen=True)
class OldAction:
    """An open action in the list by age."""

    text: str
    owner: Item | None
    state: str
    state_label: str
    agreed: date | Month
    agreed_at: Item
    age: str
    survived: int
    due: str


@dataclass(frozen=True)
class ActionGroup:
    """The open actions of one service."""

    service: Item
    lines: Sequence[ActionLine]


@dataclass(frozen=True)
class ActionsPage:
    """All that is still to be done, by age and by service, and what was done or dropped since the day `since`.

    `open` says how many actions are, and `overdue` how many of these.
    `calendars` has the ways to the calendar of each group's service, by the path of its page.
    """

    open: int
    overdue: int
    oldest: Sequence[OldAction]
    groups: Sequence[ActionGroup]
    calendars: Mapping[str, Sequence[Download]]
    closed: Sequence[ActionLine]
    since: date


# How an action can stand, the most pressing first.
_STATES = {"overdue": "Overdue", "open": "Open", "done": "Done", "dropped": "Dropped"}
# Readers look for what has ended since the meeting before the last.
_MEETINGS_LOOKED_BACK = 2


def actions_page(public: PublicLibrary, top: str) -> ActionsPage:
    """What is still to be done. `top` is the full address of the site."""
    still_open = sorted(
        (one for one in public.action_histories.values() if one.latest.is_open),
        key=lambda one: (sort_key(one.agreed_at.date), one.latest.due or date.max, one.latest.id),
    )
    return ActionsPage(
        open=len(still_open),
        overdue=sum(_state(one.latest, public.today) == "overdue" for one in still_open),
        oldest=[_old_action(one, public) for one in still_open[:MOST_LISTED]],
        groups=open_action_groups(public),
        calendars={one.path: due_dates_calendar(one, public, top) for one in public.all_of(Service).values()},
        closed=_closed(public.action_histories.values(), public),
        since=closed_since(public),
    )


def meeting_actions(meeting: Meeting, public: PublicLibrary) -> list[ActionLine]:
    """What was agreed at a meeting, with how it stands now: what is still to be done first."""
    lines = []
    for agreed in meeting.actions:
        one = public.action_histories.get(agreed.id) or ActionHistory([(meeting, agreed)])
        lines.append(replace(history_line(one, public, meeting), text=agreed.text))
    return sorted(lines, key=lambda line: list(_STATES).index(line.state))


def action_line(action: Action, public: PublicLibrary) -> ActionLine:
    """An action as its line in a list, without its history."""
    return _line(action, [], public)


def history_line(one: ActionHistory, public: PublicLibrary, page: Meeting | None = None) -> ActionLine:
    """An action as its line in a list, with its history, for a page that may be that of a meeting."""
    return _line(one.latest, _history(one, page), public)


def service_actions(service_id: str, public: PublicLibrary) -> list[ActionLine]:
    """What one service still has to do, the most urgent first."""
    return [history_line(one, public) for one in public.open_actions_by_owner.get(service_id, ())]


def all_actions_of(service: Service, public: PublicLibrary) -> Item | None:
    """The link to all that a service still has to do, if the network has a page of open actions."""
    page = page_that_calls("open_actions", public)
    text, after = f"See all open actions of {service.title}", f"#kb-{anchor(service.title)}"
    return page and page.saying(text, after)


def closed_service_actions(service_id: str, public: PublicLibrary) -> list[ActionLine]:
    """What one service has done or dropped lately, the latest first."""
    return _closed(public.actions_by_owner.get(service_id, ()), public)


def open_action_groups(public: PublicLibrary) -> list[ActionGroup]:
    """What is still to be done, by service: the service with the most urgent action first."""
    services = public.all_of(Service)
    return [
        ActionGroup(item_for(services[owner]), service_actions(owner, public))
        for owner in public.open_actions_by_owner
        if owner in services
    ]


def ended_actions(public: PublicLibrary, since: date) -> list[ActionHistory]:
    """What was done or dropped since a day, or at a meeting since then was said to be."""
    return _ended(public.action_histories.values(), since)


def closed_since(public: PublicLibrary) -> date:
    """The day from which on what was done or dropped is lately."""
    months = _MEETINGS_LOOKED_BACK * public.network.meets_every
    return first_day(month_at(month_number(public.today) - months))


def _closed(found: Iterable[ActionHistory], public: PublicLibrary) -> list[ActionLine]:
    return [history_line(one, public) for one in _ended(found, closed_since(public))]


def _ended(found: Iterable[ActionHistory], since: date) -> list[ActionHistory]:
    """What ended since a day or was reported since to have ended, the latest first."""
    ended = [
        (when, one)
        for one in found
        if (when := one.latest.done or one.latest.dropped) and max(when, first_day(one.reported_at.date)) >= since
    ]
    ended.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].latest.id))
    return [one for _, one in ended]


def _state(action: Action, today: date) -> str:
    if action.done is not None:
        return "done"
    if action.dropped is not None:
        return "dropped"
    return "overdue" if action.due is not None and action.due < today else "open"


def _owner(action: Action, public: PublicLibrary) -> Item | None:
    owner = public.get("service", action.owner)
    return item_for(owner) if owner else None


def _old_action(one: ActionHistory, public: PublicLibrary) -> OldAction:
    state = _state(one.latest, public.today)
    return OldAction(
        text=one.latest.text,
        owner=_owner(one.latest, public),
        state=state,
        state_label=_STATES[state],
        agreed=one.agreed_at.date,
        agreed_at=item_for(one.agreed_at),
        age=how_long(one.agreed_at.date, public.today),
        survived=one.survived,
        due=_due(one.latest, public.today),
    )


def _line(action: Action, history: Sequence[ActionFact], public: PublicLibrary) -> ActionLine:
    state = _state(action, public.today)
    return ActionLine(
        text=action.text,
        owner=_owner(action, public),
        due=action.due,
        state=state,
        state_label=_STATES[state],
        note=action.why or "",
        facts=[*_how_it_stands(action, public.today), *history],
    )


def _how_it_stands(action: Action, today: date) -> list[ActionFact]:
    if action.done:
        return [ActionFact(f"Done {in_words(action.done)}")]
    if action.dropped:
        return [ActionFact(f"Dropped {in_words(action.dropped)}")]
    due = _due(action, today)
    return [ActionFact(f"Due {due}" if action.due else due)]


def _due(action: Action, today: date) -> str:
    if action.due is None:
        return "No due date"
    overdue = f", {how_long(action.due, today)} overdue" if action.due < today else ""
    return in_words(action.due) + overdue


def _history(one: ActionHistory, page: Meeting | None) -> list[ActionFact]:
    """What happened to an action, for a page that may be that of a meeting, to which it is no news that it spoke of it."""
    found = []
    if one.agreed_at is not page:
        when = one.agreed_at.date
        preposition = "on" if isinstance(when, date) else "in"
        found.append(ActionFact(f"Agreed {preposition} {in_words(when)} at", item_for(one.agreed_at)))
    if one.survived:
        found.append(ActionFact(f"Carried through {counted(one.survived, 'meeting')}"))
    if one.latest_meeting is not one.agreed_at and one.latest_meeting is not page:
        words = "Last spoken of at" if one.latest.is_open else "Reported at"
        found.append(ActionFact(words, item_for(one.latest_meeting)))
    return found
