"""The one place that knows what day it is."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from macros.schema.network import Network

# Nothing is planned further ahead: what is has its year mistyped.
YEARS_AHEAD = 5
# The calendar of most programs ends with the year 9999, and from today we look ahead by years.
_LAST_YEAR = 9900


def today(time_zone: str) -> date:
    """The day it is in `time_zone`: by the clock, or by SOURCE_DATE_EPOCH (seconds) for a build that can be repeated.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and not epoch.isdecimal():
        raise SystemExit(f'SOURCE_DATE_EPOCH must be a whole number of seconds, and is "{epoch}".')
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (OverflowError, OSError, ValueError):
        now = datetime.max
    if now.year > _LAST_YEAR:
        raise SystemExit(f"SOURCE_DATE_EPOCH is too large: {epoch}.")
    return now.astimezone(ZoneInfo(time_zone)).date()


def today_in(network: Network) -> date:
    """The day it is for a network: a demonstration stands still, so that what is to come there stays to come."""
    return network.demonstration or today(network.time_zone)


def last_day_to_plan(today: date) -> date:
    """The last day that somebody may plan for."""
    return years_later(today, YEARS_AHEAD)


def years_later(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March, as the law counts."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
