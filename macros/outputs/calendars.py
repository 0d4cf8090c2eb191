"""Calendars of meetings: one for all, one for each theme and service, and a file for each meeting.

Meetings without a known day are left out. A meeting without a start time lasts all day and shows as free. One without
an end time gets an hour, or what is left of its last day, and its description says so. One that is called off stays, so that
calendars that have it learn of it, and shows as free.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Conference, Event, Timezone
from icalendar.enums import STATUS, TRANSP
from icalendar.prop import vCategory

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.calendar_file import PlainText, filled, new_calendar, subscription
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders, permanent_id
from macros.outputs.time_zone import time_zone, zone_info
from macros.pages.downloads import CALENDAR_FILE, MEETING_NAME, MEETINGS_NAME, dated_meetings, followable

_SUBJECT = "Meetings"
_IF_NO_END = timedelta(hours=1)


@dataclass(frozen=True)
class _Clock:
    """The network's time zone and its calendar component. Without a component, times are in UTC."""

    zone: ZoneInfo
    component: Timezone | None

    def at(self, day: date, hour: time) -> datetime:
        """A time of day in the network's zone."""
        moment = datetime.combine(day, hour, self.zone)
        return moment if self.component is not None else moment.astimezone(UTC)


def calendars(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """Every calendar, also at the former addresses of its subject."""
    meetings = dated_meetings(None, public)
    clock = _clock(public, meetings)
    zone = clock.component.to_ical() if clock.component is not None else b""
    # Serialise each event once, however many calendars it is in.
    events = {meeting.id: _event(meeting, public, site, clock).to_ical() for meeting in meetings}

    def with_meetings(calendar: bytes, shown: Iterable[Meeting]) -> bytes:
        return filled(calendar, [zone, *(events[meeting.id] for meeting in shown)])

    yield File(CALENDAR_FILE, with_meetings(subscription(_SUBJECT, f"{site.name} meetings"), meetings))
    for subject in followable(public):
        if own_meetings := dated_meetings(subject, public):
            content = with_meetings(subscription(_SUBJECT, f"{site.name} meetings: {subject.title}"), own_meetings)
            yield from (File(f"{folder}/{MEETINGS_NAME}", content) for folder in folders(subject))
    # No name here: programs offer to subscribe to a calendar that has one.
    single = new_calendar(_SUBJECT).to_ical()
    for meeting in meetings:
        content = with_meetings(single, [meeting])
        yield from (File(f"{folder}/{MEETING_NAME}", content) for folder in folders(meeting))


def _clock(public: PublicLibrary, meetings: Sequence[Meeting]) -> _Clock:
    name = public.network.time_zone
    years = [meeting.date.year for meeting in meetings] or [public.network.established.year]
    return _Clock(zone_info(name), time_zone(name, min(years), max(years)))


def _event(meeting: Meeting, public: PublicLibrary, site: SiteInfo, clock: _Clock) -> Event:
    start, end = _times(meeting, clock)
    # Calling it off counts even if no update says so, and so does planning it again.
    sequence = 2 * len(meeting.updates) + meeting.is_called_off
    # Records have dates without times: the seconds tell several changes of one day apart.
    changed = datetime.combine(meeting.last_change, time(tzinfo=UTC)) + timedelta(seconds=sequence)
    themes = (public.get("theme", tag) for tag in meeting.tags)
    made_up = public.network.demonstration is not None
    is_kept_free = not made_up and not meeting.is_called_off
    event = Event.new(
        uid=f"{permanent_id(meeting)}@{site.host}",
        stamp=changed,
        last_modified=changed,
        sequence=sequence,
        summary=PlainText(meeting.alerting_title),
        description=PlainText("\n".join(_description(meeting, public, site))),
        start=start,
        end=end,
        location=PlainText(where) if (where := _location(meeting)) else None,
        url=site.of(meeting.path),
        conferences=[Conference(meeting.join, "VIDEO", "Join online")] if meeting.join else None,
        # A made-up meeting must not block anyone's diary.
        status=STATUS.CANCELLED if meeting.is_called_off else STATUS.TENTATIVE if made_up else STATUS.CONFIRMED,
        transparency=TRANSP.OPAQUE if meeting.starts and is_kept_free else TRANSP.TRANSPARENT,
    )
    if titles := [PlainText(theme.title) for theme in themes if theme is not None]:
        categories = vCategory([])
        # The library makes texts of its own of them.
        categories.cats = [*titles]
        event.add("CATEGORIES", categories)
    return event


def _times(meeting: Meeting, clock: _Clock) -> tuple[date | datetime, date | datetime]:
    """The start and end of a meeting: for whole days, the first and the one after the last."""
    after_last = meeting.ends_on + timedelta(days=1)
    if meeting.starts is None:
        return meeting.date, after_last
    start = clock.at(meeting.date, meeting.starts)
    if meeting.ends:
        return start, clock.at(meeting.ends_on, meeting.ends)
    return start, clock.at(after_last, time.min) if meeting.last_day else start + _IF_NO_END


def _location(meeting: Meeting) -> str | None:
    """Where it is. Without a place, the address to join at: most programs make a link of it here, and not of a CONFERENCE."""
    return meeting.place or meeting.join


def _description(meeting: Meeting, public: PublicLibrary, site: SiteInfo) -> Iterator[str]:
    """The lines of an event's description. The address is here because Outlook shows it nowhere else."""
    if public.network.demonstration:
        yield "This is a demonstration. The meeting is made up."
    if meeting.alert:
        yield f"{meeting.alert}. {meeting.alert_reason}"
    yield meeting.summary
    if meeting.join:
        yield f"Join online: {meeting.join}"
    if meeting.standing_item:
        yield f"{public.network.standing_item.name}: {meeting.standing_item.title}"
    if meeting.starts and not meeting.ends:
        set_aside = "the whole of the last day" if meeting.last_day else "an hour"
        yield f"The end is not set yet. This entry allows {set_aside}."
    yield site.of(meeting.path)
