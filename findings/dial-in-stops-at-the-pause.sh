#!/usr/bin/env bash
# A calendar library cuts the telephone number of a conference at its first pause.
#
# Guess before trying: the value of CONFERENCE is a URI, in which a comma is an ordinary sign (RFC 7986, section 5.11, whose own
# example dials, waits with ",,," and sends a code). So a reader gives all of it back.
# Seen on 30 November 2026 (vobject 0.9.9, icalendar 7.3.0): vobject takes a property that it does not know for text, although
# VALUE=URI stands beside it, and keeps what is before the first comma. Whoever joins by that number waits for a code that is
# not sent. URL and ATTACH, which it knows, and icalendar are right.
# What we do: an address to join at is also in the description of the event, where a comma is escaped.
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9 icalendar==7.3.0

cat >"$folder/read.py" <<'PYTHON'
import vobject
from icalendar import Calendar

NUMBER = "tel:+44-1632-960123,,,4321"
LINES = {
    "CONFERENCE": f"CONFERENCE;VALUE=URI;FEATURE=PHONE;LABEL=By telephone:{NUMBER}",
    "URL": f"URL:{NUMBER}",
}


def calendar(line: str) -> str:
    """A calendar with one meeting that has this line."""
    event = ["BEGIN:VEVENT", "UID:meeting@example.org", "DTSTAMP:20260101T000000Z", "DTSTART:20260201T100000Z", line]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *event, "END:VEVENT", "END:VCALENDAR", ""])


for name, line in LINES.items():
    by_vobject = vobject.readOne(calendar(line)).vevent.contents[name.lower()][0].value
    [event] = Calendar.from_ical(calendar(line)).walk("VEVENT")
    print(f"{name}: vobject {by_vobject} icalendar {event[name]}")
PYTHON

seen=$("$folder/venv/bin/python" "$folder/read.py")
echo "$seen"
[ "$seen" = "CONFERENCE: vobject tel:+44-1632-960123 icalendar tel:+44-1632-960123,,,4321
URL: vobject tel:+44-1632-960123,,,4321 icalendar tel:+44-1632-960123,,,4321" ]
