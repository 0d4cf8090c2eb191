#!/usr/bin/env bash
# A question that is not translated into Welsh yet is asked as "-".
#
# Guess before trying: a bilingual XLSForm has a column for each language, and its settings name the default one (XLSForm, "Multiple
# language support"). Where a Welsh cell is blank, someone who answers in Welsh reads the default, English. Or pyxform refuses the row, or
# warns of it.
# Seen on 1 December 2026 (pyxform 4.5.0, workbook of XlsxWriter 3.3.1): the Welsh text of the question is a hyphen, and so are those
# of the blank hint and the blank answer. Nothing is left to fall back from. There is no warning: only a column that is missing
# altogether is warned of. So someone is asked "-" and can choose between "Ie" and "-".
# What we do: a form asks in one language (macros/outputs/xlsform.py).
#
# cspell:ignore Cymraeg DOTALL iawn Ydych
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyxform==4.5.0 XlsxWriter==3.3.1

"$folder/venv/bin/python" - <<'PYTHON'
import io
import re
import sys

import xlsxwriter
from pyxform.xls2xform import convert

SHEETS = {
    "survey": [
        ("type", "name", "label::English (en)", "label::Cymraeg (cy)", "hint::English (en)", "hint::Cymraeg (cy)"),
        ("select_one answers", "well", "Are you well?", "Ydych chi'n iawn?", "", ""),
        ("select_one answers", "breaks", "Do you take breaks?", "", "Most days", ""),
    ],
    "choices": [
        ("list_name", "name", "label::English (en)", "label::Cymraeg (cy)"),
        ("answers", "yes", "Yes", "Ie"),
        ("answers", "no", "No", ""),
    ],
    "settings": [("form_title", "form_id", "default_language"), ("Ours", "ours", "English (en)")],
}
written = io.BytesIO()
with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
    for sheet, rows in SHEETS.items():
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)

made = convert(written.getvalue(), file_type=".xlsx")
welsh = re.search(r'<translation lang="Cymraeg \(cy\)">(.*?)</translation>', made.xform, re.DOTALL)[1]
texts = dict(re.findall(r'<text id="(?:/ours/)?(.*?)"><value>(.*?)</value>', welsh))
print(f"in Welsh: {texts}; warnings: {made.warnings}")
expected = ["-", "-", "-", "Ie", "Ydych chi'n iawn?"]
sys.exit(0 if (sorted(texts.values()), made.warnings) == (expected, []) else 1)
PYTHON
