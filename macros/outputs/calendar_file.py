"""The shell of a calendar file: its product id, its name for subscribers, and its end."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar
from icalendar.prop import vDuration, vText

_MAKER = "-//Network knowledge base//{}//EN"
# The site is published every night and whenever a record changes.
_REFRESH = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"


class PlainText(vText):
    """Text that is escaped as RFC 5545, section 3.3.11 says, with every character kept.

    icalendar 7.3.0 takes a backslash before a capital N for a line break, so "S:\\NHS" would lose its N.
    """

    def to_ical(self) -> bytes:
        """The text with backslashes, semicolons, commas and line breaks escaped."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def new_calendar(subject: str) -> Calendar:
    """An empty calendar; `subject` goes into its product id."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _MAKER.format(subject))
    return calendar


def subscription(subject: str, name: str) -> bytes:
    """An empty calendar to subscribe to, with its name and refresh interval in the forms programs look for."""
    calendar = new_calendar(subject)
    for field in ("NAME", "X-WR-CALNAME"):
        # The library does not know that this is text, which needs its commas escaped.
        calendar.add(field, PlainText(name))
    calendar.add("REFRESH-INTERVAL", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    written: bytes = calendar.to_ical()
    return written


def filled(calendar: bytes, parts: Iterable[bytes]) -> bytes:
    """The calendar with these serialised components in it."""
    return b"".join([calendar.removesuffix(_END), *parts, _END])
