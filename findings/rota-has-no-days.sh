#!/usr/bin/env bash
# pandoc reads the days of a spreadsheet as numbers, and shows the sheet that is hidden.
#
# Guess before trying: pandoc reads workbooks (.xlsx) too, to make documents of them. A document has what someone sees: "10
# December 2026", "13:30", "66%" and "TRUE". The format of each cell says so (ISO/IEC 29500-1, 18.8.30), and the sheet that is hidden
# (18.2.19) is left out.
# Seen on 1 December 2026 (pandoc 3.9 from pypandoc-binary 1.17, workbook of XlsxWriter 3.3.1): 46366.0, 0.5625, 0.66 and 1.0, without a
# message. Whole numbers have a decimal, so 12 colleagues are 12.0. A hidden sheet, where forms keep their lists, stands below the
# other like any.
# What we do: days are told by their format, by two readers that agree (macros/collate/workbook.py, theme/assets/collate_workbook.js).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17 XlsxWriter==3.3.1

"$folder/venv/bin/python" - "$folder/rota.xlsx" <<'PYTHON'
import sys
from datetime import date, time

import pypandoc
import xlsxwriter

with xlsxwriter.Workbook(sys.argv[1]) as book:
    rota, lists = book.add_worksheet("Rota"), book.add_worksheet("Lists")
    shown_as = [book.add_format({"num_format": code}) for code in ("d mmmm yyyy", "hh:mm", "0%")]
    rota.write_row(0, 0, ["Day", "Time", "Share", "Agreed", "Colleagues"])
    rota.write_datetime(1, 0, date(2026, 12, 10), shown_as[0])
    rota.write_datetime(1, 1, time(13, 30), shown_as[1])
    rota.write_number(1, 2, 0.66, shown_as[2])
    rota.write_boolean(1, 3, True)
    rota.write_number(1, 4, 12)
    lists.write_string(0, 0, "kept out of sight")
    lists.hide()

read = pypandoc.convert_file(sys.argv[1], "gfm", format="xlsx", extra_args=["--fail-if-warnings"])
print(read)
[row] = [line.strip("| ").split() for line in read.splitlines() if "0.66" in line]
is_shown = "## Lists" in read and "kept out of sight" in read
sys.exit(0 if ([cell for cell in row if cell != "|"], is_shown) == (["46366.0", "0.5625", "0.66", "1.0", "12.0"], True) else 1)
PYTHON
