#!/usr/bin/env bash
# "10 minutes a week" are seven days and ten minutes, and "an hour and a half" is one hour.
#
# Guess before trying: libraries that read lengths of time, as people write them in a form, make 90 minutes of "1½ hours", "1 hour 30" and
# "an hour and a half". What they cannot read they refuse.
# Seen on 1 December 2026 (timelength 3.0.4 for Python; parse-duration 2.1.9 and timestring 7.0.0 for JavaScript): timelength, which
# reports success each time, makes 60 minutes of "an hour and a half" and of "1 hour 30", 120 of "1½ hours", because it leaves out the 1,
# and adds a week to "10 minutes a week". To parse-duration "1½ hours" is a millisecond, and "5-10 minutes" are ten minutes and five
# milliseconds. timestring has 60 minutes for both ways to write 90.
# What we do: minutes are a whole number, and "15 minutes" is the only other way that is taken for one (macros/schema/written_numbers.py).
#
# cspell:ignore timelength timestring
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check timelength==3.0.4
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund parse-duration@2.1.9 timestring@7.0.0

cat >"$folder/read.mjs" <<'SCRIPT'
import parse from "parse-duration";
import timestring from "timestring";

const [clear, half, short, few] = process.argv.slice(2);
console.log("parse-duration:", [clear, half, short, few].map((text) => parse(text) / 60000).join(", "));
console.log("timestring:", [clear, half, short].map((text) => timestring(text) / 60).join(", "));
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys

from timelength import TimeLength

for text in sys.argv[1:]:
    read = TimeLength(text).result
    print(f"timelength: {text}: {read.seconds / 60:g}, success: {read.success}")
PYTHON

seen=$(node "$folder/read.mjs" "1.5 hours" "1½ hours" "1 hour 30" "5-10 minutes" && "$folder/venv/bin/python" "$folder/read.py" \
  "1.5 hours" "1½ hours" "1 hour 30" "an hour and a half" "10 minutes a week")
echo "$seen"
[ "$seen" = "parse-duration: 90, 0.000016666666666666667, 90, 10.000083333333333
timestring: 90, 60, 60
timelength: 1.5 hours: 90, success: True
timelength: 1½ hours: 120, success: True
timelength: 1 hour 30: 60, success: True
timelength: an hour and a half: 60, success: True
timelength: 10 minutes a week: 10090, success: True" ]
