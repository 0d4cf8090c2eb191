#!/usr/bin/env bash
# The day of the coronation is a working day in one library, and the Monday of a jubilee in another.
#
# Guess before trying: bank holidays in England have been moved or added by proclamation (Banking and Financial Dealings Act 1971) for jubilees, a
# wedding, an anniversary, a funeral and a coronation. Libraries that count working days have all of these days.
# Seen on 1 December 2026 (workalendar 17.0.0, date-holidays 3.37.0; holidays 0.109 beside them): holidays has all. workalendar works on 8 May 2023.
# date-holidays works on both days of the jubilee in 2002, on the day of the wedding in 2011, and on 4 June 2012, but not on 28 May 2012, from
# which that holiday was moved. Whoever counts the working days of sick leave in these years with two of them has two numbers.
# What we do: nothing counts in working days; what is due has a day (macros/outputs/due_dates.py).
#
# cspell:ignore fromisoformat subdiv workalendar
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check workalendar==17.0.0 holidays==0.109
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund date-holidays@3.37.0

cd "$folder"
cat >read.py <<'PYTHON'
import sys
from datetime import date

from holidays import country_holidays
from workalendar.europe import UnitedKingdom

days = [date.fromisoformat(day) for day in sys.argv[1:]]
print("workalendar:  ", *("-" if UnitedKingdom().is_working_day(day) else day for day in days))
print("holidays:     ", *(day if day in country_holidays("GB", subdiv="ENG") else "-" for day in days))
PYTHON
cat >read.mjs <<'SCRIPT'
import Holidays from "date-holidays";

const england = new Holidays("GB", "ENG");
const isFree = (day) => england.getHolidays(Number(day.slice(0, 4))).some(({ date, type }) => date.startsWith(day) && type !== "observance");
console.log("date-holidays:", ...process.argv.slice(2).map((day) => (isFree(day) ? day : "-")));
SCRIPT

# The last was a working day: its holiday was moved to 4 June.
days=(2002-06-03 2002-06-04 2011-04-29 2012-06-04 2012-06-05 2020-05-08 2022-06-03 2022-09-19 2023-05-08 2012-05-28)
seen=$(venv/bin/python read.py "${days[@]}" && node read.mjs "${days[@]}")
echo "$seen"
[ "$seen" = "workalendar:   2002-06-03 2002-06-04 2011-04-29 2012-06-04 2012-06-05 2020-05-08 2022-06-03 2022-09-19 - -
holidays:      2002-06-03 2002-06-04 2011-04-29 2012-06-04 2012-06-05 2020-05-08 2022-06-03 2022-09-19 2023-05-08 -
date-holidays: - - - - 2012-06-05 2020-05-08 2022-06-03 2022-09-19 2023-05-08 2012-05-28" ]
