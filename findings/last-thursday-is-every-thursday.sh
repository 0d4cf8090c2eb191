#!/usr/bin/env bash
# "Every three months on the last Thursday" is put into words as every Thursday, and read from words as no day at all.
#
# Guess before trying: rrule puts a rule of a calendar into words and reads one from words. "The last of the Thursdays" (BYDAY=TH;BYSETPOS=-1,
# RFC 5545, 3.3.10) means the same as "the last Thursday" (BYDAY=-1TH), so both are the same words. What it cannot say or read it refuses.
# Seen on 1 December 2026 (rrule 2.8.1): it works out the right days of both, and puts the first into words as "every 3 months on Thursday"
# and the last working day of a month as "every month on weekdays". From "every year in March, June, September and December on the last
# Thursday" it makes a rule without a Thursday: the day of the month on which it begins. There is no error.
# What we do: a calendar and a page name each day; no rule is put into words (macros/outputs/calendars.py).
#
# cspell:ignore BYDAY BYMONTH BYSETPOS
# Ends with 0 while this is so, and with 1 when it has changed. Needs Node.js 20 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund rrule@2.8.1

cat >"$folder/say.mjs" <<'SCRIPT'
import rrule from "rrule";

const { RRule } = rrule;
const quarterly = "FREQ=MONTHLY;INTERVAL=3;COUNT=3";
for (const days of ["BYDAY=-1TH", "BYDAY=TH;BYSETPOS=-1", "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"]) {
  const rule = RRule.fromString(`DTSTART:20260301T100000Z\nRRULE:${quarterly};${days}`);
  console.log(rule.toText(), ...rule.all().map((day) => day.toISOString().slice(0, 10)));
}
console.log(RRule.fromText("every year in March, June, September and December on the last Thursday").toString());
SCRIPT

seen=$(node "$folder/say.mjs")
echo "$seen"
[ "$seen" = "every 3 months on the last Thursday for 3 times 2026-03-26 2026-06-25 2026-09-24
every 3 months on Thursday for 3 times 2026-03-26 2026-06-25 2026-09-24
every 3 months on weekdays for 3 times 2026-03-31 2026-06-30 2026-09-30
RRULE:FREQ=YEARLY;BYMONTH=3,6,9,12" ]
