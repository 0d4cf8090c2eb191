#!/usr/bin/env bash
# A meeting at 1.30pm on 10 December is found on 1 December when the time has a dot.
#
# Guess before trying: "10 December 2026 at 1.30pm" is how people write a time in Britain. dateparser reads it, alone, as 13:30 on 10
# December. So its search finds the same in "Next meeting: 10 December 2026 at 1.30pm".
# Seen on 1 December 2026 (dateparser 1.5.0): in the sentence it takes "December 2026 at 1", and makes midnight on 1 December of it. With
# "Thursday" before it, there are two days, both wrong: the 10th of the month in which one looks, and a day in December. With "1:30pm" it is
# right. "Figures for 2026/27", a financial year, are due on the 27th of the month in which one looks, and what "sat in" is on a Saturday.
# What we do: minutes are read by our own rules (macros/minutes/dates.py, tests/unit/test_minutes_days.py).
#
# cspell:ignore dateparser
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0

"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys
from datetime import datetime

import dateparser
from dateparser.search import search_dates

SETTINGS = {"DATE_ORDER": "DMY", "RELATIVE_BASE": datetime(2026, 11, 2)}
TIME = "10 December 2026 at 1.30pm"
SENTENCES = [
    f"Next meeting: {TIME}",
    f"Next meeting: Thursday {TIME}",
    "Next meeting: Thursday 10 December 2026 at 1:30pm",
    "Figures for 2026/27 are due",
    "Ten colleagues sat in",
]
alone = f"{dateparser.parse(TIME, languages=['en'], settings=SETTINGS):%Y-%m-%d %H:%M}"
print(f"{TIME}, alone: {alone}")
seen = []
for sentence in SENTENCES:
    found = search_dates(sentence, languages=["en"], settings=SETTINGS)
    seen.append([f"{day:%Y-%m-%d %H:%M}" for _, day in found])
    print(sentence, found)
expected = [
    ["2026-12-01 00:00"],
    ["2026-11-10 00:00", "2026-12-02 00:00"],
    ["2026-12-10 13:30"],
    ["2026-11-27 00:00"],
    ["2026-10-31 00:00"],
]
sys.exit(0 if (alone, seen) == ("2026-12-10 13:30", expected) else 1)
PYTHON
