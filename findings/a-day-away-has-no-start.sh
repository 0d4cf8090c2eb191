#!/usr/bin/env bash
# A day away that a page offers "for your calendar" has no start that a strict reader can read.
#
# Guess before trying: calendar-link makes the links with which pages offer an event to Google, Outlook and, as a file, everyone else. A
# whole day is a date in the file, and says so: DTSTART;VALUE=DATE:20261210. Without VALUE=DATE it would be a day and a time (RFC 5545,
# 3.8.2.4).
# Seen on 1 December 2026 (calendar-link 2.11.5, read by ical.js 2.2.1, icalendar 7.3.2 and vobject 0.9.9; ics 3.12.0 for JavaScript
# beside it): it is DTSTART:20261210. ical.js gives no start but an error, "invalid date-time value". The other two guess the day. Whoever
# tests with those learns nothing. What ics writes for the same day is read by all three.
# What we do: a meeting without times is VALUE=DATE (macros/outputs/calendars.py).
#
# cspell:ignore vevent
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund calendar-link@2.11.5 ical.js@2.2.1 ics@3.12.0

cat >"$folder/write.mjs" <<'SCRIPT'
import { writeFileSync } from "node:fs";
import { ics as link } from "calendar-link";
import ICAL from "ical.js";
import { createEvent } from "ics";

const files = {
  link: decodeURIComponent(link({ title: "Away day", start: "2026-12-10", duration: [1, "day"], allDay: true })).replace(/^[^,]*,/, ""),
  ics: createEvent({ title: "Away day", start: [2026, 12, 10], end: [2026, 12, 11] }).value,
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(`${process.argv[2]}/${name}.ics`, text);
  let start;
  try {
    start = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).startDate.toString();
  } catch (error) {
    start = error.message.replace(/:.*/, "");
  }
  console.log(`${name}: ${text.match(/DTSTART\S*/)[0]}, ical.js: ${start}`);
}
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from pathlib import Path

import icalendar
import vobject

for name in ("link", "ics"):
    text = Path(f"{sys.argv[1]}/{name}.ics").read_text()
    start = icalendar.Calendar.from_ical(text).walk("VEVENT")[0].start
    print(f"{name}: icalendar: {start}, vobject: {next(vobject.readComponents(text)).vevent.dtstart.value}")
PYTHON

seen=$(node "$folder/write.mjs" "$folder" && "$folder/venv/bin/python" -W ignore "$folder/read.py" "$folder")
echo "$seen"
[ "$seen" = "link: DTSTART:20261210, ical.js: invalid date-time value
ics: DTSTART;VALUE=DATE:20261210, ical.js: 2026-12-10
link: icalendar: 2026-12-10, vobject: 2026-12-10
ics: icalendar: 2026-12-10, vobject: 2026-12-10" ]
