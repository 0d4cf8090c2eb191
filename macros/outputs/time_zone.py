"""A time zone as calendar programs understand it: the day of the year on which each of its clock changes falls."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

# In some years the fourth Sunday of a month is the last. So many years in a row tell the two apart.
_ENOUGH_YEARS = 12
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class _Change:
    """A clock change: `local` is what the clock shows when it is put forward or back, `name` what the time is called then."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def habit(self) -> tuple[int, int, time, timedelta, timedelta]:
        """What is the same each year, if there is a rule: month, day of the week, time, and by how much."""
        return self.local.month, self.local.weekday(), self.local.time(), self.before, self.after

    @property
    def places(self) -> set[int]:
        """Which of its weekdays in the month it is: the second, say; -1 is the last, which may also be the fourth."""
        is_last = self.local.day + 7 > monthrange(self.local.year, self.local.month)[1]
        return {(self.local.day - 1) // 7 + 1, *([-1] if is_last else [])}


def time_zone(name: str, first: int, last: int) -> Timezone | None:
    """The time zone of this name, with rules that hold in the years from `first` to `last`; None if there are no such rules.

    The library lists the day of every change instead, which Outlook ignores: it would show the summer's meetings an hour late.
    Source: https://learn.microsoft.com/en-us/openspecs/exchange_standards/ms-stanoical/b827ac3d-16b5-46e8-b885-a2c45b2f5716
    """
    zone = ZoneInfo(name)
    # What was in force on the first of January began in the year before.
    years = [list(_changes(zone, year)) for year in range(first - 1, max(last, first + _ENOUGH_YEARS) + 1)]
    if len({len(changes) for changes in years}) > 1:
        return None
    found = Timezone()
    found.add("TZID", name)
    if not years[0]:
        start = datetime(first - 1, 1, 1, tzinfo=zone)
        offset = start.utcoffset() or timedelta()
        found.add_component(_observance(_Change(start.replace(tzinfo=None), offset, offset, start.tzname() or name)))
    for same_each_year in zip(*years, strict=True):
        place = _place_in_month(same_each_year)
        if place is None:
            return None
        found.add_component(_observance(same_each_year[0], place))
    return found


def _changes(zone: ZoneInfo, year: int) -> Iterator[_Change]:
    """The clock changes of a year, found by looking at every day and then at every minute between two that differ."""
    midnight = datetime(year, 1, 1, tzinfo=UTC)
    before = _offset(zone, midnight)
    for _ in range((date(year + 1, 1, 1) - date(year, 1, 1)).days):
        earlier, midnight = midnight, midnight + timedelta(days=1)
        after = _offset(zone, midnight)
        if after != before:
            later = midnight
            while later - earlier > timedelta(minutes=1):
                middle = earlier + (later - earlier) // 2
                if _offset(zone, middle) == before:
                    earlier = middle
                else:
                    later = middle
            moment = later.replace(second=0, microsecond=0)
            yield _Change((moment + before).replace(tzinfo=None), before, after, moment.astimezone(zone).tzname() or "")
            before = after


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _place_in_month(changes: Sequence[_Change]) -> int | None:
    """Which weekday of the month a change falls on in every year; None if there is no rule."""
    if len({change.habit for change in changes}) > 1:
        return None
    places = set.intersection(*(change.places for change in changes))
    return places.pop() if len(places) == 1 else None


def _observance(change: _Change, place: int | None = None) -> TimezoneStandard | TimezoneDaylight:
    """What is in force from a change on."""
    # Going by what the clock does: by law it is winter time that is special in Ireland, and no calendar program knows.
    observance = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    observance.add("DTSTART", change.local)
    if place is not None:
        weekday = f"{place}{_WEEKDAYS[change.local.weekday()]}"
        observance.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": change.local.month, "BYDAY": weekday})
    observance.add("TZNAME", change.name)
    observance.add("TZOFFSETFROM", change.before)
    observance.add("TZOFFSETTO", change.after)
    return observance
