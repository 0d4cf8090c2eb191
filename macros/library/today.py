"""Today's date, and how far ahead a network may plan."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    # A build that has nothing to do asks for the day and for no more of a network, which takes long to import.
    from macros.schema.network import Network

# A date further ahead has a mistyped year.
YEARS_AHEAD = 5
# Python's dates end with the year 9999, and we calculate years ahead of today.
_LAST_YEAR = 9900


def today(time_zone: str) -> date:
    """Today in `time_zone`: from the clock, or from SOURCE_DATE_EPOCH (seconds) for reproducible builds.

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
    """Today for a network. A demonstration has a fixed day, which keeps its future events in the future."""
    return network.demonstration or today(network.time_zone)


def last_day_to_plan(today: date) -> date:
    """The last day that a record may plan for."""
    return years_later(today, YEARS_AHEAD)


def years_later(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 1 March, as in law."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
