"""Lists of actions: who does what by when, the state of each, and its history."""

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
    """A fact about an action, which may end in a link to a page."""

    words: str
    link: Item | None = None


@dataclass(frozen=True)
class ActionLine:
    """One action in a list. `facts` has its state in words, then its history."""

    text: str
    owner: Item | None
    due: date | None
    state: str
    state_label: str
    note: str
    facts: Sequence[ActionFact]


@dataclass(frozen=True)
class OldAction:
    """An open action in the list by age. `survived` is how many meetings it has been carried through."""

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
    """The page of actions: those that are open, by age and by service, and those closed since the day `since`.

    `open` and `overdue` are counts. `calendars` has the links to each service's calendar, by the path of its page.
    """

    open: int
    overdue: int
    oldest: Sequence[OldAction]
    groups: Sequence[ActionGroup]
    calendars: Mapping[str, Sequence[Download]]
    closed: Sequence[ActionLine]
    since: date


# The states of an action, the most urgent first.
_STATES = {"overdue": "Overdue", "open": "Open", "done": "Done", "dropped": "Dropped"}
# Readers look for what was closed since the meeting before last.
_MEETINGS_LOOKED_BACK = 2


def actions_page(public: PublicLibrary, top: str) -> ActionsPage:
    """The page of actions. `top` is the full address of the site."""
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
    """The actions agreed at a meeting, as worded there but in their current state, the most urgent first."""
    lines = []
    for agreed in meeting.actions:
        history = public.action_histories.get(agreed.id) or ActionHistory([(meeting, agreed)])
        lines.append(replace(history_line(history, public, meeting), text=agreed.text))
    return sorted(lines, key=lambda line: list(_STATES).index(line.state))


def action_line(action: Action, public: PublicLibrary) -> ActionLine:
    """An action as a line in a list, without its history."""
    return _line(action, [], public)


def history_line(history: ActionHistory, public: PublicLibrary, page: Meeting | None = None) -> ActionLine:
    """An action as a line in a list, with its history. `page` is the meeting on whose page it is, if any."""
    return _line(history.latest, _history(history, page), public)


def service_actions(service_id: str, public: PublicLibrary) -> list[ActionLine]:
    """The open actions of a service, the most urgent first."""
    return [history_line(one, public) for one in public.open_actions_by_owner.get(service_id, ())]


def all_actions_of(service: Service, public: PublicLibrary) -> Item | None:
    """A link to all open actions of a service, if the network has a page of open actions."""
    page = page_that_calls("open_actions", public)
    text, after = f"See all open actions of {service.title}", f"#kb-{anchor(service.title)}"
    return page and page.saying(text, after)


def closed_service_actions(service_id: str, public: PublicLibrary) -> list[ActionLine]:
    """The actions that a service has recently done or dropped, latest first."""
    return _closed(public.actions_by_owner.get(service_id, ()), public)


def open_action_groups(public: PublicLibrary) -> list[ActionGroup]:
    """The open actions by service, starting with the service that has the most urgent one."""
    services = public.all_of(Service)
    return [
        ActionGroup(item_for(services[owner]), service_actions(owner, public))
        for owner in public.open_actions_by_owner
        if owner in services
    ]


def ended_actions(public: PublicLibrary, since: date) -> list[ActionHistory]:
    """The actions done or dropped since a day, or reported as such by a meeting since then."""
    return _ended(public.action_histories.values(), since)


def closed_since(public: PublicLibrary) -> date:
    """The first day that counts as recent for actions done or dropped."""
    months = _MEETINGS_LOOKED_BACK * public.network.meets_every
    return first_day(month_at(month_number(public.today) - months))


def _closed(histories: Iterable[ActionHistory], public: PublicLibrary) -> list[ActionLine]:
    return [history_line(history, public) for history in _ended(histories, closed_since(public))]


def _ended(histories: Iterable[ActionHistory], since: date) -> list[ActionHistory]:
    """The actions that ended since a day, or that a meeting has reported as ended since then, latest first."""
    ended = [
        (when, one)
        for one in histories
        if (when := one.latest.done or one.latest.dropped) and max(when, first_day(one.reported_at.date)) >= since
    ]
    ended.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].latest.id))
    return [history for _, history in ended]


def _state(action: Action, today: date) -> str:
    if action.done is not None:
        return "done"
    if action.dropped is not None:
        return "dropped"
    return "overdue" if action.due is not None and action.due < today else "open"


def _owner(action: Action, public: PublicLibrary) -> Item | None:
    owner = public.get("service", action.owner)
    return item_for(owner) if owner else None


def _old_action(history: ActionHistory, public: PublicLibrary) -> OldAction:
    action = history.latest
    state = _state(action, public.today)
    return OldAction(
        text=action.text,
        owner=_owner(action, public),
        state=state,
        state_label=_STATES[state],
        agreed=history.agreed_at.date,
        agreed_at=item_for(history.agreed_at),
        age=how_long(history.agreed_at.date, public.today),
        survived=history.survived,
        due=_due(action, public.today),
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


def _history(history: ActionHistory, page: Meeting | None) -> list[ActionFact]:
    """Action history; omit the entry for `page` itself."""
    facts = []
    if history.agreed_at is not page:
        when = history.agreed_at.date
        preposition = "on" if isinstance(when, date) else "in"
        facts.append(ActionFact(f"Agreed {preposition} {in_words(when)} at", item_for(history.agreed_at)))
    if history.survived:
        facts.append(ActionFact(f"Carried through {counted(history.survived, 'meeting')}"))
    if history.latest_meeting is not history.agreed_at and history.latest_meeting is not page:
        words = "Last spoken of at" if history.latest.is_open else "Reported at"
        facts.append(ActionFact(words, item_for(history.latest_meeting)))
    return facts
