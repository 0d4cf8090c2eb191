"""The one place that knows what day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


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
        raise SystemExit(f"SOURCE_DATE_EPOCH is too large: {epoch}.") from None
    return now.astimezone(ZoneInfo(time_zone)).date()
