"""Calendars of the open actions of each service, by due date.

Actions without a due date are left out. A service whose actions are all done or handed on keeps an empty calendar for
its subscribers.
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
from macros.pages.downloads import DUE_DATES_NAME
from macros.schema.durations import counted
from macros.schema.types import in_words


def due_dates(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """A calendar for each service that ever had an action with a due date, also at its former addresses."""
    zone = time_zone(public.network.time_zone, public.today.year, public.today.year)
    # A calendar may not be empty, so a time zone stands in, which events without times do not need.
    nothing = [zone.to_ical()] if zone is not None else []
    for service in public.all_of(Service).values():
        if service.id in public.ever_given_a_day:
            due = [one for one in public.actions_by_owner.get(service.id, ()) if one.latest.is_open and one.latest.due]
            events = [_event(one, service, public, site).to_ical() for one in due]
            content = filled(subscription("Actions", f"{site.name} actions: {service.title}"), events or nothing)
            yield from (File(f"{folder}/{DUE_DATES_NAME}", content) for folder in folders(service))


def _event(history: ActionHistory, service: Service, public: PublicLibrary, site: SiteInfo) -> Event:
    action, due = history.latest, history.latest.due
    assert due is not None, "only what is due on a day is in a calendar"
    changed = datetime.combine(history.latest_meeting.last_change, time(tzinfo=UTC))
    return Event.new(
        # File names have no dots, so this cannot clash with the id of a meeting.
        uid=f"action.{action.id}@{site.host}",
        stamp=changed,
        last_modified=changed,
        sequence=sum(1 + len(meeting.updates) for meeting, _ in history.said) - 1,
        summary=PlainText(f"Action due: {action.text}"),
        description=PlainText("\n".join(_description(history, service, site))),
        start=due,
        end=due + timedelta(days=1),
        url=site.of(service.path),
        status=STATUS.TENTATIVE if public.network.demonstration else STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,
    )


def _description(history: ActionHistory, service: Service, site: SiteInfo) -> Iterator[str]:
    """The lines of an event's description. The address is here because Outlook shows it nowhere else."""
    yield f"To be done by {service.title}."
    agreed_at = history.agreed_at
    carried = f" Carried over {counted(history.survived, 'meeting')}." if history.survived else ""
    yield f"Agreed at {agreed_at.title} ({in_words(agreed_at.date)}).{carried}"
    yield site.of(service.path)
