"""A time zone as an iCalendar component, with a rule for each clock change."""

import re
from calendar import monthcalendar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST_WEEK = 5
# A clock change in the last line of a zone's file, the rule now in force. "GMT0BST,M3.5.0/1,M10.5.0" is the last Sunday
# of March at 1:00 and of October at 2:00. Hours beyond 23 mean another day, which calendars cannot express.
# Source: https://www.rfc-editor.org/rfc/rfc9636.html#name-tzif-footer
_RULE = re.compile(r"M(\d+)\.(\d)\.(\d)(?:/(1?\d|2[0-3])(?::(\d\d))?)?")
_Times = tuple[timedelta, timedelta, str]


@dataclass(frozen=True)
class _Change:
    """A yearly clock change: a weekday of a month (`place` -1 is the last), and the local time."""

    month: int
    place: int
    weekday: int
    time: timedelta

    def local(self, year: int) -> datetime:
        """The local time of the change in a year."""
        days = [week[self.weekday - 1] for week in monthcalendar(year, self.month) if week[self.weekday - 1]]
        return datetime(year, self.month, days[self.place - (self.place > 0)]) + self.time


def time_zone(name: str, first: int, last: int) -> Timezone | None:
    """The time zone `name` with rules valid from `first` to `last`; None if no yearly rules fit those years.

    The library would list each change by date, which Outlook ignores: it would show summer meetings an hour late.
    Source: https://learn.microsoft.com/en-us/openspecs/exchange_standards/ms-stanoical/b827ac3d-16b5-46e8-b885-a2c45b2f5716
    """
    # The rule in force on 1 January began the year before.
    years = range(first - 1, last + 1)
    zone, changes = zone_info(name), _changes(_zone_file(name))
    if changes is None or _number_of_changes(zone, years) != len(changes) * len(years):
        return None
    component = Timezone()
    component.add("TZID", name)
    for change in sorted(changes, key=lambda change: change.month):
        times = {_times(zone, change.local(year)) for year in years}
        if len(times) > 1 or any(before == after for before, after, _ in times):
            return None
        component.add_component(_observance(change.local(years[0]), times.pop(), change))
    if not changes:
        start = datetime(years[0], 1, 1)
        component.add_component(_observance(start, _times(zone, start)))
    return component


def zone_info(name: str) -> ZoneInfo:
    """The time zone `name` as the tzdata package has it: that of a system may be older or newer."""
    return ZoneInfo.from_file(BytesIO(_zone_file(name)), name)


@cache
def _zone_file(name: str) -> bytes:
    return files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()


def _changes(data: bytes) -> list[_Change] | None:
    """The clock changes of the current rule in a zone's file; None if a calendar cannot express them."""
    changes = []
    for rule in data.splitlines()[-1].split(b",")[1:]:
        match = _RULE.fullmatch(rule.decode())
        if match is None:
            return None
        month, week, weekday = (int(part) for part in match.groups()[:3])
        time = timedelta(hours=int(match[4] or 2), minutes=int(match[5] or 0))
        changes.append(_Change(month, -1 if week == _LAST_WEEK else week, weekday, time))
    return changes


def _number_of_changes(zone: ZoneInfo, years: range) -> int:
    """How often the clocks changed in these years, at most once a month."""
    months = [datetime(year, month, 1, tzinfo=zone) for year in years for month in range(1, 13)]
    end = datetime(years[-1] + 1, 1, 1, tzinfo=zone)
    return sum(before.utcoffset() != after.utcoffset() for before, after in pairwise([*months, end]))


def _times(zone: ZoneInfo, local: datetime) -> _Times:
    """The offsets before and after the local time `local`, and the zone's abbreviation after it."""
    moment = (local - datetime.resolution).replace(tzinfo=zone).astimezone(UTC)
    before, after = moment.astimezone(zone), (moment + datetime.resolution).astimezone(zone)
    return before.utcoffset() or timedelta(), after.utcoffset() or timedelta(), after.tzname() or ""


def _observance(start: datetime, times: _Times, change: _Change | None = None) -> TimezoneStandard | TimezoneDaylight:
    """The component for the time in force after a change."""
    # By clock, not by law: in Ireland winter time is legally the special one, which calendar programs do not support.
    before, after, name = times
    observance = TimezoneDaylight() if after > before else TimezoneStandard()
    observance.add("DTSTART", start)
    if change is not None:
        weekday = f"{change.place}{_WEEKDAYS[change.weekday]}"
        observance.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": change.month, "BYDAY": weekday})
    observance.add("TZNAME", name)
    observance.add("TZOFFSETFROM", before)
    observance.add("TZOFFSETTO", after)
    return observance
