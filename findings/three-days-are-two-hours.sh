#!/usr/bin/env bash
# A meeting "10-12 December 2026" is on 1 December, from 10:00 to 12:00.
#
# Guess before trying: compromise-dates finds days in English text. "10-12 December 2026" is three days in December. What can be read in two ways
# is left out, or read with the month beside it.
# Seen on 1 December 2026 (compromise-dates 3.9.0 with compromise 14.17.0; chrono-node 2.10.3 beside it): it is a meeting of two hours on the
# first of the month, and so is "10 to 12 December 2026". "December 10-12 2026", as Americans write it, is three days. "10 and 11 December
# 2026" is the 11th only, with both. Of "10 December 2026 at 1.30pm" it keeps the day. chrono reads 10 to 12 December in all three orders.
# What we do: the last of two days is asked about (macros/minutes/dates.py, tests/unit/test_minutes_days.py).
#
# cspell:ignore chrono
# Ends with 0 while this is so, and with 1 when it has changed. Needs Node.js 20 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund \
  compromise@14.17.0 compromise-dates@3.9.0 chrono-node@2.10.3

cat >"$folder/read.mjs" <<'SCRIPT'
import * as chrono from "chrono-node";
import nlp from "compromise";
import dates from "compromise-dates";

nlp.extend(dates);
const written = ["10-12 December 2026", "10 to 12 December 2026", "December 10-12 2026", "10 and 11 December 2026", "10 December 2026 at 1.30pm"];
const today = new Date("2026-11-02T12:00:00Z");
for (const text of written) {
  const [{ start, end }] = nlp(text).dates({ timezone: "UTC", today: "2026-11-02" }).get();
  const [found] = chrono.en.GB.parse(text, today);
  const days = [found.start, found.end].filter(Boolean).map((one) => `${one.get("year")}-${one.get("month")}-${one.get("day")}`);
  console.log(`${text}: compromise ${start.slice(0, 16)} to ${end.slice(0, 16)}, chrono ${days.join(" to ")}`);
}
SCRIPT

seen=$(node "$folder/read.mjs")
echo "$seen"
[ "$seen" = "10-12 December 2026: compromise 2026-12-01T10:00 to 2026-12-01T12:00, chrono 2026-12-10 to 2026-12-12
10 to 12 December 2026: compromise 2026-12-01T10:00 to 2026-12-01T12:00, chrono 2026-12-10 to 2026-12-12
December 10-12 2026: compromise 2026-12-10T00:00 to 2026-12-12T23:59, chrono 2026-12-10 to 2026-12-12
10 and 11 December 2026: compromise 2026-12-11T00:00 to 2026-12-11T23:59, chrono 2026-12-11
10 December 2026 at 1.30pm: compromise 2026-12-10T00:00 to 2026-12-10T23:59, chrono 2026-12-10" ]
