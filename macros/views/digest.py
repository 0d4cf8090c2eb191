"""The digest: what is new, changed, taken up, decided and due since a day, to be sent to all members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from pydantic_core import PydanticCustomError

from macros.records.fields import Month, first_day, in_words, parse_day_or_month, sort_key
from macros.records.library import INDEX
from macros.records.models import Adoption, Evidence, Initiative, Meeting, Record, Service
from macros.views.actions import ActionLine, open_action_groups
from macros.views.changes import Changes
from macros.views.due import ConsentEnding, ReviewDue, consents_ending, reviews_due
from macros.views.edition import Edition
from macros.views.meeting import when_and_where
from macros.views.parts import KIND_LABELS, Item, page_item
from macros.views.takeaway import open_name, open_title

# As many as people read of each list before they skip the rest of it.
MOST = 8
_LONGEST_MONTH = timedelta(days=31)
# What may be written instead of a day.
LAST_MEETING = "last-meeting"

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Point:
    """Something said below a line: `note` stands after it, and `path` is its page if it has one."""

    text: str
    note: str = ""
    path: str | None = None


@dataclass(frozen=True)
class Line:
    """One thing to tell: what or who, the path of its page, what is said of it, and points below it.

    `mark` stands before the title where no badge can say that it is a sample. `left_out` points are not shown.
    """

    title: str
    path: str | None = None
    note: str = ""
    text: str = ""
    points: Sequence[Point] = ()
    left_out: int = 0
    mark: str = ""
    is_sample: bool = False


@dataclass(frozen=True)
class Section:
    """Lines under a heading, which tell `count` things. `left_out` of these are in lines that are not shown: all of them are
    on the page that `rest` leads to, if there is one."""

    title: str
    lines: Sequence[Line]
    count: int
    left_out: int = 0
    rest: Item | None = None


@dataclass(frozen=True)
class Digest:
    """The newsletter of a network: what happened from `since` to the day it was made, and what is due."""

    network: str
    since: date | Month
    made: date
    next_meeting: Line | None
    happened: Sequence[Section]
    due: Sequence[Section]

    @property
    def title(self) -> str:
        """What it is called, which is also a good subject for the e-mail."""
        return f"{self.network}: news since {in_words(self.since)}"

    @property
    def glance(self) -> str:
        """What is in it, in a line: "New initiatives: 3. Actions to do: 5."."""
        return " ".join(f"{section.title}: {section.count:,}." for section in (*self.happened, *self.due))

    @property
    def nothing_new(self) -> str:
        """What it says if nothing happened."""
        return f"Nothing new has been recorded since {in_words(self.since)}."

    @property
    def ending(self) -> str:
        """What stands under it, before the name and the address of the site."""
        return f"Made on {in_words(self.made)} from the records of"


def since_last_meeting(edition: Edition) -> date | Month:
    """The day of the last meeting, or when the network began if there was none."""
    meeting = edition.last_held
    when: date | Month = meeting.date if meeting else edition.library.network.established
    return when


def since_when(written: str, edition: Edition) -> date | Month:
    """The day or month that somebody wrote, or that of the last meeting. Raises ValueError, which says what is wrong."""
    if written == LAST_MEETING:
        if edition.last_held is None:
            raise ValueError("No meeting has been held yet. Say a day or a month, such as 2026-09-10 or 2026-09.")
        return since_last_meeting(edition)
    try:
        when: date | Month = parse_day_or_month(written)
    except PydanticCustomError:
        raise ValueError(
            f'"{written}" is no day or month of the calendar. '
            f'Write a day such as 2026-09-10, a month such as 2026-09, or "{LAST_MEETING}".'
        ) from None
    if sort_key(when) > sort_key(edition.today):
        raise ValueError(f"{in_words(when)} is still to come: today is {in_words(edition.today)}.")
    return when


def digest(edition: Edition, since: date | Month, most: int = MOST) -> Digest:
    """What happened since a day, or since the first of a month; of every list the first `most`, and how many more there are."""
    changes = Changes(edition, first_day(since))
    reviews = page_item("reviews.md", edition.library)
    until = edition.today + _LONGEST_MONTH * edition.library.network.meets_every
    return Digest(
        network=edition.library.network.short_name,
        since=since,
        made=edition.today,
        next_meeting=_next_meeting(edition),
        happened=_sections(
            *(_new(model, changes, most) for model in (Initiative, Evidence, Service)),
            _section("What changed", _updated(changes), most),
            _section("Who took up what", _adopted(changes, most), most, _list_of(Initiative, edition)),
            _section("What was decided", _decided(changes, most), most, _list_of(Meeting, edition)),
        ),
        due=_sections(
            _section("Actions to do", _actions(edition, most), most, page_item("actions.md", edition.library)),
            _section(f"Reviews due by {in_words(until)}", _reviews(edition, until, most), most, reviews),
            _section("Champions to ask", _consents(edition), most, reviews),
        ),
    )


def _sections(*found: Section | None) -> list[Section]:
    return [one for one in found if one is not None]


def _section(title: str, lines: Sequence[Line], most: int, rest: Item | None = None) -> Section | None:
    things = [max(1, len(line.points) + line.left_out) for line in lines]
    return Section(title, lines[:most], sum(things), sum(things[most:]), rest) if lines else None


def _list_of(model: type[Record], edition: Edition) -> Item | None:
    return page_item(f"{model.FOLDER}/{INDEX}", edition.library)


def _line(record: Record, *, note: str = "", text: str = "", points: Sequence[Point] = (), most: int = MOST) -> Line:
    """A line about a record, with the first `most` of its points."""
    return _named(record.title, record.path, record.sample, points, most, note=note, text=text)


def _named(name: str, path: str | None, is_sample: bool, points: Sequence[Point], most: int, **told: str) -> Line:
    mark = open_name(name, is_sample=is_sample).removesuffix(name)
    left_out = max(0, len(points) - most)
    return Line(name, path, points=points[:most], left_out=left_out, mark=mark, is_sample=is_sample, **told)


def _next_meeting(edition: Edition) -> Line | None:
    meeting = edition.next_meeting
    if meeting is None:
        return None
    return _line(meeting, note=when_and_where(meeting), text=_standing_item(meeting, edition))


def _standing_item(meeting: Meeting, edition: Edition) -> str:
    item = meeting.standing_item
    return f"{edition.library.network.standing_item.name}: {item.title}" if item else ""


def _new(model: type[Record], changes: Changes, most: int) -> Section | None:
    lines = [
        _line(record, note=" · ".join(changes.edition.entry(record).facts), text=record.summary)
        for record in changes.added(model)
    ]
    return _section(f"New {KIND_LABELS[model.KIND][1].lower()}", lines, most, _list_of(model, changes.edition))


def _updated(changes: Changes) -> list[Line]:
    return [_line(record, note=in_words(update.date), text=update.note) for record, update in changes.updated]


def _adopted(changes: Changes, most: int) -> list[Line]:
    services = changes.edition.library.of(Service)

    def point(adoption: Adoption) -> Point:
        since = f"since {in_words(adoption.since)}" if adoption.since else ""
        return Point(open_title(services[adoption.service]), since)

    found = [(record, adoption) for record, adoption in changes.adopted if adoption.service in services]
    by_record = _grouped((record.path, (record, adoption)) for record, adoption in found)
    return [_line(pairs[0][0], points=[point(one) for _, one in pairs], most=most) for pairs in by_record.values()]


def _decided(changes: Changes, most: int) -> list[Line]:
    """The meetings that were held, with what they decided, under the standing item first."""
    name = changes.edition.library.network.standing_item.name

    def points(meeting: Meeting) -> list[Point]:
        under_item = meeting.standing_item.decisions if meeting.standing_item else []
        return [*(Point(one, f"under {name}") for one in under_item), *(Point(one) for one in meeting.decisions)]

    decided = [(meeting, found) for meeting in changes.held if (found := points(meeting))]
    return [
        _line(one, note=in_words(one.date), text=_standing_item(one, changes.edition), points=found, most=most)
        for one, found in decided
    ]


def _actions(edition: Edition, most: int) -> list[Line]:
    return [
        _named(group.service.text, group.service.path, group.is_sample, [_action(one) for one in group.lines], most)
        for group in open_action_groups(edition)
    ]


def _action(action: ActionLine) -> Point:
    return Point(open_name(action.text, is_sample=action.is_sample), _by_when(action))


def _by_when(action: ActionLine) -> str:
    if action.due is None:
        return "no date set"
    return f"overdue since {in_words(action.due)}" if action.state == "overdue" else f"due {in_words(action.due)}"


def _reviews(edition: Edition, until: date, most: int) -> list[Line]:
    def point(review: ReviewDue) -> Point:
        when = in_words(review.due)
        note = f"overdue since {when}" if review.is_overdue else f"due {when}"
        return Point(open_title(review.record), note, review.record.path)

    by_owner = _grouped((review.owner, review) for review in reviews_due(edition, until))
    return [
        _named(owner.name, owner.path, owner.is_sample, [point(one) for one in reviews], most)
        for owner, reviews in by_owner.items()
    ]


def _consents(edition: Edition) -> list[Line]:
    """The services whose champions are to be asked again, and by when. Who they are, a newsletter does not say."""
    champions = edition.library.network.champions

    def text(ending: Sequence[ConsentEnding]) -> str:
        asked = f"One of its {champions.many} is" if len(ending) == 1 else f"{len(ending)} of its {champions.many} are"
        return f"{asked} to be asked before {in_words(ending[0].ends)} whether to go on being named."

    by_service = _grouped((one.service.path, one) for one in consents_ending(edition, edition.today))
    return [_line(ending[0].service, text=text(ending)) for ending in by_service.values()]


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found
