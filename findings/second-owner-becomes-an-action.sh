#!/usr/bin/env bash
# In a table of actions, the second owner of an action stands below "Action" in the next row.
#
# Guess before trying: the cell of an action that two people share is merged over their two rows. Markdown has no merged cells,
# so a converter to Markdown leaves the cell of the second row empty, or says the action again. The columns stay what they are.
# Seen on 1 December 2026 (MarkItDown 0.1.9): the second row has one cell only, the first. "Chair", who was below "Who", is an
# action now, without an owner. The HTML that it is made from (mammoth 1.13.0) still has rowspan="2".
# What we do: our reader puts each cell in the column in which Word shows it (macros/minutes/grid.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 markitdown==0.1.9

"$folder/venv/bin/python" - "$folder/actions.docx" <<'PYTHON'
import sys

import mammoth
from docx import Document
from markitdown import MarkItDown

document = Document()
table = document.add_table(rows=3, cols=2)
for row, words in zip(table.rows, [("Action", "Who"), ("Ring the venue", "Lead"), ("", "Chair")]):
    row.cells[0].text, row.cells[1].text = words
table.cell(1, 0).merge(table.cell(2, 0))
document.save(sys.argv[1])

html = mammoth.convert_to_html(sys.argv[1]).value
rows = [line.split("|")[1:-1] for line in MarkItDown().convert(sys.argv[1]).text_content.splitlines() if "|" in line]
cells = [[cell.strip() for cell in row] for row in rows]
print(f"mammoth: {html}")
print(f"MarkItDown: {cells}")
as_seen = ["Action", "Who"] in cells and ["Ring the venue", "Lead"] in cells and cells[-1] == ["Chair"]
sys.exit(0 if as_seen and 'rowspan="2"' in html else 1)
PYTHON
