"""What a reader can take away from a page: its feed, its calendar, its data, something to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.kinds import KINDS, Initiative, Meeting, MeetingStage, Record, Service, Theme
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.pages.parts import KIND_LABELS
from macros.pages.shortlist import MOST_LISTED

FEED_TYPE = "application/atom+xml"
CALENDAR_TYPE = "text/calendar"
# The calendar of all meetings.
CALENDAR_FILE = "calendar.ics"
# The calendar of what a service has to do.
DUE_DATES_NAME = "actions.ics"
# The agenda of a meeting to come, in the folder of its page.
AGENDA_FILE = "agenda.docx"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_JSON_TYPE = "application/json"
_CSV_TYPE = "text/csv"
_SCHEMA_TYPE = "application/schema+json"

# What is taken away from: a record, the list of a kind, or the whole site.
Subject = Record | type[Record] | None


@dataclass(frozen=True)
class Download:
    """Something to take away: what it is called, and where it is. `file` stands below the top of the site, `href` is whole."""

    label: str
    type: str
    file: str = ""
    href: str = ""


@dataclass(frozen=True)
class AlternateLink:
    """Another form of a page, for the programs that look for one in its head. `file` stands below the top of the site."""

    title: str
    type: str
    file: str


def downloads(subject: Subject, public: PublicLibrary, top: str) -> Sequence[Download]:
    """What the page of `subject` offers. `top` is the full address of the site."""
    due = due_dates_calendar(subject, public, top) if isinstance(subject, Service) else []
    return [
        *_feed(subject),
        *_agenda(subject),
        *_calendar(subject, public, top),
        *due,
        *_to_print(subject, public),
        *_data(subject),
    ]


def files_of(model: type[Record]) -> Sequence[Download]:
    """Every file with the records of a kind, named in a word: what there is of them is said beside it."""
    return [
        Download("table (CSV)", _CSV_TYPE, table_file(model)),
        Download("data (JSON)", _JSON_TYPE, data_file(model)),
        Download("schema", _SCHEMA_TYPE, schema_file(model)),
        Download("feed (Atom)", FEED_TYPE, feed_file(model)),
    ]


def alternates(subject: Subject, site_name: str) -> Sequence[AlternateLink]:
    """What the head of the page of `subject` names: its feed, that of the whole site, and its data."""
    own = [AlternateLink(feed_title(subject, site_name), FEED_TYPE, file)] if (file := feed_file(subject)) else []
    whole = [] if subject is None else [AlternateLink(feed_title(None, site_name), FEED_TYPE, feed_file(None))]
    return [*own, *whole, AlternateLink("Data of this page", _JSON_TYPE, data_file(subject))]


def feed_file(subject: Subject) -> str:
    """Where the feed of `subject` is; nowhere for an initiative, a piece of evidence or a meeting."""
    if subject is None:
        return "feed.xml"
    if isinstance(subject, type):
        return f"{subject.FOLDER}/feed.xml"
    return f"{subject.FOLDER}/{subject.id}/feed.xml" if isinstance(subject, Theme | Service) else ""


def data_file(subject: Subject) -> str:
    """Where the data of `subject` is; for the whole site, the index of what there is."""
    if subject is None:
        return "api/index.json"
    return f"api/{subject.FOLDER}.json" if isinstance(subject, type) else f"api/{subject.FOLDER}/{subject.id}.json"


def schema_file(model: type[Record]) -> str:
    """Where the schema of the data of a kind is."""
    return f"api/schemas/{model.KIND}.json"


def calendar_file(subject: Meeting | Theme | Service) -> str:
    """Where the calendar of a meeting, or of the meetings of a theme or a service is, if there is one."""
    name = "meeting.ics" if isinstance(subject, Meeting) else "meetings.ics"
    return f"{subject.FOLDER}/{subject.id}/{name}"


def welcome_pack_folder(service: Service) -> str:
    """Where the welcome pack for a new champion of a service is."""
    return f"{service.FOLDER}/{service.id}/champion-pack/"


def due_dates_file(service: Service) -> str:
    """Where the calendar of the due dates of a service's actions is, if there is one."""
    return f"{service.FOLDER}/{service.id}/{DUE_DATES_NAME}"


def is_announced(meeting: Meeting) -> bool:
    """Whether a meeting is still to come, on a day that is known: its agenda and its date can be taken away."""
    return meeting.stage is MeetingStage.PLANNED and isinstance(meeting.date, date)


def table_file(model: type[Record]) -> str:
    """Where the table of a kind is."""
    return f"api/{model.FOLDER}.csv"


def feed_title(subject: Subject, site_name: str) -> str:
    """What the feed of `subject` is called."""
    if subject is None:
        return f"{site_name}: what is new"
    name = KIND_LABELS[subject.KIND][1].lower() if isinstance(subject, type) else subject.title
    return f"{site_name}: {name}"


def followable(public: PublicLibrary) -> Iterator[Theme | Service]:
    """The records that have a feed and may have a calendar."""
    yield from public.all_of(Theme).values()
    yield from public.all_of(Service).values()


def followed(subject: Theme | Service, public: PublicLibrary) -> list[Record]:
    """The records whose changes the feed of a theme or service tells of: what belongs to it, and the record itself."""
    if isinstance(subject, Theme):
        return [subject, *(one for model in KINDS.values() for one in public.linking_to(subject, model, "tags"))]
    initiatives = public.linking_to(subject, Initiative, "services", "adopted_by")
    return [subject, *initiatives, *public.linking_to(subject, Meeting, "presentations", "attended")]


def dated_meetings(subject: Theme | Service | None, public: PublicLibrary) -> list[Meeting]:
    """The meetings in the calendar of a theme, a service or the site, the latest first: a month is no day to mark."""
    if subject is None:
        found = public.meetings_newest_first
    else:
        ids = {one.id for one in followed(subject, public) if isinstance(one, Meeting)}
        found = [meeting for meeting in public.meetings_newest_first if meeting.id in ids]
    return [meeting for meeting in found if isinstance(meeting.date, date)]


def has_due_dates(service: Service, public: PublicLibrary) -> bool:
    """Whether a service was ever given something to do by a day: its calendar stays when all is done, for the next."""
    return service.id in public.ever_given_a_day


def due_dates_calendar(service: Service, public: PublicLibrary, top: str) -> list[Download]:
    """Two ways to the calendar of what a service has to do, if there is one."""
    if not has_due_dates(service, public):
        return []
    return _subscription(due_dates_file(service), "the due dates of actions", top)


def _feed(subject: Subject) -> list[Download]:
    file = feed_file(subject)
    if not file:
        return []
    if isinstance(subject, Record):
        what = f"this {subject.KIND}"
    else:
        what = "what is new" if subject is None else f"new and changed {KIND_LABELS[subject.KIND][1].lower()}"
    return [Download(f"Follow {what} in a feed reader (Atom)", FEED_TYPE, file)]


def _agenda(subject: Subject) -> list[Download]:
    if not isinstance(subject, Meeting) or not is_announced(subject):
        return []
    file = f"{subject.FOLDER}/{subject.id}/{AGENDA_FILE}"
    return [Download("Agenda as a Word document (.docx)", _WORD_TYPE, file)]


def _calendar(subject: Subject, public: PublicLibrary, top: str) -> list[Download]:
    if isinstance(subject, Meeting):
        label = "Put this meeting in your calendar (.ics)"
        return [Download(label, CALENDAR_TYPE, calendar_file(subject))] if is_announced(subject) else []
    if subject is None or subject is Meeting:
        return _subscription(CALENDAR_FILE, "the calendar of meetings", top)
    if isinstance(subject, Theme | Service) and dated_meetings(subject, public):
        return _subscription(calendar_file(subject), f"the meetings of this {subject.KIND}", top)
    return []


def _subscription(file: str, what: str, top: str) -> list[Download]:
    """Two ways to the same calendar: one opens the calendar program, the other is an address to copy into it."""
    parts = urlsplit(top)
    return [
        Download(f"Subscribe to {what}", CALENDAR_TYPE, href=f"webcal://{parts.netloc}{parts.path}{file}"),
        Download(f"Download {what} (.ics)", CALENDAR_TYPE, file),
    ]


def _to_print(subject: Subject, public: PublicLibrary) -> list[Download]:
    if isinstance(subject, Service) and subject.active:
        one = public.network.champions.one
        return [Download(f"Print a welcome pack for a new {one}", "text/html", welcome_pack_folder(subject))]
    if not isinstance(subject, Theme):
        return []
    number = len(still_holding(public.linking_to(subject, Initiative, "tags")))
    if not number:
        return []
    which = f"{MOST_LISTED} newest " if number > MOST_LISTED else ""
    return [Download(f"Print its {which}initiatives, a card each", "text/html", f"themes/{subject.id}/pack/")]


def _data(subject: Subject) -> list[Download]:
    data = Download("Data for programs (JSON)", _JSON_TYPE, data_file(subject))
    if isinstance(subject, type):
        return [Download("Open as a table (CSV)", _CSV_TYPE, table_file(subject)), data]
    return [data]
