"""The digest for all members: what is new, changed, taken up, decided and due."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from macros.kinds import KINDS, Action, Adoption, Initiative, Meeting, Record, Service
from macros.library.changes import Changes
from macros.library.due import SOON, ConsentEnding, ReviewDue, consents_ending, reviews_due
from macros.library.library import INDEX
from macros.library.public import PublicLibrary
from macros.pages.actions import ActionLine, ended_actions, open_action_groups
from macros.pages.meeting import when_and_where
from macros.pages.parts import Item, entry_of, page_item, page_that_calls
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

Key = TypeVar("Key")
Value = TypeVar("Value")


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
    """The newsletter of a network: what happened from `since` until it was made, and what is due."""

    network: str
    since: date | Month
    made: date
    called_off: DigestSection | None
    next_meeting: DigestLine | None
    happened: Sequence[DigestSection]
    due: Sequence[DigestSection]

    @property
    def title(self) -> str:
        """The title, which also works as the subject of the e-mail."""
        return f"{self.network}: news since {in_words(self.since)}"

    @property
    def glance(self) -> str:
        """The contents in one line: "3 new initiatives, 1 decision and 5 actions to do."."""
        first = [self.called_off] if self.called_off else []
        *most, last = [section.glance for section in (*first, *self.happened, *self.due)] or [""]
        return f"{', '.join(most)} and {last}." if most else last and f"{last}."

    @property
    def nothing_new(self) -> str:
        """The text for a digest without news."""
        return f"Nothing new has been recorded since {in_words(self.since)}."

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
    until = public.today + SOON
    return Digest(
        network=public.network.short_name,
        since=since,
        made=public.today,
        called_off=_called_off(changes, most),
        next_meeting=_next_meeting(public),
        happened=_sections(
            *(_new(model, changes, most) for model in KINDS.values() if model.IS_TOLD_WHEN_NEW),
            _section("What changed", _updated(changes), ("change", ""), most),
            _section("Who took up what", _adopted(changes, most), _TAKEN_UP, most, _list_of(Initiative, public)),
            _section("What was done", _done(changes, most), _DONE, most, actions),
            _section("What was decided", _decided(changes, most), ("decision", ""), most, _list_of(Meeting, public)),
        ),
        due=_sections(
            _section("Actions to do", _actions(public, most), _TO_DO, most, actions),
            _section(f"Reviews due by {in_words(until)}", _reviews(public, until, most), _DUE, most, reviews),
            _section("Champions to ask", _consents(public), asked, most, reviews),
        ),
    )


def _sections(*sections: DigestSection | None) -> list[DigestSection]:
    return [section for section in sections if section is not None]


def _section(
    title: str, lines: Sequence[DigestLine], nouns: tuple[str, str], most: int, whole_list: Item | None = None
) -> DigestSection | None:
    things = [max(1, len(line.points) + line.left_out) for line in lines]
    rest = rest_of(sum(things[most:]), whole_list)
    return DigestSection(title, lines[:most], counted(sum(things), *nouns), rest) if lines else None


def _list_of(model: type[Record], public: PublicLibrary) -> Item | None:
    page = page_item(f"{model.FOLDER}/{INDEX}", public)
    return page and whole_list_of(model)


def _whole_list(macro: str, public: PublicLibrary) -> Item | None:
    """A link to the page that shows the whole list of a macro."""
    page = page_that_calls(macro, public)
    return page and page.saying(f"See all {page.text[0].lower()}{page.text[1:]}")


def _line(
    record: Record, *, note: str = "", text: str = "", points: Sequence[DigestPoint] = (), most: int = MOST
) -> DigestLine:
    """A line about a record, with the first `most` of its points."""
    return _named(record.title, record.path, points, most, note=note, text=text)


def _named(name: str, path: str | None, points: Sequence[DigestPoint], most: int, **texts: str) -> DigestLine:
    return DigestLine(name, path, points=points[:most], left_out=max(0, len(points) - most), **texts)


def _called_off(changes: Changes, most: int) -> DigestSection | None:
    """The meetings that do not take place: whoever reads no further must know."""
    lines = [
        DigestLine(
            meeting.alerting_title, meeting.path, f"Was planned for {when_and_where(meeting)}", meeting.alert_reason
        )
        for meeting in changes.called_off
    ]
    nouns = ("meeting cancelled or postponed", "meetings cancelled or postponed")
    return _section("Cancelled or postponed", lines, nouns, most, _list_of(Meeting, changes.public))


def _next_meeting(public: PublicLibrary) -> DigestLine | None:
    meeting = public.next_meeting
    if meeting is None:
        return None
    return _line(meeting, note=when_and_where(meeting), text=_standing_item(meeting, public))


def _standing_item(meeting: Meeting, public: PublicLibrary) -> str:
    item = meeting.standing_item
    return f"{public.network.standing_item.name}: {item.title}" if item else ""


def _new(model: type[Record], changes: Changes, most: int) -> DigestSection | None:
    lines = [
        _line(record, note=" · ".join(entry_of(record, changes.public).facts), text=record.summary)
        for record in changes.added(model)
    ]
    nouns = (f"new {model.NAME.noun}", f"new {model.NAME.nouns}")
    title = f"New {model.NAME.labels.lower()}"
    return _section(title, lines, nouns, most, _list_of(model, changes.public))


def _updated(changes: Changes) -> list[DigestLine]:
    """The updates, but not those of meetings that are called off, which come first in the digest."""
    updated = [(record, update) for record, update in changes.updated if record not in changes.called_off]
    return [_line(record, note=in_words(update.date), text=update.note) for record, update in updated]


def _adopted(changes: Changes, most: int) -> list[DigestLine]:
    services = changes.public.all_of(Service)

    def point(adoption: Adoption) -> DigestPoint:
        since = f"since {in_words(adoption.since)}" if adoption.since else ""
        return DigestPoint(services[adoption.service].title, since)

    found = [(record, adoption) for record, adoption in changes.adopted if adoption.service in services]
    by_record = _grouped((record.path, (record, adoption)) for record, adoption in found)
    return [_line(pairs[0][0], points=[point(one) for _, one in pairs], most=most) for pairs in by_record.values()]


def _decided(changes: Changes, most: int) -> list[DigestLine]:
    """The meetings held, with their decisions, those under the standing item first."""
    name = changes.public.network.standing_item.name

    def points(meeting: Meeting) -> list[DigestPoint]:
        under_item = meeting.standing_item.decisions if meeting.standing_item else []
        return [
            *(DigestPoint(one, f"under {name}") for one in under_item),
            *(DigestPoint(one) for one in meeting.decisions),
        ]

    decided = [(meeting, decisions) for meeting in changes.held if (decisions := points(meeting))]
    return [
        _line(one, note=in_words(one.date), text=_standing_item(one, changes.public), points=decisions, most=most)
        for one, decisions in decided
    ]


def _done(changes: Changes, most: int) -> list[DigestLine]:
    """The actions that services have done, or dropped and why."""

    def point(action: Action) -> DigestPoint:
        if action.done:
            return DigestPoint(action.text, f"done {in_words(action.done)}")
        return DigestPoint(action.text, f"dropped {in_words(action.dropped)}: {action.why}" if action.dropped else "")

    services = changes.public.all_of(Service)
    ended = [one.latest for one in ended_actions(changes.public, changes.since) if one.latest.owner in services]
    by_owner = _grouped((one.owner, one) for one in ended)
    return [_line(services[owner], points=[point(one) for one in done], most=most) for owner, done in by_owner.items()]


def _actions(public: PublicLibrary, most: int) -> list[DigestLine]:
    return [
        _named(group.service.text, group.service.path, [_action(one) for one in group.lines], most)
        for group in open_action_groups(public)
    ]


def _action(action: ActionLine) -> DigestPoint:
    return DigestPoint(action.text, _by_when(action))


def _by_when(action: ActionLine) -> str:
    if action.due is None:
        return "no date set"
    return f"overdue since {in_words(action.due)}" if action.state == "overdue" else f"due {in_words(action.due)}"


def _reviews(public: PublicLibrary, until: date, most: int) -> list[DigestLine]:
    def point(review: ReviewDue) -> DigestPoint:
        when = in_words(review.due)
        note = f"overdue since {when}" if review.is_overdue else f"due {when}"
        return DigestPoint(review.record.title, note, review.record.path)

    by_owner = _grouped((review.owner, review) for review in reviews_due(public, until))
    return [
        _named(owner.name, owner.path, [point(one) for one in reviews], most) for owner, reviews in by_owner.items()
    ]


def _consents(public: PublicLibrary) -> list[DigestLine]:
    """The services with champions to ask again, and by when. A newsletter does not name these people."""
    champions = public.network.champions

    def text(ending: Sequence[ConsentEnding]) -> str:
        asked = f"One of its {champions.many} is" if len(ending) == 1 else f"{len(ending)} of its {champions.many} are"
        return f"{asked} to be asked before {in_words(ending[0].ends)} whether to go on being named."

    by_service = _grouped((one.service.path, one) for one in consents_ending(public, public.today))
    return [_line(ending[0].service, text=text(ending)) for ending in by_service.values()]


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    groups: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
