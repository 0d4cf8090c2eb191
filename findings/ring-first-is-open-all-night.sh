#!/usr/bin/env bash
# "On Mondays from 9 to 12, otherwise ring first" is open on Sunday at three in the morning.
#
# Guess before trying: OpenStreetMap's hours of a service may end in || and a comment, for all other times, or have a comment such as "by
# appointment" behind them (wiki of OpenStreetMap, Key:opening_hours/specification, "fallback_rule_separator" and "comment"). With nothing
# but a comment, no one knows whether it is open. Libraries for these hours have a third state for that, "unknown", and say it of both.
# Seen on 1 December 2026 (opening-hours-py 2.1.4, in Rust for Python; opening_hours 3.15.0 for JavaScript beside it): JavaScript's does.
# Python's says that the service is open, all night too, and the comment stands beside that. Whoever lists what is open now lists every
# service that wants to be rung.
# What we do: a service has no hours, only how to reach it (macros/kinds/service.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check opening-hours-py==2.1.4
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund opening_hours@3.15.0

cat >"$folder/read.mjs" <<'SCRIPT'
import OpeningHours from "opening_hours";

const place = { lat: 53.8, lon: -1.5, address: { country_code: "gb", state: "England" } };
for (const hours of process.argv.slice(2)) {
  const read = new OpeningHours(hours, place);
  const said = ["2026-11-30T10:00", "2026-12-06T03:00"].map((time) => {
    const at = new Date(time);
    return read.getUnknown(at) ? "unknown" : read.getState(at) ? "open" : "closed";
  });
  console.log("JavaScript:", hours, "|", said.join(", "));
}
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from datetime import datetime

from opening_hours import OpeningHours

for hours in sys.argv[1:]:
    read = OpeningHours(hours)
    said = [str(read.state(datetime(*day))[0]) for day in ((2026, 11, 30, 10), (2026, 12, 6, 3))]
    print("Python:", hours, "|", ", ".join(said))
PYTHON

rules=('Mo 09:00-12:00 || "ring first"' 'Mo 09:00-12:00 "by appointment"')
seen=$(node "$folder/read.mjs" "${rules[@]}" && "$folder/venv/bin/python" "$folder/read.py" "${rules[@]}")
echo "$seen"
[ "$seen" = 'JavaScript: Mo 09:00-12:00 || "ring first" | open, unknown
JavaScript: Mo 09:00-12:00 "by appointment" | unknown, closed
Python: Mo 09:00-12:00 || "ring first" | open, open
Python: Mo 09:00-12:00 "by appointment" | open, closed' ]
