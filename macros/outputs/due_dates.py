"""Calendars of what services have to do: each open action of a service on the day it is due, and after it until it ends.

An action without a due date is in none. The calendar of a service that has done all, or handed it on, stays, empty, for
those who subscribed to it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from icalendar import Event
from icalendar.enums import STATUS, TRANSP

from macros.kinds import Service
from macros.library.action_history import ActionHistory
from macros.library.public import PublicLibrary
from macros.outputs.calendar_file import PlainText, filled, subscription
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.time_zone import time_zone
from macros.pages.downloads import DUE_DATES_NAME, has_due_dates
from macros.schema.durations import counted
from macros.schema.types import in_words


def due_dates(public: PublicLibrary, place: SiteInfo) -> Iterator[File]:
    """The calendar of each service that was ever given something to do by a day, also at its former addresses."""
    zone = _zone(public)
    for service in public.all_of(Service).values():
        if not has_due_dates(service, public):
            continue
        calendar = subscription("Actions", f"{place.name} actions: {service.title}")
        found = [one for one in public.actions_by_owner.get(service.id, ()) if one.latest.is_open and one.latest.due]
        # A calendar has to hold something, if only the time zone, which no whole day needs.
        content = filled(
            calendar,
            [_event(one, service, place, made_up=public.network.demonstration is not None).to_ical() for one in found]
            or [zone],
        )
        yield from (File(f"{folder}/{DUE_DATES_NAME}", content) for folder in folders(service))


def _zone(public: PublicLibrary) -> bytes:
    year = public.today.year
    zone = time_zone(public.network.time_zone, year, year)
    return zone.to_ical() if zone is not None else b""


def _event(one: ActionHistory, service: Service, place: SiteInfo, *, made_up: bool) -> Event:
    action, due = one.latest, one.latest.due
    assert due is not None, "only what is due on a day is in a calendar"
    changed = datetime.combine(one.latest_meeting.last_change, time(tzinfo=UTC))
    return Event.new(
        # No file name has a dot in it, so that no meeting is called like an action.
        uid=f"action.{action.id}@{place.host}",
        stamp=changed,
        last_modified=changed,
        sequence=sum(1 + len(meeting.updates) for meeting, _ in one.said) - 1,
        summary=PlainText(f"Action due: {action.text}"),
        description=PlainText("\n".join(_description(one, service, place))),
        start=due,
        end=due + timedelta(days=1),
        url=place.of(service.path),
        status=STATUS.TENTATIVE if made_up else STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,
    )


def _description(one: ActionHistory, service: Service, place: SiteInfo) -> Iterator[str]:
    """Who does it, where it was agreed, and its address, which Outlook shows nowhere else."""
    yield f"To be done by {service.title}."
    agreed_at = one.agreed_at
    carried = f" Carried through {counted(one.survived, 'meeting')}." if one.survived else ""
    yield f"Agreed at {agreed_at.title} ({in_words(agreed_at.date)}).{carried}"
    yield place.of(service.path)
