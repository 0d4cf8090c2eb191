#!/usr/bin/env bash
# Two calendar libraries disagree by an hour about a meeting in a British January.
#
# Guess before trying: icalendar can write the time zone of an event by itself, vobject reads time zones, so a meeting at
# 10:00 in London on 15 January comes back at 10:00, UTC+0.
# Seen on 29 November 2026 (icalendar 7.3.0, vobject 0.9.9, python-dateutil 4.0.0): icalendar writes the zone as lists of
# dates (RDATE), with the permanent summer time of 1970 first. dateutil reads that right. vobject, which uses dateutil, reads
# every January in London as UTC+1. A zone written as a rule (RRULE) is read right by both.
# What we do: our calendars write the rule (macros/outputs/time_zone.py), and never icalendar's own zone.
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  icalendar==7.3.0 vobject==0.9.9 python-dateutil==4.0.0 tzdata==2026.1

cat >"$folder/read.py" <<'PYTHON'
import io
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import vobject
from dateutil.tz import tzical
from icalendar import Calendar, Event, Timezone

LONDON = "Europe/London"
RULE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def calendar(zone: str) -> str:
    """A calendar with one meeting in January, and the time zone as `zone` says it."""
    made = Calendar()
    made.add("prodid", "-//example//EN")
    made.add("version", "2.0")
    made.add_component(Timezone.from_ical(zone))
    meeting = Event()
    meeting.add("uid", "meeting@example.org")
    meeting.add("dtstamp", datetime(2026, 1, 1))
    meeting.add("dtstart", datetime(2027, 1, 15, 10, tzinfo=ZoneInfo(LONDON)))
    made.add_component(meeting)
    return made.to_ical().decode()


def offsets(text: str) -> tuple[timedelta, timedelta]:
    """What dateutil and vobject make of the meeting's distance from UTC."""
    by_dateutil = datetime(2027, 1, 15, 10, tzinfo=tzical(io.StringIO(text)).get(LONDON)).utcoffset()
    by_vobject = vobject.readOne(text).vevent.dtstart.value.utcoffset()
    return by_dateutil, by_vobject


zone = RULE if sys.argv[1] == "rule" else Timezone.from_tzid(LONDON).to_ical().decode()
print("dateutil {}, vobject {}".format(*offsets(calendar(zone))))
PYTHON

# In a process each: vobject keeps the first definition of a zone's name and passes over later ones.
own=$("$folder/venv/bin/python" "$folder/read.py" own)
rule=$("$folder/venv/bin/python" "$folder/read.py" rule)
echo "icalendar's own zone: $own"
echo "a zone by rule:       $rule"
[ "$own" = "dateutil 0:00:00, vobject 1:00:00" ] && [ "$rule" = "dateutil 0:00:00, vobject 0:00:00" ]
