#!/usr/bin/env bash
# 10 December 2026 in a workbook is 18 July 1905 to a reader that does not expect it in plain text.
#
# Guess before trying: a cell may hold its day as ISO 8601 (t="d", ISO/IEC 29500-1, 18.18.11), and openpyxl writes it so when asked to
# (iso_dates). It is the one way in which no reader can mistake a day, so exceljs reads 10 December 2026, as python-calamine does.
# Seen on 1 December 2026 (exceljs 4.4.0, openpyxl 3.1.5; python-calamine 0.9.1 beside it): exceljs takes the digits before the first
# hyphen for the number of a day: 2026 days after the start of 1900, 18 July 1905. All days of a year become the same one, and 13:30 is 12
# January 1900. There is no error. The other two read what was written.
# What we do: both readers of ours take such a day as it is (macros/collate/workbook.py, theme/assets/collate_workbook.js).
#
# cspell:ignore exceljs isoformat
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund exceljs@4.4.0

cat >"$folder/write.py" <<'PYTHON'
import sys
from datetime import date, time

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

book = Workbook()
book.iso_dates = True
book.active.append([date(2026, 3, 12), date(2026, 12, 10), time(13, 30)])
book.save(sys.argv[1])
[row] = load_workbook(sys.argv[1]).active.iter_rows(values_only=True)
print("openpyxl:", *(one.isoformat()[:16] for one in row))
[row] = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
print("calamine:", *(one.isoformat()[:16] for one in row))
PYTHON
cat >"$folder/read.mjs" <<'SCRIPT'
import excel from "exceljs";

const book = new excel.Workbook();
await book.xlsx.readFile(process.argv[2]);
const days = book.worksheets[0].getRow(1).values.filter(Boolean);
console.log("exceljs:", ...days.map((one) => one.toISOString().slice(0, 10)));
SCRIPT

seen=$("$folder/venv/bin/python" "$folder/write.py" "$folder/days.xlsx" && node "$folder/read.mjs" "$folder/days.xlsx")
echo "$seen"
[ "$seen" = "openpyxl: 2026-03-12 2026-12-10 13:30:00
calamine: 2026-03-12 2026-12-10 13:30:00
exceljs: 1905-07-18 1905-07-18 1900-01-12" ]
