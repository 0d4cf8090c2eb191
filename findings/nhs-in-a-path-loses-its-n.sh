#!/usr/bin/env bash
# A calendar library breaks the line in the middle of "S:\NHS".
#
# Guess before trying: text given to icalendar as the place of a meeting comes out escaped as RFC 5545, section 3.3.11 says, and
# reads back as it went in, whatever letters are in it.
# Seen on 29 November 2026 (icalendar 7.3.0): a backslash before a capital N is taken for a line break while the text is being
# written, so a path on a shared drive, "S:\NHS\notes", is published as two lines, "S:" and "HS\notes". A small n is kept, and
# so is every other letter. Its own reader reads the two lines back and says nothing.
# What we do: calendars write text by our own class (macros/outputs/calendar_file.py, PlainText).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0

"$folder/venv/bin/python" - <<'PYTHON'
import sys

from icalendar import Event


def read_back(text: str) -> str:
    """What icalendar reads of a place that it wrote."""
    meeting = Event()
    meeting.add("location", text)
    return str(Event.from_ical(meeting.to_ical())["location"])


capital, small = read_back(r"S:\NHS\notes"), read_back(r"S:\nhs\notes")
print(f"S:\\NHS\\notes comes back as {capital!r}, S:\\nhs\\notes as {small!r}")
sys.exit(0 if (capital, small) == ("S:\nHS\\notes", "S:\\nhs\\notes") else 1)
PYTHON
