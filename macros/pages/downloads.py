"""What a reader can take away from a page: its feed, its calendar, its data, something to print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.kinds import Meeting, MeetingStage, Record, Service
from macros.library.public import PublicLibrary
from macros.pages.of_kind import of_kind

FEED_TYPE = "application/atom+xml"
CALENDAR_TYPE = "text/calendar"
# The calendar of all meetings.
CALENDAR_FILE = "calendar.ics"
# The calendar of what a service has to do.
DUE_DATES_NAME = "actions.ics"
# The agenda of a meeting to come, in the folder of its page.
AGENDA_FILE = "agenda.docx"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
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
    own = of_kind(subject.KIND, "own_downloads", None) if isinstance(subject, Record) else None
    return [
        *_feed(subject),
        *_calendar(subject, public, top),
        *(own(subject, public, top) if own else ()),
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
    """Where the feed of `subject` is; nowhere for a record that gathers no others."""
    if subject is None:
        return "feed.xml"
    if isinstance(subject, type):
        return f"{subject.FOLDER}/feed.xml"
    return f"{subject.FOLDER}/{subject.id}/feed.xml" if subject.GATHERED_BY else ""


def data_file(subject: Subject) -> str:
    """Where the data of `subject` is; for the whole site, the index of what there is."""
    if subject is None:
        return "api/index.json"
    return f"api/{subject.FOLDER}.json" if isinstance(subject, type) else f"api/{subject.FOLDER}/{subject.id}.json"


def schema_file(model: type[Record]) -> str:
    """Where the schema of the data of a kind is."""
    return f"api/schemas/{model.KIND}.json"


def calendar_file(subject: Record) -> str:
    """Where the calendar of the meetings that belong to a record is, if there is one."""
    return f"{subject.FOLDER}/{subject.id}/meetings.ics"


def meeting_file(meeting: Meeting) -> str:
    """Where the file of a meeting for calendars is, if it has one."""
    return f"{meeting.FOLDER}/{meeting.id}/meeting.ics"


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
    name = subject.NAME.labels.lower() if isinstance(subject, type) else subject.title
    return f"{site_name}: {name}"


def followable(public: PublicLibrary) -> Iterator[Record]:
    """The records that gather others: they have a feed and may have a calendar of what belongs to them."""
    return (record for record in public.all() if record.GATHERED_BY)


def dated_meetings(subject: Record | None, public: PublicLibrary) -> list[Meeting]:
    """The meetings in the calendar of a record that gathers some, or of the site, the latest first: a month is no day to mark."""
    found = public.meetings_newest_first
    if subject is not None:
        paths = {record.path for record in public.gathered_by(subject)}
        found = [meeting for meeting in found if meeting.path in paths]
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
        what = "what is new" if subject is None else f"new and changed {subject.NAME.labels.lower()}"
    return [Download(f"Follow {what} in a feed reader (Atom)", FEED_TYPE, file)]


def _calendar(subject: Subject, public: PublicLibrary, top: str) -> list[Download]:
    """Two ways to the calendar of all meetings, or of those that belong to a record."""
    if subject is None or subject is Meeting:
        return _subscription(CALENDAR_FILE, "the calendar of meetings", top)
    if isinstance(subject, Record) and dated_meetings(subject, public):
        return _subscription(calendar_file(subject), f"the meetings of this {subject.KIND}", top)
    return []


def _subscription(file: str, what: str, top: str) -> list[Download]:
    """Two ways to the same calendar: one opens the calendar program, the other is an address to copy into it."""
    parts = urlsplit(top)
    return [
        Download(f"Subscribe to {what}", CALENDAR_TYPE, href=f"webcal://{parts.netloc}{parts.path}{file}"),
        Download(f"Download {what} (.ics)", CALENDAR_TYPE, file),
    ]


def _data(subject: Subject) -> list[Download]:
    data = Download("Data for programs (JSON)", _JSON_TYPE, data_file(subject))
    if isinstance(subject, type):
        return [Download("Open as a table (CSV)", _CSV_TYPE, table_file(subject)), data]
    return [data]
