#!/usr/bin/env bash
# Words that Word strikes out twice come back as if they still held.
#
# Guess before trying: Word offers strikethrough and double strikethrough side by side, and both say that something no longer
# holds. ISO/IEC 29500-1 has them as w:strike (17.3.2.37) and w:dstrike (17.3.2.9). So a converter marks both, or neither.
# Seen on 1 December 2026 (pandoc 3.9 from pypandoc-binary 1.17, mammoth 1.13.0): "booked" with one line comes out struck
# through, from both programs. With two lines it is an ordinary word, and mammoth has no message about it. A decision that was
# taken back reads as one in force. MarkItDown 0.1.9, which reads with mammoth, marks it.
# What we do: words with either line are asked about, and never become a decision or an action by themselves (macros/minutes).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17 python-docx==1.2.0 mammoth==1.13.0

"$folder/venv/bin/python" - "$folder/room.docx" <<'PYTHON'
import sys

import mammoth
import pypandoc
from docx import Document

document = Document()
for lines in ("strike", "double_strike"):
    setattr(document.add_paragraph("The room is ").add_run("booked").font, lines, True)
document.save(sys.argv[1])

by_pandoc = pypandoc.convert_file(sys.argv[1], "gfm").split("\n\n")
by_mammoth = mammoth.convert_to_html(sys.argv[1])
print(f"pandoc: {by_pandoc}; mammoth: {by_mammoth.value}, messages: {by_mammoth.messages}")
seen = ([line.strip() for line in by_pandoc], by_mammoth.value, by_mammoth.messages)
expected = (
    ["The room is ~~booked~~", "The room is booked"],
    "<p>The room is <s>booked</s></p><p>The room is booked</p>",
    [],
)
sys.exit(0 if seen == expected else 1)
PYTHON
