"""The parts of the home page: news, the next meeting, and how many records there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.kinds import KINDS, Meeting, Record, Theme
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.pages.downloads import is_announced, meeting_file
from macros.pages.meeting import day_and_time
from macros.pages.parts import ListEntry, entry_of

MOST_NEWS = 6


@dataclass(frozen=True)
class News:
    """A new or changed record, with what happened."""

    entry: ListEntry
    kind: str
    kind_label: str
    when: date
    note: str


@dataclass(frozen=True)
class Count:
    """How many records of a kind there are, and where their list is."""

    kind: str
    label: str
    number: int
    folder: str

    @property
    def path(self) -> str:
        """The page that lists them."""
        return f"{self.folder}/index.md"


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting. `calendar` is its calendar file, relative to the top of the site; empty if its day is not set."""

    entry: ListEntry
    when: str
    item_name: str
    item_title: str
    calendar: str


def news(public: PublicLibrary) -> Sequence[News]:
    """The latest additions and updates, newest first, without retired records and those that only gather others."""
    changes = [_latest_change(record, public) for record in still_holding(public.all()) if not record.GATHERED_BY]
    changes.sort(key=lambda one: (-one.when.toordinal(), one.entry.title.casefold()))
    return changes[:MOST_NEWS]


def _latest_change(record: Record, public: PublicLibrary) -> News:
    update = max(record.updates, key=lambda one: one.date, default=None)
    note = update.note if update is not None and update.date > record.added else ""
    return News(entry_of(record, public), record.KIND, record.NAME.label, record.last_change, note)


def counts(public: PublicLibrary) -> Sequence[Count]:
    """How many records of each kind there are."""
    return [_count(model, len(public.all_of(model))) for model in KINDS.values()]


def _count(model: type[Record], number: int) -> Count:
    return Count(model.KIND, model.NAME.label if number == 1 else model.NAME.labels, number, model.FOLDER)


@dataclass(frozen=True)
class ThemeUse:
    """A theme and how many records have it."""

    title: str
    path: str
    number: int


def themes_by_use(public: PublicLibrary) -> Sequence[ThemeUse]:
    """The themes that any record has, most used first."""
    uses = [
        ThemeUse(theme.title, theme.path, len(list(public.gathered_by(theme))))
        for theme in still_holding(public.all_of(Theme).values())
    ]
    return sorted((use for use in uses if use.number), key=lambda use: (-use.number, use.title.casefold()))


def next_meeting(public: PublicLibrary) -> NextMeeting | None:
    """The next meeting, if one is planned."""
    meeting: Meeting | None = public.next_meeting
    if meeting is None:
        return None
    item = meeting.standing_item
    return NextMeeting(
        entry=entry_of(meeting, public),
        when=day_and_time(meeting),
        item_name=public.network.standing_item.name,
        item_title=item.title if item else "",
        calendar=meeting_file(meeting) if is_announced(meeting) else "",
    )


def any_held(public: PublicLibrary) -> bool:
    """Whether any meeting has been held."""
    return any(meeting.is_held for meeting in public.meetings_newest_first)
