#!/usr/bin/env bash
# A meeting that Outlook has at 10:00 in July is at 11:00 to one calendar library.
#
# Guess before trying: Outlook calls the time of Britain "GMT Standard Time", in summer too, and its files say what that means (VTIMEZONE,
# RFC 5545, 3.6.5). The name of a zone is only a name, so a library takes the rules from the file: 10:00 on 9 July is 09:00 UTC.
# Seen on 1 December 2026 (ics 0.7.3 for Python, node-ical 0.26.1; icalendar 7.3.2, vobject 0.9.9 and ical.js 2.2.1 beside them): ics
# takes it for 10:00 UTC, an hour late all summer, without a warning; with the name Europe/London it is right. If the zone is called
# "London", as someone may call it, node-ical is an hour late as well. The other three read the rules, whatever the name.
# What we do: our calendars call the zone by its name in the tz database, and have its rules (macros/outputs/time_zone.py).
#
# cspell:ignore astimezone vevent
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 vobject==0.9.9
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1

cat >"$folder/read.mjs" <<'SCRIPT'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const text = readFileSync(process.argv[2], "utf8");
const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
const { startDate } = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
const at = (day) => day.toISOString().slice(11, 16);
console.log("ical.js", at(startDate.toJSDate()), "node-ical", at(event.start));
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from datetime import UTC
from pathlib import Path

import icalendar
import ics
import vobject

text = Path(sys.argv[1]).read_text()
starts = {
    "icalendar": icalendar.Calendar.from_ical(text).walk("VEVENT")[0].start,
    "vobject": next(vobject.readComponents(text)).vevent.dtstart.value,
    "ics": next(iter(ics.Calendar(text).events)).begin.datetime,
}
print(*(f"{name} {start.astimezone(UTC):%H:%M}" for name, start in starts.items()))
PYTHON

seen=""
for zone in "GMT Standard Time" London Europe/London; do
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//EN BEGIN:VTIMEZONE "TZID:$zone" \
    BEGIN:STANDARD DTSTART:16010101T020000 "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" \
    TZOFFSETFROM:+0100 TZOFFSETTO:+0000 END:STANDARD \
    BEGIN:DAYLIGHT DTSTART:16010101T010000 "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" \
    TZOFFSETFROM:+0000 TZOFFSETTO:+0100 END:DAYLIGHT \
    END:VTIMEZONE BEGIN:VEVENT UID:summer@example.org DTSTAMP:20260101T000000Z "DTSTART;TZID=$zone:20260709T100000" \
    "DTEND;TZID=$zone:20260709T120000" "SUMMARY:The summer meeting" END:VEVENT END:VCALENDAR >"$folder/summer.ics"
  seen+="$zone: $(node "$folder/read.mjs" "$folder/summer.ics") $("$folder/venv/bin/python" -W ignore "$folder/read.py" "$folder/summer.ics")
"
done
echo "$seen"
[ "$seen" = "GMT Standard Time: ical.js 09:00 node-ical 09:00 icalendar 09:00 vobject 09:00 ics 10:00
London: ical.js 09:00 node-ical 10:00 icalendar 09:00 vobject 09:00 ics 10:00
Europe/London: ical.js 09:00 node-ical 09:00 icalendar 09:00 vobject 09:00 ics 09:00
" ]
