"""Lists of actions: who does what by when, the state of each, and its history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.kinds import Action, Meeting, Record, Service
from macros.library.action_history import ActionHistory
from macros.library.public import PublicLibrary
from macros.pages.downloads import Download, due_dates_calendar
from macros.pages.parts import Item, anchor, page_that_calls
from macros.pages.shortlist import MOST_LISTED
from macros.schema.durations import counted, how_long, month_at, month_number
from macros.schema.types import first_day, in_words, sort_key

# The states of an action, the most urgent first.
_STATES = ("overdue", "open", "done", "dropped")
# Readers look for what was closed since the meeting before last.
_MEETINGS_LOOKED_BACK = 2

# A fact about an action, which may end in a link to a meeting.
ActionFact = tuple[str, Meeting | None]


@dataclass(frozen=True)
class ActionLine:
    """One action in a list, as worded in `text`. `facts` has its state in words, then its history."""

    text: str
    action: Action
    owner: Record | None
    state: str
    facts: Sequence[ActionFact]


@dataclass(frozen=True)
class OldAction:
    """An open action in the list by age."""

    line: ActionLine
    history: ActionHistory
    age: str
    due: str


@dataclass(frozen=True)
class ActionsPage:
    """The page of actions: those that are open, by age and by service, and those closed since the day `since`.

    `open` and `overdue` are counts. `calendars` has the links to each service's calendar, by the path of its page.
    """

    open: int
    overdue: int
    oldest: Sequence[OldAction]
    groups: Sequence[tuple[Service, Sequence[ActionLine]]]
    calendars: Mapping[str, Sequence[Download]]
    closed: Sequence[ActionLine]
    since: date


def actions_page(public: PublicLibrary, top: str) -> ActionsPage:
    """The page of actions. `top` is the full address of the site."""
    still_open = sorted(
        public.open_actions, key=lambda one: (sort_key(one.agreed_at.date), one.latest.due or date.max, one.latest.id)
    )
    return ActionsPage(
        open=len(still_open),
        overdue=sum(state_of(one.latest, public.today) == "overdue" for one in still_open),
        oldest=[_old_action(one, public) for one in still_open[:MOST_LISTED]],
        groups=open_action_groups(public),
        calendars={one.path: due_dates_calendar(one, public, top) for one in public.all_of(Service).values()},
        closed=_closed(public.action_histories.values(), public),
        since=_closed_since(public),
    )


def meeting_actions(meeting: Meeting, public: PublicLibrary) -> list[ActionLine]:
    """The actions agreed at a meeting, as worded there but in their current state, the most urgent first."""
    lines = []
    for agreed in meeting.actions:
        history = public.action_histories.get(agreed.id) or ActionHistory([(meeting, agreed)])
        lines.append(replace(_line(history, public, meeting), text=agreed.text))
    return sorted(lines, key=lambda line: _STATES.index(line.state))


def service_actions(service_id: str, public: PublicLibrary) -> list[ActionLine]:
    """The open actions of a service, the most urgent first."""
    return [_line(one, public) for one in public.open_actions_by_owner.get(service_id, ())]


def all_actions_of(service: Service, public: PublicLibrary) -> Item | None:
    """A link to all open actions of a service, if the network has a page of open actions."""
    page = page_that_calls("open_actions", public)
    text, after = f"See all open actions of {service.title}", f"#kb-{anchor(service.title)}"
    return page and page.saying(text, after)


def closed_service_actions(service_id: str, public: PublicLibrary) -> list[ActionLine]:
    """The actions that a service has recently done or dropped, latest first."""
    return _closed(public.actions_by_owner.get(service_id, ()), public)


def open_action_groups(public: PublicLibrary) -> list[tuple[Service, list[ActionLine]]]:
    """Each service with its open actions, starting with the service that has the most urgent one."""
    services = public.all_of(Service)
    owners = (owner for owner in public.open_actions_by_owner if owner in services)
    return [(services[owner], service_actions(owner, public)) for owner in owners]


def ended_actions(histories: Iterable[ActionHistory], since: date) -> list[ActionHistory]:
    """The actions that ended since a day, or that a meeting has reported as ended since then, latest first."""
    ended = [
        (when, one)
        for one in histories
        if (when := one.latest.done or one.latest.dropped) and max(when, first_day(one.reported_at.date)) >= since
    ]
    ended.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].latest.id))
    return [history for _, history in ended]


def state_of(action: Action, today: date) -> str:
    """The state of an action, in one word."""
    if action.done is not None:
        return "done"
    if action.dropped is not None:
        return "dropped"
    return "overdue" if action.due is not None and action.due < today else "open"


def _closed_since(public: PublicLibrary) -> date:
    """The first day that counts as recent for actions done or dropped."""
    months = _MEETINGS_LOOKED_BACK * public.network.meets_every
    return first_day(month_at(month_number(public.today) - months))


def _closed(histories: Iterable[ActionHistory], public: PublicLibrary) -> list[ActionLine]:
    return [_line(one, public) for one in ended_actions(histories, _closed_since(public))]


def _old_action(history: ActionHistory, public: PublicLibrary) -> OldAction:
    age = how_long(history.agreed_at.date, public.today)
    return OldAction(_line(history, public), history, age, _due(history.latest, public.today))


def _line(history: ActionHistory, public: PublicLibrary, page: Meeting | None = None) -> ActionLine:
    """An action as a line in a list. `page` is the meeting on whose page it is, if any."""
    action, today = history.latest, public.today
    facts = [_how_it_stands(action, today), *_history(history, page)]
    return ActionLine(action.text, action, public.get("service", action.owner), state_of(action, today), facts)


def _how_it_stands(action: Action, today: date) -> ActionFact:
    if action.done:
        return f"Done {in_words(action.done)}", None
    if action.dropped:
        return f"Dropped {in_words(action.dropped)}", None
    due = _due(action, today)
    return f"Due {due}" if action.due else due, None


def _due(action: Action, today: date) -> str:
    if action.due is None:
        return "No due date"
    overdue = f", {how_long(action.due, today)} overdue" if action.due < today else ""
    return in_words(action.due) + overdue


def _history(history: ActionHistory, page: Meeting | None) -> Iterator[ActionFact]:
    """Action history; omit the entry for `page` itself."""
    agreed_at, latest = history.agreed_at, history.latest_meeting
    if agreed_at is not page:
        preposition = "on" if isinstance(agreed_at.date, date) else "in"
        yield f"Agreed {preposition} {in_words(agreed_at.date)} at", agreed_at
    if history.survived:
        yield f"Carried over {counted(history.survived, 'meeting')}", None
    if latest is not agreed_at and latest is not page:
        yield "Last discussed at" if history.latest.is_open else "Reported at", latest
