#!/usr/bin/env bash
# "PHQ-9" is "PHQ9" and "one-to-one" one word after two readers of Word documents.
#
# Guess before trying: Ctrl+Shift+Hyphen in Word sets a hyphen at which no line breaks, which people use in "PHQ-9" and
# "one-to-one". The file has an element for it (w:noBreakHyphen, ISO/IEC 29500-1, 17.3.3.18). A reader gives U+2011 or "-".
# Seen on 1 December 2026 (docx2python 3.7.1, docx2txt 0.9; python-docx 1.2.0 and mammoth 1.13.0 beside them): python-docx
# gives "-" and mammoth U+2011. The other two leave it out without a word, so that a search for the name of the questionnaire
# finds nothing, and a range such as "12-15" is the number 1215.
# What we do: our reader gives the hyphen (macros/minutes/walk.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-docx==1.2.0 mammoth==1.13.0 docx2python==3.7.1 docx2txt==0.9

"$folder/venv/bin/python" - "$folder/hyphens.docx" <<'PYTHON'
import sys

import docx2txt
import mammoth
from docx import Document
from docx2python import docx2python
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HYPHEN = "<w:noBreakHyphen/>"
document = Document()
words = f"<w:r><w:t>PHQ</w:t>{HYPHEN}<w:t>9, 12</w:t>{HYPHEN}<w:t>15</w:t></w:r>"
document.add_paragraph()._p.extend(parse_xml(f"<w:p {nsdecls('w')}>{words}</w:p>"))
document.save(sys.argv[1])

with docx2python(sys.argv[1]) as read:
    by_docx2python = read.text.strip()
seen = {
    "python-docx": Document(sys.argv[1]).paragraphs[0].text,
    "mammoth": mammoth.extract_raw_text(sys.argv[1]).value.strip(),
    "docx2python": by_docx2python,
    "docx2txt": docx2txt.process(sys.argv[1]).strip(),
}
print(seen)
expected = ["PHQ-9, 12-15", "PHQ\u20119, 12\u201115", "PHQ9, 1215", "PHQ9, 1215"]
sys.exit(0 if list(seen.values()) == expected else 1)
PYTHON
