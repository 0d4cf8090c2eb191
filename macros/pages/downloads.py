"""What readers can download from a page: its feed, calendar and data, and things to print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

from macros.kinds import Meeting, Record, Service
from macros.library.action_history import latest_first
from macros.library.library import address_of
from macros.library.public import PublicLibrary
from macros.pages.of_kind import of_kind

FEED_TYPE = "application/atom+xml"
CALENDAR_TYPE = "text/calendar"
# The calendar of all meetings.
CALENDAR_FILE = "calendar.ics"
# In the folder of a page: the calendars of a service's due dates and of a record's meetings, and that of one meeting.
DUE_DATES_NAME = "actions.ics"
MEETINGS_NAME = "meetings.ics"
MEETING_NAME = "meeting.ics"
# The agenda of a planned meeting, in the folder of its page.
AGENDA_FILE = "agenda.docx"
# The minutes of one that was held, in the same place. Two years of meetings: older ones are read, not handed round, and a
# document takes as long as twenty pages.
MINUTES_FILE = "minutes.docx"
_MOST_MINUTES = 8
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_JSON_TYPE = "application/json"
_CSV_TYPE = "text/csv"
_SCHEMA_TYPE = "application/schema+json"

# What the files are about: a record, all records of a kind, or (None) the whole site.
Subject = Record | type[Record] | None


@dataclass(frozen=True)
class Download:
    """A download. `file` is relative to the top of the site, `href` is a full address. `name` is what it is saved as, if not its own."""

    label: str
    type: str
    file: str = ""
    href: str = ""
    name: str = ""


def downloads(subject: Subject, public: PublicLibrary, top: str) -> Sequence[Download]:
    """The downloads on the page of `subject`. `top` is the full address of the site."""
    own = of_kind(subject.KIND, "own_downloads", None) if isinstance(subject, Record) else None
    offered = [
        *_feed(subject),
        *_following(subject, public),
        *_calendar(subject, public, top),
        *(own(subject, public, top) if own else ()),
        *_data(subject),
    ]
    # Few readers of a record want its data alone. The head of its page and the page of data lead to it.
    return [] if isinstance(subject, Record) and len(offered) == 1 else offered


def files_of(model: type[Record]) -> Sequence[Download]:
    """Every file with the records of a kind. Labels are short, as they appear next to the name of the kind."""
    return [
        Download("table (CSV)", _CSV_TYPE, table_file(model)),
        Download("data (JSON)", _JSON_TYPE, data_file(model)),
        Download("schema", _SCHEMA_TYPE, schema_file(model)),
        Download("feed (Atom)", FEED_TYPE, feed_file(model)),
    ]


def alternates(subject: Subject, site_name: str) -> Sequence[Download]:
    """Other forms of the page of `subject`, for programs that read its head: its feed, the site's feed, and its data."""
    own = [Download(feed_title(subject, site_name), FEED_TYPE, file)] if (file := feed_file(subject)) else []
    whole = [] if subject is None else [Download(feed_title(None, site_name), FEED_TYPE, feed_file(None))]
    return [*own, *whole, Download("Data of this page", _JSON_TYPE, data_file(subject))]


def feed_file(subject: Subject) -> str:
    """The path of the feed of `subject`; empty for a record that gathers no others."""
    if subject is None:
        return "feed.xml"
    if isinstance(subject, type):
        return f"{subject.FOLDER}/feed.xml"
    return f"{subject.FOLDER}/{subject.id}/feed.xml" if subject.GATHERED_BY else ""


def data_file(subject: Subject) -> str:
    """The path of the data of `subject`; for the whole site, of the index."""
    if subject is None:
        return "api/index.json"
    return f"api/{subject.FOLDER}.json" if isinstance(subject, type) else f"api/{subject.FOLDER}/{subject.id}.json"


def schema_file(model: type[Record]) -> str:
    """The path of the schema for the data of a kind."""
    return f"api/schemas/{model.KIND}.json"


def meeting_file(meeting: Meeting) -> str:
    """The path of a meeting's calendar file, if there is one."""
    return f"{meeting.FOLDER}/{meeting.id}/{MEETING_NAME}"


def welcome_pack_folder(service: Service) -> str:
    """The folder of the welcome pack for a new champion of a service."""
    return f"{service.FOLDER}/{service.id}/champion-pack/"


def is_announced(meeting: Meeting) -> bool:
    """Whether a meeting is planned for a known day, and so has an agenda and a calendar file to download."""
    return meeting.is_planned and isinstance(meeting.date, date)


def with_minutes(public: PublicLibrary) -> Sequence[Meeting]:
    """The meetings whose minutes come as a Word document: the last that were held."""
    return [*islice((one for one in public.meetings_newest_first if one.is_held), _MOST_MINUTES)]


def table_file(model: type[Record]) -> str:
    """The path of the table of a kind."""
    return f"api/{model.FOLDER}.csv"


def rows_file(record: Record) -> str:
    """The path of the table of one record, which has one."""
    return f"api/{record.FOLDER}/{record.id}.csv"


def rows_schema_file(model: type[Record]) -> str:
    """The path of the description of the columns in the tables of a kind."""
    return f"api/schemas/{model.KIND}.table.json"


def feed_title(subject: Subject, site_name: str) -> str:
    """The title of the feed of `subject`."""
    if subject is None:
        return f"{site_name}: what is new"
    name = subject.NAME.labels.lower() if isinstance(subject, type) else subject.title
    return f"{site_name}: {name}"


def followable(public: PublicLibrary) -> Iterator[Record]:
    """The records that gather others, which have a feed and may have a calendar."""
    return (record for record in public.all() if record.GATHERED_BY)


def dated_meetings(subject: Record | None, public: PublicLibrary) -> list[Meeting]:
    """The meetings in the calendar of a record, or of the site, latest first. Meetings with only a month are left out."""
    if subject is None:
        meetings = public.meetings_newest_first
    else:
        meetings = latest_first(one for one in public.gathered_by(subject) if isinstance(one, Meeting))
    return [meeting for meeting in meetings if isinstance(meeting.date, date)]


def due_dates_calendar(service: Service, public: PublicLibrary, top: str) -> list[Download]:
    """Two links to the calendar of a service's due dates. It stays once all is done, ready for the next one."""
    if service.id not in public.ever_given_a_day:
        return []
    return _subscription(f"{service.FOLDER}/{service.id}/{DUE_DATES_NAME}", "the due dates of actions", top)


def _feed(subject: Subject) -> list[Download]:
    file = feed_file(subject)
    if not file:
        return []
    if isinstance(subject, Record):
        what = f"this {subject.KIND}"
    else:
        what = "what is new" if subject is None else f"new and changed {subject.NAME.labels.lower()}"
    return [Download(f"Follow {what} in a feed reader (Atom)", FEED_TYPE, file)]


def _following(subject: Subject, public: PublicLibrary) -> list[Download]:
    """A link from a record with a feed to the page to choose several from, if the network has one."""
    page = public.callers.get("what_to_follow")
    if page is None or not (isinstance(subject, Record) and feed_file(subject)):
        return []
    return [Download("Other ways to follow it", "text/html", f"{address_of(page)}/")]


def _calendar(subject: Subject, public: PublicLibrary, top: str) -> list[Download]:
    """Two links to the calendar of all meetings, or of a record's meetings."""
    if subject is None or subject is Meeting:
        return _subscription(CALENDAR_FILE, "the calendar of meetings", top)
    if isinstance(subject, Record) and dated_meetings(subject, public):
        return _subscription(
            f"{subject.FOLDER}/{subject.id}/{MEETINGS_NAME}", f"the meetings of this {subject.KIND}", top
        )
    return []


def _subscription(file: str, what: str, top: str) -> list[Download]:
    """Two links to the same calendar: one opens the calendar program, the other is an address to copy into it."""
    parts = urlsplit(top)
    return [
        Download(f"Subscribe to {what}", CALENDAR_TYPE, href=f"webcal://{parts.netloc}{parts.path}{file}"),
        Download(f"Download {what} (.ics)", CALENDAR_TYPE, file),
    ]


def _data(subject: Subject) -> list[Download]:
    data = Download("Data for developers (JSON)", _JSON_TYPE, data_file(subject))
    if isinstance(subject, type):
        return [Download("Open as a table (CSV)", _CSV_TYPE, table_file(subject)), data]
    if isinstance(subject, Record) and subject.ROW is not None:
        return [Download("The numbers as a table (CSV)", _CSV_TYPE, rows_file(subject)), data]
    return [data]
