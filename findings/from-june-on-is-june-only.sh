#!/usr/bin/env bash
# "From June on we meet at two" moves the meeting in June, and those after it stay at ten.
#
# Guess before trying: an event with RECURRENCE-ID;RANGE=THISANDFUTURE changes one meeting of a series and all that follow, with the difference
# in time that it has (RFC 5545, 3.2.13 and 3.8.4.4). A library that works out the days of a series moves them, or says that it cannot.
# Seen on 1 December 2026 (node-ical 0.26.1; ical.js 2.2.1 and recurring-ical-events 3.8.2 with icalendar 7.3.2 beside it): the other
# two move June, September and December to 14:00. node-ical moves June. From then on, it sends people four hours early.
# What we do: every meeting is an event of its own, with its own time (macros/outputs/calendars.py).
#
# cspell:ignore BYDAY THISANDFUTURE
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check recurring-ical-events==3.8.2 icalendar==7.3.2
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1

cd "$folder"
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//EN \
  BEGIN:VEVENT UID:meeting@example.org DTSTAMP:20260101T000000Z DTSTART:20260326T100000Z DTEND:20260326T120000Z \
  "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH;COUNT=4" END:VEVENT \
  BEGIN:VEVENT UID:meeting@example.org DTSTAMP:20260101T000000Z "RECURRENCE-ID;RANGE=THISANDFUTURE:20260625T100000Z" \
  DTSTART:20260625T140000Z DTEND:20260625T160000Z END:VEVENT END:VCALENDAR >meetings.ics
cat >read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const text = readFileSync("meetings.ics", "utf8");
const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
const year = { from: new Date("2026-01-01"), to: new Date("2027-01-01") };
console.log("node-ical:", ...ical.expandRecurringEvent(event, year).map(({ start }) => start.toISOString().slice(0, 16)));

const [series, change] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
series.relateException(change);
const days = series.iterator();
const starts = [];
for (let one = days.next(); one; one = days.next()) starts.push(`${series.getOccurrenceDetails(one).startDate}`.slice(0, 16));
console.log("ical.js:", ...starts);
SCRIPT
cat >read.py <<'PYTHON'
from pathlib import Path

from icalendar import Calendar
from recurring_ical_events import of

meetings = of(Calendar.from_ical(Path("meetings.ics").read_bytes())).between((2026, 1, 1), (2027, 1, 1))
print("recurring-ical-events:", *sorted(f"{one.start:%Y-%m-%dT%H:%M}" for one in meetings))
PYTHON

seen=$(node read.mjs && venv/bin/python read.py)
echo "$seen"
[ "$seen" = "node-ical: 2026-03-26T10:00 2026-06-25T14:00 2026-09-24T10:00 2026-12-31T10:00
ical.js: 2026-03-26T10:00 2026-06-25T14:00 2026-09-24T14:00 2026-12-31T14:00
recurring-ical-events: 2026-03-26T10:00 2026-06-25T14:00 2026-09-24T14:00 2026-12-31T14:00" ]
