#!/usr/bin/env bash
# python-calamine says that a sheet with one row has a total height of 0.
#
# Guess before trying: `total_height` is the number of rows that `to_python(skip_empty_area=False)` gives: those that hold something, and
# the empty ones above them. So it is 0 for an empty sheet only.
# Seen on 1 December 2026 (python-calamine 0.9.1, workbooks of XlsxWriter 3.3.1): it is the position of the last row, counted from 0. A
# sheet with one row has 0, as an empty one has, and a sheet with two has 1; `total_width` is the same with columns. `height` and `width`
# beside them do count. A program that passes over sheets without a height loses every sheet with headings only, or with one answer.
# What we do: a sheet is empty if it has no `end` (macros/collate/workbook.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 XlsxWriter==3.3.1

"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys

import xlsxwriter
from python_calamine import CalamineWorkbook


def seen(rows: int) -> tuple[int, int, int]:
    """The total height, the height and the number of rows that are read of a sheet with so many rows."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for row in range(rows):
            page.write(row, 0, "an answer")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(written.getvalue())).get_sheet_by_index(0)
    return sheet.total_height, sheet.height, len(sheet.to_python(skip_empty_area=False))


found = {rows: seen(rows) for rows in (0, 1, 2, 3)}
for rows, (total, height, read) in found.items():
    print(f"{rows} rows: total_height {total}, height {height}, rows read {read}")
sys.exit(0 if found == {0: (0, 0, 0), 1: (0, 1, 1), 2: (1, 2, 2), 3: (2, 3, 3)} else 1)
PYTHON
