"""A time zone as calendar programs understand it: the rule for each of its clock changes."""

import re
from calendar import monthcalendar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST_WEEK = 5
# A change in the last line of a zone's file, which is the rule that its clocks follow now: in GMT0BST,M3.5.0/1,M10.5.0 on the
# last Sunday of March at 1:00 and of October at 2:00. Hours beyond a day's end name a day that calendars cannot.
# Source: https://www.rfc-editor.org/rfc/rfc9636.html#name-tzif-footer
_RULE = re.compile(r"M(\d+)\.(\d)\.(\d)(?:/(1?\d|2[0-3])(?::(\d\d))?)?")
_Times = tuple[timedelta, timedelta, str]


@dataclass(frozen=True)
class _Change:
    """A clock change of every year: on which weekday of a month (-1 is the last), when the clock shows which time."""

    month: int
    place: int
    weekday: int
    time: timedelta

    def local(self, year: int) -> datetime:
        """What the clock shows when it is put forward or back."""
        days = [week[self.weekday - 1] for week in monthcalendar(year, self.month) if week[self.weekday - 1]]
        return datetime(year, self.month, days[self.place - (self.place > 0)]) + self.time


def time_zone(name: str, first: int, last: int) -> Timezone | None:
    """The time zone of this name, with rules that hold in the years from `first` to `last`; None if there are no such rules.

    The library lists the day of every change instead, which Outlook ignores: it would show the summer's meetings an hour late.
    Source: https://learn.microsoft.com/en-us/openspecs/exchange_standards/ms-stanoical/b827ac3d-16b5-46e8-b885-a2c45b2f5716
    """
    # What was in force on the first of January began in the year before.
    years = range(first - 1, last + 1)
    data = files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    zone, changes = ZoneInfo.from_file(BytesIO(data), name), _changes(data)
    if changes is None or _number_of_changes(zone, years) != len(changes) * len(years):
        return None
    found = Timezone()
    found.add("TZID", name)
    for change in sorted(changes, key=lambda change: change.month):
        times = {_times(zone, change.local(year)) for year in years}
        if len(times) > 1 or any(before == after for before, after, _ in times):
            return None
        found.add_component(_observance(change.local(years[0]), times.pop(), change))
    if not changes:
        start = datetime(years[0], 1, 1)
        found.add_component(_observance(start, _times(zone, start)))
    return found


def _changes(data: bytes) -> list[_Change] | None:
    """The clock changes of the present rule in a zone's file; None if a calendar cannot say them."""
    changes = []
    for written in data.splitlines()[-1].split(b",")[1:]:
        found = _RULE.fullmatch(written.decode())
        if found is None:
            return None
        month, week, weekday = (int(part) for part in found.groups()[:3])
        time = timedelta(hours=int(found[4] or 2), minutes=int(found[5] or 0))
        changes.append(_Change(month, -1 if week == _LAST_WEEK else week, weekday, time))
    return changes


def _number_of_changes(zone: ZoneInfo, years: range) -> int:
    """How often the clocks were changed in these years, at most once a month."""
    months = [datetime(year, month, 1, tzinfo=zone) for year in years for month in range(1, 13)]
    end = datetime(years[-1] + 1, 1, 1, tzinfo=zone)
    return sum(one.utcoffset() != other.utcoffset() for one, other in pairwise([*months, end]))


def _times(zone: ZoneInfo, local: datetime) -> _Times:
    """The offset before the clocks of a zone show `local`, the one from then on, and what the time is called then."""
    moment = (local - datetime.resolution).replace(tzinfo=zone).astimezone(UTC)
    before, after = moment.astimezone(zone), (moment + datetime.resolution).astimezone(zone)
    return before.utcoffset() or timedelta(), after.utcoffset() or timedelta(), after.tzname() or ""


def _observance(start: datetime, times: _Times, change: _Change | None = None) -> TimezoneStandard | TimezoneDaylight:
    """What is in force from a change on."""
    # Going by what the clock does: by law it is winter time that is special in Ireland, and no calendar program knows.
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
