#!/usr/bin/env bash
# Of three dates in a list, one calendar library shows the first and another the other two.
#
# Guess before trying: a series of meetings without a rule lists its dates: DTSTART has the first, RDATE the others. RFC 5545, 3.8.5.2, has
# the recurrence set made of both. So everyone who reads calendars sees three meetings.
# Seen on 1 December 2026 (node-ical 0.26.1, ical.js 2.2.1; recurring-ical-events 3.8.2 with icalendar 7.3.2 beside them): only Python's
# library sees three. node-ical sees the first, and keeps RDATE as a text beside it. ical.js goes through the other two and passes
# over the first. With a rule (RRULE) beside the dates, ical.js shows the first too.
# What we do: every meeting is an event of its own (macros/outputs/calendars.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 recurring-ical-events==3.8.2
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//EN BEGIN:VEVENT UID:series@example.org DTSTAMP:20260101T000000Z \
  DTSTART:20260312T133000Z DTEND:20260312T160000Z RDATE:20260611T133000Z,20260910T133000Z END:VEVENT END:VCALENDAR >"$folder/series.ics"

cat >"$folder/read.mjs" <<'SCRIPT'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const text = readFileSync(process.argv[2], "utf8");
const said = (name, days) => console.log(`${name}:`, ...days);
const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
const year = { from: new Date("2026-01-01"), to: new Date("2027-01-01") };
said("node-ical", ical.expandRecurringEvent(event, year).map(({ start }) => start.toISOString().slice(0, 10)));
const series = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
const days = [];
for (let one = series.next(); one; one = series.next()) days.push(one.toString().slice(0, 10));
said("ical.js", days);
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar

calendar = Calendar.from_ical(Path(sys.argv[1]).read_bytes())
print("recurring-ical-events:", *(f"{one.start:%Y-%m-%d}" for one in recurring_ical_events.of(calendar).at(2026)))
PYTHON

seen=$(node "$folder/read.mjs" "$folder/series.ics" && "$folder/venv/bin/python" "$folder/read.py" "$folder/series.ics")
echo "$seen"
[ "$seen" = "node-ical: 2026-03-12
ical.js: 2026-06-11 2026-09-10
recurring-ical-events: 2026-03-12 2026-06-11 2026-09-10" ]
