"""Actions: who does what by when, how it stands, and how many meetings it has been through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.kinds import Action, Meeting, Service
from macros.library.action_history import Followed
from macros.library.durations import counted, how_long, month_at, month_number
from macros.library.library import Library
from macros.library.public import Edition
from macros.pages.downloads import Takeaway, due_dates_calendar
from macros.pages.parts import Item, anchor, item_for, page_that_calls
from macros.pages.shortlist import MOST_LISTED
from macros.schema.types import Month, first_day, in_words, sort_key


@dataclass(frozen=True)
class ActionFact:
    """A fact about an action: some words, and the page that they lead up to."""

    words: str
    link: Item | None = None


@dataclass(frozen=True)
class ActionLine:
    """One action: what, who, by when, how it stands, and these facts in words with those of its history.

    `is_sample` is said of what is made up though the service that is to do it is real: nothing else would tell.
    """

    text: str
    owner: Item | None
    due: date | None
    state: str
    state_label: str
    note: str
    facts: Sequence[ActionFact]
    is_sample: bool = False


@dataclass(frozen=True)
class OldAction:
    """An open action in the list by age."""

    text: str
    owner: Item | None
    is_sample: bool
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
    is_sample: bool
    lines: Sequence[ActionLine]


@dataclass(frozen=True)
class ActionTotals:
    """How many actions are open, and how many of these are overdue."""

    open: int
    overdue: int


@dataclass(frozen=True)
class ActionsPage:
    """All that is still to be done, by age and by service, and what was done or dropped since the day `since`.

    `calendars` has the ways to the calendar of each group's service, by the path of its page.
    """

    real: ActionTotals
    samples: ActionTotals
    oldest: Sequence[OldAction]
    groups: Sequence[ActionGroup]
    calendars: Mapping[str, Sequence[Takeaway]]
    closed: Sequence[ActionLine]
    since: date

    @property
    def open(self) -> int:
        """How many are open, samples among them."""
        return self.real.open + self.samples.open


# How an action can stand, the most pressing first.
_STATES = {"overdue": "Overdue", "open": "Open", "done": "Done", "dropped": "Dropped"}
# Readers look for what has ended since the meeting before the last.
_MEETINGS_LOOKED_BACK = 2


def actions_page(edition: Edition, top: str) -> ActionsPage:
    """What is still to be done: what is real before samples. `top` is the full address of the site."""
    still_open = sorted(
        (one for one in edition.followed_actions.values() if one.latest.is_open),
        key=lambda one: (one.is_sample, sort_key(one.agreed_at.date), one.latest.due or date.max, one.latest.id),
    )
    return ActionsPage(
        real=_totals((one for one in still_open if not one.is_sample), edition.today),
        samples=_totals((one for one in still_open if one.is_sample), edition.today),
        oldest=[_old_action(one, edition) for one in still_open[:MOST_LISTED]],
        groups=open_action_groups(edition),
        calendars={one.path: due_dates_calendar(one, edition, top) for one in edition.library.of(Service).values()},
        closed=_closed(edition.followed_actions.values(), edition),
        since=closed_since(edition),
    )


def meeting_actions(meeting: Meeting, edition: Edition) -> list[ActionLine]:
    """What was agreed at a meeting, with how it stands now: what is still to be done first."""
    lines = []
    for agreed in meeting.actions:
        followed = edition.followed_actions.get((meeting.sample, agreed.id))
        one = followed or Followed(meeting.sample, [(meeting, agreed)])
        lines.append(replace(followed_line(one, edition, meeting), text=agreed.text))
    return sorted(lines, key=lambda line: list(_STATES).index(line.state))


def action_line(action: Action, edition: Edition) -> ActionLine:
    """An action as its line in a list, without its history."""
    return _line(action, [], edition)


def followed_line(one: Followed, edition: Edition, page: Meeting | None = None) -> ActionLine:
    """An action as its line in a list, with its history, for a page that may be that of a meeting."""
    owner = edition.library.get("service", one.latest.owner)
    is_sample = one.is_sample and owner is not None and not owner.sample
    return replace(_line(one.latest, _history(one, page), edition), is_sample=is_sample)


def service_actions(service_id: str, edition: Edition) -> list[ActionLine]:
    """What one service still has to do, the most urgent first; if the service is real, what is made up comes last."""
    found = edition.open_actions_by_owner.get(service_id, ())
    return sorted((followed_line(one, edition) for one in found), key=lambda line: line.is_sample)


def all_actions_of(service: Service, library: Library) -> Item | None:
    """The link to all that a service still has to do, if the network has a page of open actions."""
    page = page_that_calls("open_actions", library)
    text, after = f"See all open actions of {service.title}", f"#kb-{anchor(service.title)}"
    return page and replace(page, text=text, after=after)


def closed_service_actions(service_id: str, edition: Edition) -> list[ActionLine]:
    """What one service has done or dropped lately, the latest first."""
    return _closed(edition.actions_by_owner.get(service_id, ()), edition)


def open_action_groups(edition: Edition) -> list[ActionGroup]:
    """What is still to be done, by service: the service with the most urgent action first, and what is real before samples."""
    services = edition.library.of(Service)
    groups = [
        ActionGroup(item_for(services[owner]), services[owner].sample, service_actions(owner, edition))
        for owner in edition.open_actions_by_owner
        if owner in services
    ]
    return sorted(groups, key=lambda group: group.is_sample or group.lines[0].is_sample)


def ended_actions(edition: Edition, since: date) -> list[Followed]:
    """What was done or dropped since a day, or at a meeting since then was said to be."""
    return _ended(edition.followed_actions.values(), since)


def closed_since(edition: Edition) -> date:
    """The day from which on what was done or dropped is lately."""
    months = _MEETINGS_LOOKED_BACK * edition.library.network.meets_every
    return first_day(month_at(month_number(edition.today) - months))


def _closed(found: Iterable[Followed], edition: Edition) -> list[ActionLine]:
    return [followed_line(one, edition) for one in _ended(found, closed_since(edition))]


def _ended(found: Iterable[Followed], since: date) -> list[Followed]:
    """What ended since a day or was reported since to have ended: what is real before samples, and the latest first."""
    ended = [
        (when, one)
        for one in found
        if (when := one.latest.done or one.latest.dropped) and max(when, first_day(one.reported_at.date)) >= since
    ]
    ended.sort(key=lambda pair: (pair[1].is_sample, -pair[0].toordinal(), pair[1].latest.id))
    return [one for _, one in ended]


def _totals(found: Iterable[Followed], today: date) -> ActionTotals:
    states = [_state(one.latest, today) for one in found]
    return ActionTotals(len(states), states.count("overdue"))


def _state(action: Action, today: date) -> str:
    if action.done is not None:
        return "done"
    if action.dropped is not None:
        return "dropped"
    return "overdue" if action.due is not None and action.due < today else "open"


def _owner(action: Action, edition: Edition) -> Item | None:
    owner = edition.library.get("service", action.owner)
    return item_for(owner) if owner else None


def _old_action(one: Followed, edition: Edition) -> OldAction:
    state = _state(one.latest, edition.today)
    return OldAction(
        text=one.latest.text,
        owner=_owner(one.latest, edition),
        is_sample=one.is_sample,
        state=state,
        state_label=_STATES[state],
        agreed=one.agreed_at.date,
        agreed_at=item_for(one.agreed_at),
        age=how_long(one.agreed_at.date, edition.today),
        survived=one.survived,
        due=_due(one.latest, edition.today),
    )


def _line(action: Action, history: Sequence[ActionFact], edition: Edition) -> ActionLine:
    state = _state(action, edition.today)
    return ActionLine(
        text=action.text,
        owner=_owner(action, edition),
        due=action.due,
        state=state,
        state_label=_STATES[state],
        note=action.why or "",
        facts=[*_how_it_stands(action, edition.today), *history],
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


def _history(one: Followed, page: Meeting | None) -> list[ActionFact]:
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
