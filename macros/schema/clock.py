"""Times of day in words."""

from datetime import time


def clock(hour: int, minute: int) -> str:
    """A time in NHS style: 5:30pm, 9am, midday.

    Source: https://service-manual.nhs.uk/content/numbers-measurements-dates-time
    """
    if (hour, minute) in ((12, 0), (0, 0)):
        return "midday" if hour else "midnight"
    shown = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    return shown + ("am" if hour < 12 else "pm")


def from_to(starts: time | None, ends: time | None) -> str:
    """The start and end times that are known: "10am to midday"."""
    return " to ".join(clock(when.hour, when.minute) for when in (starts, ends) if when)
