#!/usr/bin/env bash
# What falls due every quarter from 31 March is due on 30 June, and from then on never on a 31st again.
#
# Guess before trying: "every three months from 31 March" (RRULE:FREQ=MONTHLY;INTERVAL=3) leaves out June and September, because RFC 5545,
# 3.3.10, has rules ignore days that there are not. The second time is 31 December.
# Seen on 1 December 2026 (node-ical 0.26.1; ical.js 2.2.1 and python-dateutil 2.9.0.post0 beside it): the other two say so. node-ical
# gives 30 June, 30 September and 30 December, a day before the end of the year. With BYMONTHDAY=31, which says the same, it agrees with
# the others, and with BYMONTHDAY=-1 all three have the last day of each.
# What we do: due dates are days, each an event of its own, and no rule (macros/outputs/due_dates.py).
#
# cspell:ignore BYMONTHDAY rrulestr
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1

cat >"$folder/read.mjs" <<'SCRIPT'
import ICAL from "ical.js";
import ical from "node-ical";

const [, , rule] = process.argv;
const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:due@example.org"];
lines.push("DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20260331", `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR", "");
const text = lines.join("\r\n");
const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
const years = { from: new Date("2026-01-01"), to: new Date("2029-01-01") };
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((one) => `${one}`.padStart(2, "0"));
console.log("node-ical:", ...ical.expandRecurringEvent(event, years).map(({ start }) => day(start).join("-")));
const series = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
const days = [];
for (let one = series.next(); one; one = series.next()) days.push(one.toString());
console.log("ical.js:", ...days);
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from datetime import datetime

from dateutil.rrule import rrulestr

print("dateutil:", *(f"{one:%Y-%m-%d}" for one in rrulestr(sys.argv[1], dtstart=datetime(2026, 3, 31))))
PYTHON

# What the three libraries make of a rule.
all_three() {
  node "$folder/read.mjs" "$1"
  "$folder/venv/bin/python" "$folder/read.py" "$1"
}

quarterly="FREQ=MONTHLY;INTERVAL=3;COUNT=4"
seen=$(all_three "$quarterly" && all_three "$quarterly;BYMONTHDAY=31")
echo "$seen"
[ "$seen" = "node-ical: 2026-03-31 2026-06-30 2026-09-30 2026-12-30
ical.js: 2026-03-31 2026-12-31 2027-03-31 2027-12-31
dateutil: 2026-03-31 2026-12-31 2027-03-31 2027-12-31
node-ical: 2026-03-31 2026-12-31 2027-03-31 2027-12-31
ical.js: 2026-03-31 2026-12-31 2027-03-31 2027-12-31
dateutil: 2026-03-31 2026-12-31 2027-03-31 2027-12-31" ]
