#!/usr/bin/env bash
# Financial years become months, and two ticked boxes a place on the map, when a library works out what a column holds.
#
# Guess before trying: "2009-10", "2010-11" and "2011-12" are financial years, as the NHS writes them, and "1,2" are the boxes that
# someone ticked. Nothing says more about these columns, so Frictionless takes them for text: it has a type for months, but the whole
# point of inferring is to be careful.
# Seen on 1 December 2026 (frictionless 5.21.0): the years are of the type yearmonth: October 2009, November 2010 and December 2011. From
# 2012-13 on they are text, because there is no month 13, so the same column changes its type as years are added. Bands of staff, "1-3"
# and "4-6", are March of the year 1 and June of the year 4. "1,2" and "3,4" are geopoints: 1 degree east, 2 degrees north.
# What we do: a table is published with a schema that says the type of each column (macros/outputs/published_tables.py).
#
# cspell:ignore geopoint geopoints writerows yearmonth
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0

cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import csv
import sys

from frictionless import Resource

COLUMNS = {
    "three years": ["2009-10", "2010-11", "2011-12"],
    "four years": ["2009-10", "2010-11", "2011-12", "2012-13"],
    "bands of staff": ["1-3", "4-6"],
    "boxes ticked": ["1,2", "3,4"],
}


def typed(cells):
    """The type that is worked out for a column, and its first value."""
    with open("column.csv", "w", newline="") as file:
        csv.writer(file).writerows([["column"], *([cell] for cell in cells)])
    with Resource("column.csv") as column:
        first = next(iter(column.row_stream))["column"]
        return column.schema.fields[0].type, str(first)


seen = {name: typed(cells) for name, cells in COLUMNS.items()}
for name, (kind, first) in seen.items():
    print(f"{name}: {kind}, of which the first is {first}")
expected = {
    "three years": ("yearmonth", "yearmonth(year=2009, month=10)"),
    "four years": ("string", "2009-10"),
    "bands of staff": ("yearmonth", "yearmonth(year=1, month=3)"),
    "boxes ticked": ("geopoint", "[1.0, 2.0]"),
}
sys.exit(0 if seen == expected else 1)
PYTHON
