"""The digest for all members: what is new, changed, taken up, decided and due."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.kinds import KINDS, Action, Initiative, Meeting, Record, Service
from macros.library.changes import Changes
from macros.library.due import SOON, consents_ending, reviews_due
from macros.library.library import INDEX
from macros.library.order import grouped
from macros.library.public import PublicLibrary
from macros.pages.actions import ended_actions, open_action_groups
from macros.pages.meeting import when_and_where
from macros.pages.parts import Item, in_sentence, page_item, page_that_calls
from macros.pages.shortlist import rest_of, whole_list_of
from macros.schema.durations import counted
from macros.schema.types import Month, first_day, in_words

# People read about this many lines of a list before they skip the rest.
MOST = 8
# The singular and plural for the counts of sections.
_TAKEN_UP = ("service taking something up", "services taking something up")
_TO_DO = ("action to do", "actions to do")
_DONE = ("action done or dropped", "actions done or dropped")
_DUE = ("review due", "reviews due")


@dataclass(frozen=True)
class DigestPoint:
    """A point below a line. `note` follows its text, and `path` is its page if it has one."""

    text: str
    note: str = ""
    path: str | None = None


@dataclass(frozen=True)
class DigestLine:
    """One piece of news, with points below it. `left_out` is the number of points not shown."""

    title: str
    path: str | None = None
    note: str = ""
    text: str = ""
    points: Sequence[DigestPoint] = ()
    left_out: int = 0


@dataclass(frozen=True)
class DigestSection:
    """Lines under a heading. `glance` counts them in a few words, and `rest` links to those left out."""

    title: str
    lines: Sequence[DigestLine]
    glance: str
    rest: Item | None = None


@dataclass(frozen=True)
class Digest:
    """The newsletter of a network: what happened from `since` until it was made, and what is due.

    The first goes back to when the network began, so that not everything in it is new.
    """

    network: str
    since: date | Month
    is_first: bool
    made: date
    called_off: DigestSection | None
    next_meeting: DigestLine | None
    happened: Sequence[DigestSection]
    due: Sequence[DigestSection]

    @property
    def title(self) -> str:
        """The title, which also works as the subject of the e-mail."""
        told = "what is on the site so far" if self.is_first else f"news since {in_words(self.since)}"
        return f"{self.network}: {told}"

    @property
    def glance(self) -> str:
        """The contents in one line: "3 new initiatives, 1 decision and 5 actions to do."."""
        first = [self.called_off] if self.called_off else []
        *most, last = [section.glance for section in (*first, *self.happened, *self.due)] or [""]
        return f"{', '.join(most)} and {last}." if most else last and f"{last}."

    @property
    def nothing_new(self) -> str:
        """The text for a digest without news."""
        return f"Nothing new since {in_words(self.since)}."

    @property
    def ending(self) -> str:
        """The closing line, before the name and address of the site."""
        return f"Made on {in_words(self.made)} from the records of"


def digest(public: PublicLibrary, since: date | Month, most: int = MOST) -> Digest:
    """The digest since a day or the first of a month, with the first `most` of each list and a count of the rest."""
    changes = Changes(public, first_day(since))
    reviews, actions = _whole_list("reviews", public), _whole_list("open_actions", public)
    champion = public.network.champions.one
    asked = (f"service with a {champion} to ask", f"services with a {champion} to ask")
    until, is_first = public.today + SOON, first_day(since) <= first_day(public.network.established)
    return Digest(
        network=public.network.short_name,
        since=since,
        is_first=is_first,
        made=public.today,
        called_off=_called_off(changes, most),
        next_meeting=_next_meeting(public),
        happened=_sections(
            *(_new(model, changes, most, is_first) for model in KINDS.values() if model.IS_TOLD_WHEN_NEW),
            _section("What changed", _updated(changes), ("change", ""), most),
            _section("Who is trying what", _adopted(changes), _TAKEN_UP, most, _list_of(Initiative, public)),
            _section("What was done", _done(changes), _DONE, most, actions),
            _section("What was decided", _decided(changes), ("decision", ""), most, _list_of(Meeting, public)),
        ),
        due=_sections(
            _section("Actions to do", _actions(public), _TO_DO, most, actions),
            _section(f"Reviews due by {in_words(until)}", _reviews(public, until), _DUE, most, reviews),
            _section("Champions to ask", _consents(public), asked, most, reviews),
        ),
    )


def _sections(*sections: DigestSection | None) -> list[DigestSection]:
    return [section for section in sections if section is not None]


def _section(
    title: str, lines: Sequence[DigestLine], nouns: tuple[str, str], most: int, whole_list: Item | None = None
) -> DigestSection | None:
    """A section with the first `most` lines, each with the first `most` of its points; None if there are no lines."""
    things = [max(1, len(line.points)) for line in lines]
    shown = [
        replace(line, points=line.points[:most], left_out=max(0, len(line.points) - most)) for line in lines[:most]
    ]
    rest = rest_of(sum(things[most:]), whole_list)
    return DigestSection(title, shown, counted(sum(things), *nouns), rest) if lines else None


def _list_of(model: type[Record], public: PublicLibrary) -> Item | None:
    page = page_item(f"{model.FOLDER}/{INDEX}", public)
    return page and whole_list_of(model)


def _whole_list(macro: str, public: PublicLibrary) -> Item | None:
    """A link to the page that shows the whole list of a macro."""
    page = page_that_calls(macro, public)
    return page and page.saying(f"See all {in_sentence(page.text)}")


def _called_off(changes: Changes, most: int) -> DigestSection | None:
    """The meetings that do not take place: whoever reads no further must know."""
    lines = [
        DigestLine(one.alerting_title, one.path, f"Was planned for {when_and_where(one)}", one.alert_reason)
        for one in changes.called_off
    ]
    nouns = ("meeting cancelled or postponed", "meetings cancelled or postponed")
    return _section("Cancelled or postponed", lines, nouns, most, _list_of(Meeting, changes.public))


def _next_meeting(public: PublicLibrary) -> DigestLine | None:
    meeting = public.next_meeting
    if meeting is None:
        return None
    return DigestLine(meeting.title, meeting.path, when_and_where(meeting), _standing_item(meeting, public))


def _standing_item(meeting: Meeting, public: PublicLibrary) -> str:
    item = meeting.standing_item
    return f"{public.network.standing_item.name}: {item.title}" if item else ""


def _new(model: type[Record], changes: Changes, most: int, is_first: bool) -> DigestSection | None:
    lines = [
        DigestLine(one.title, one.path, " · ".join(one.fact_line(changes.public)), one.summary)
        for one in changes.added(model)
    ]
    name = model.NAME
    nouns = (name.noun, name.nouns) if is_first else (f"new {name.noun}", f"new {name.nouns}")
    title = name.labels if is_first else f"New {name.labels.lower()}"
    return _section(title, lines, nouns, most, _list_of(model, changes.public))


def _updated(changes: Changes) -> list[DigestLine]:
    """The updates, but not those of meetings that are called off, which come first in the digest."""
    updated = [(one, update) for one, update in changes.updated if one not in changes.called_off]
    return [DigestLine(one.title, one.path, in_words(update.date), update.note) for one, update in updated]


def _adopted(changes: Changes) -> list[DigestLine]:
    services = changes.public.all_of(Service)
    lines = []
    for pairs in grouped(changes.adopted, lambda pair: pair[0].path).values():
        record = pairs[0][0]
        points = [
            DigestPoint(services[one.service].title, f"since {in_words(one.since)}" if one.since else "")
            for _, one in pairs
            if one.service in services
        ]
        if points:
            lines.append(DigestLine(record.title, record.path, points=points))
    return lines


def _decided(changes: Changes) -> list[DigestLine]:
    """The meetings held, with their decisions, those under the standing item first."""
    name = changes.public.network.standing_item.name
    lines = []
    for one in changes.held:
        under_item = one.standing_item.decisions if one.standing_item else []
        points = [DigestPoint(decided, f"under {name}") for decided in under_item]
        points += [DigestPoint(decided) for decided in one.decisions]
        if points:
            item = _standing_item(one, changes.public)
            lines.append(DigestLine(one.title, one.path, in_words(one.date), item, points))
    return lines


def _done(changes: Changes) -> list[DigestLine]:
    """The actions that services have done, or dropped and why."""
    services = changes.public.all_of(Service)
    ended = [
        one.latest
        for one in ended_actions(changes.public.action_histories.values(), changes.since)
        if one.latest.owner in services
    ]
    return [
        DigestLine(services[owner].title, services[owner].path, points=[_ended(one) for one in actions])
        for owner, actions in grouped(ended, lambda one: one.owner).items()
    ]


def _ended(action: Action) -> DigestPoint:
    if action.done:
        return DigestPoint(action.text, f"done {in_words(action.done)}")
    return DigestPoint(action.text, f"dropped {in_words(action.dropped)}: {action.why}" if action.dropped else "")


def _actions(public: PublicLibrary) -> list[DigestLine]:
    lines = []
    for service, actions in open_action_groups(public):
        points = [
            DigestPoint(one.text, _by_when(one.action.due, one.state == "overdue") if one.action.due else "no date set")
            for one in actions
        ]
        lines.append(DigestLine(service.title, service.path, points=points))
    return lines


def _reviews(public: PublicLibrary, until: date) -> list[DigestLine]:
    lines = []
    for owner, reviews in grouped(reviews_due(public, until), lambda one: one.owner).items():
        points = [DigestPoint(one.record.title, _by_when(one.due, one.is_overdue), one.record.path) for one in reviews]
        lines.append(DigestLine(owner.name, owner.path, points=points))
    return lines


def _by_when(due: date, is_overdue: bool) -> str:
    return f"overdue since {in_words(due)}" if is_overdue else f"due {in_words(due)}"


def _consents(public: PublicLibrary) -> list[DigestLine]:
    """The services with champions to ask again, and by when. A newsletter does not name these people."""
    many, lines = public.network.champions.many, []
    for ending in grouped(consents_ending(public, public.today), lambda one: one.service.path).values():
        asked = f"Ask one of its {many}" if len(ending) == 1 else f"Ask {len(ending)} of its {many}"
        text = f"{asked} about staying listed, before {in_words(ending[0].ends)}."
        lines.append(DigestLine(ending[0].service.title, ending[0].service.path, text=text))
    return lines
