#!/usr/bin/env bash
# The answer that a survey suggests, "1 - 3", is worked out: it is -2.
#
# Guess before trying: the default of a text question in an XLSForm is that text. What is to be worked out has a function, a reference or at
# least a number question (XLSForm, "Default values" and "Dynamic defaults"). A date in a cell becomes a day as the form has it, 2026-12-10.
# Seen on 1 December 2026 (pyxform 4.5.0, workbook of XlsxWriter 3.3.1): a hyphen, a plus or a bar with spaces around it makes a formula of the
# text. The form has no default but an expression to set, 1 - 3, which is -2 in XPath. "1-3" stays text. The default of a date question,
# a date in its cell, is "2026-12-10 00:00:00", which is no date of the form (ODK XForms, "Data types"). No warnings.
# What we do: a form has no defaults (macros/outputs/xlsform.py).
#
# cspell:ignore etree fromstring nodeset setvalue
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyxform==4.5.0 XlsxWriter==3.3.1 lxml==6.1.3

"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
from datetime import date

import xlsxwriter
from lxml import etree
from pyxform.xls2xform import convert

ROWS = [
    ("type", "name", "label", "default"),
    ("text", "spaced", "Colleagues in your team", "1 - 3"),
    ("text", "close", "Colleagues in your team", "1-3"),
    ("date", "since", "Since when?", date(2026, 12, 10)),
]
written = io.BytesIO()
with xlsxwriter.Workbook(written, {"in_memory": True, "default_date_format": "d mmmm yyyy"}) as book:
    survey = book.add_worksheet("survey")
    for number, row in enumerate(ROWS):
        survey.write_row(number, 0, row)

made = convert(written.getvalue(), file_type=".xlsx")
form = etree.fromstring(made.xform.encode())
defaults = {name: form.xpath(f"string(//*[local-name()='{name}'])") for name in ("spaced", "close", "since")}
worked_out = {one.get("ref"): form.xpath(one.get("value")) for one in form.xpath("//*[local-name()='setvalue']")}
print(defaults, worked_out, made.warnings)
expected = ({"spaced": "", "close": "1-3", "since": "2026-12-10 00:00:00"}, [-2.0], [])
sys.exit(0 if (defaults, list(worked_out.values()), made.warnings) == expected else 1)
PYTHON
