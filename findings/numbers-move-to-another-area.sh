#!/usr/bin/env bash
# The numbers of one area become those of another when a table is written as JSON-stat.
#
# Guess before trying: a table with a row for each area and year is a set: each number belongs to the area and year beside it, whichever row
# comes first. pyjstat makes JSON-stat of it, where a number is known by its position (json-stat.org/format, "value"), and puts it there.
# Seen on 1 December 2026 (pyjstat 2.0.0, pandas 3.1.1): the numbers stay in the order of the rows. If the rows are in the order of the column
# that is not first, as in a table with one year below another, South has in 2025 what North had in 2026. Read back by the same library, two
# of four numbers are wrong, and there is no warning. If a row is missing, there are fewer numbers than positions, and no warning either.
# What we do: a table is published with what a number is about beside it, as CSV (macros/outputs/published_tables.py).
#
# cspell:ignore dataframe itertuples jstat pyjstat
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyjstat==2.0.0 pandas==3.1.1

"$folder/venv/bin/python" -W error -W ignore::DeprecationWarning - <<'PYTHON'
import json
import sys

import pandas
from pyjstat import pyjstat

COLUMNS = ["area", "year", "value"]
ROWS = [("North", "2025", 12), ("South", "2025", 5), ("North", "2026", 40), ("South", "2026", 3)]


def written(rows: list[tuple[str, str, int]]) -> str:
    """These rows as JSON-stat."""
    return pyjstat.Dataset.read(pandas.DataFrame(rows, columns=COLUMNS)).write()


back = pyjstat.Dataset.read(written(ROWS)).write("dataframe")
read = [tuple(row) for row in back[COLUMNS].itertuples(index=False)]
print("written:", *ROWS)
print("read:   ", *read)
short = json.loads(written(ROWS[:3]))
print(f"without a row: {len(short['value'])} numbers for {short['size']} positions")
expected = [("North", "2025", 12), ("North", "2026", 5), ("South", "2025", 40), ("South", "2026", 3)]
sys.exit(0 if (read, len(short["value"]), short["size"]) == (expected, 3, [2, 2]) else 1)
PYTHON
