#!/usr/bin/env bash
# No calendar library tells a day from 24 hours when the clocks change, and each is wrong about the other of the two.
#
# Guess before trying: RFC 5545, 3.3.6, tells a duration of a day (P1D), which ends at the same time on the next day, from one of 24 hours
# (PT24H), which does not on the night when the clocks change. Two days away from 10:00 on 28 March 2026 in London last until 10:00 with P1D
# and until 11:00 with PT24H. All libraries say so.
# Seen on 1 December 2026 (icalendar 7.3.2, ical.js 2.2.1, node-ical 0.26.1): icalendar and ical.js end both at 10:00, node-ical ends both
# at 11:00. None agrees with the RFC about both, and two readers of one file differ by an hour, whichever of the two it has.
# What we do: an event has an end, and no duration (macros/outputs/calendars.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1

cd "$folder"
for duration in P1D PT24H; do
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//EN BEGIN:VTIMEZONE TZID:Europe/London \
    BEGIN:STANDARD DTSTART:19961027T020000 "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" TZOFFSETFROM:+0100 TZOFFSETTO:+0000 END:STANDARD \
    BEGIN:DAYLIGHT DTSTART:19810329T010000 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" TZOFFSETFROM:+0000 TZOFFSETTO:+0100 END:DAYLIGHT \
    END:VTIMEZONE BEGIN:VEVENT UID:away@example.org DTSTAMP:20260101T000000Z "DTSTART;TZID=Europe/London:20260328T100000" \
    "DURATION:$duration" END:VEVENT END:VCALENDAR >"$duration.ics"
done
cat >read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

for (const duration of ["P1D", "PT24H"]) {
  const text = readFileSync(`${duration}.ics`, "utf8");
  const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
  const time = event.end.toLocaleString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const { endDate } = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
  console.log(`${duration}: node-ical ${time}, ical.js ${`${endDate}`.slice(11, 16)}`);
}
SCRIPT
cat >read.py <<'PYTHON'
from pathlib import Path

from icalendar import Calendar

for duration in ("P1D", "PT24H"):
    [event] = Calendar.from_ical(Path(f"{duration}.ics").read_bytes()).walk("VEVENT")
    print(f"{duration}: icalendar {event.end:%H:%M}")
PYTHON

seen=$(node read.mjs && venv/bin/python read.py)
echo "$seen"
[ "$seen" = "P1D: node-ical 11:00, ical.js 10:00
PT24H: node-ical 11:00, ical.js 10:00
P1D: icalendar 10:00
PT24H: icalendar 10:00" ]
