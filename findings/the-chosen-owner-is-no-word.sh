#!/usr/bin/env bash
# The owner that was chosen from a list in a Word form is not among its words, and "Click or tap to enter a date." is.
#
# Guess before trying: forms that were made for Word before 2007, as health services still have many, keep what was chosen from a list as
# the number of its entry (w:ddList, ISO/IEC 29500-1, 17.16.9) and a tick as a setting (w:checkBox, 17.16.7). Word shows both as words and
# signs, so readers do too. What a newer control asks while it is left alone (w:showingPlcHdr, 17.5.2.39) is no answer, and is left out.
# Seen on 1 December 2026 (mammoth 1.13.0; MarkItDown 0.1.9, which reads with it; docx2txt 0.9; pandoc 3.9 from pypandoc-binary 1.17;
# docx2python 3.7.1 beside them): only docx2python has the chosen entry. mammoth and MarkItDown have the tick, docx2txt and pandoc
# neither, so that booked and not booked are the same. There is no message. All five give the question of the control as if someone had
# typed it.
# What we do: our reader gives the entry and the tick, and leaves Word's own questions out (macros/minutes/walk.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 "markitdown[docx]==0.1.9" docx2txt==0.9 \
  pypandoc-binary==1.17 docx2python==3.7.1 python-docx==1.2.0

cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import re
import sys

import docx2txt
import mammoth
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python
from markitdown import MarkItDown

FIELD = '<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="one"/><w:enabled/><w:calcOnExit w:val="0"/>{}</w:ffData></w:fldChar>'
END = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOX = "<w:checkBox><w:sizeAuto/><w:default w:val='0'/><w:checked/></w:checkBox>"
LIST = "<w:ddList><w:result w:val='1'/><w:listEntry w:val='Pear service'/><w:listEntry w:val='Apple service'/></w:ddList>"
PROMPT = "<w:r><w:t>Click or tap to enter a date.</w:t></w:r>"
CONTROL = f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:date/></w:sdtPr><w:sdtContent>{PROMPT}</w:sdtContent></w:sdt>"


def field(kind: str, data: str) -> str:
    """A field of a form."""
    return f"<w:r>{FIELD.format(data)}</w:r><w:r><w:instrText>{kind}</w:instrText></w:r>{END}"


document = Document()
for name, inner in {"Booked": field("FORMCHECKBOX", BOX), "Owner": field("FORMDROPDOWN", LIST), "Due": CONTROL}.items():
    paragraph = document.add_paragraph(f"{name}: ")._p
    for element in parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"):
        paragraph.append(element)
document.save("form.docx")

with open("form.docx", "rb") as file:
    made = mammoth.convert_to_html(file)
read = {
    "mammoth": made.value,
    "MarkItDown": MarkItDown().convert("form.docx").text_content,
    "docx2txt": docx2txt.process("form.docx"),
    "pandoc": pypandoc.convert_file("form.docx", "plain"),
    "docx2python": docx2python("form.docx").text,
}
seen = {}
for name, text in read.items():
    print(f"{name}:", " ".join(text.split()))
    is_ticked = re.search(r'checked|\[x\]|☒', text) is not None
    seen[name] = (is_ticked, "Apple service" in text, "Click or tap to enter a date." in text)
expected = {
    "mammoth": (True, False, True),
    "MarkItDown": (True, False, True),
    "docx2txt": (False, False, True),
    "pandoc": (False, False, True),
    "docx2python": (True, True, True),
}
sys.exit(0 if seen == expected and not made.messages else 1)
PYTHON
