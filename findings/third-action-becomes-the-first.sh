#!/usr/bin/env bash
# The third action of a list becomes the first when a remark stands before it.
#
# Guess before trying: in Word, a paragraph between two entries of a numbered list does not end the list: it goes on with 3. The
# file says so, because all entries name the same list (w:numId). So converters number them 1, 2 and 3.
# Seen on 1 December 2026 (mammoth 1.13.0; MarkItDown 0.1.9, which reads with it; pandoc 3.9 from pypandoc-binary 1.17): pandoc
# goes on with 3. The other two begin a new list, so that Word's third action is number 1 again, without a message. Whoever
# says "action 3" at the next meeting speaks of one that the text no longer has.
# What we do: an action is known by its id, and is never numbered by its place (macros/minutes/actions.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypandoc-binary==1.17 python-docx==1.2.0 mammoth==1.13.0 'markitdown==0.1.9'

"$folder/venv/bin/python" - "$folder/actions.docx" <<'PYTHON'
import sys

import mammoth
import pypandoc
from docx import Document
from markitdown import MarkItDown

document = Document()
document.add_paragraph("Ring the venue", style="List Number")
document.add_paragraph("Send the survey", style="List Number")
document.add_paragraph("Both before half term.")
document.add_paragraph("Book the speaker", style="List Number")
document.save(sys.argv[1])

by_pandoc = pypandoc.convert_file(sys.argv[1], "gfm").split()
by_mammoth = mammoth.convert_to_html(sys.argv[1])
by_markitdown = MarkItDown().convert(sys.argv[1]).text_content.split()
print(f"pandoc: {' '.join(by_pandoc)}")
print(f"mammoth: {by_mammoth.value}, messages: {by_mammoth.messages}")
print(f"MarkItDown: {' '.join(by_markitdown)}")
last = [words[words.index("Book") - 1] for words in (by_pandoc, by_markitdown)]
begins_again = "</p><ol><li>Book the speaker</li></ol>" in by_mammoth.value
sys.exit(0 if (last, begins_again, by_mammoth.messages) == (["3.", "1."], True, []) else 1)
PYTHON
