#!/usr/bin/env bash
# Three entries of a list become one when their bullet has no sign.
#
# Guess before trying: a list of tasks has a box at the start of the words, "☐ tea", so its bullet is left without a sign
# (w:lvlText with an empty value, which ISO/IEC 29500-1, 17.9.11 allows). Readers see a list of three entries.
# Seen on 30 November 2026 (pandoc 3.9 from pypandoc-binary 1.17; 2.17 is the same): one entry with three paragraphs, "☐ tea", "☐
# soup" and "☐ bread", and of the tasks only the first is one. A list without a sign is what pandoc itself writes for more
# paragraphs of an entry, and it takes everyone's for that. With a no-break space as the sign there are three. mammoth, docx2python
# and LibreOffice see three in both.
# What we do: the sign is a no-break space (macros/outputs/word_lists.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17 python-docx==1.2.0

"$folder/venv/bin/python" - "$folder/list.docx" <<'PYTHON'
import sys

import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def entries(sign: str) -> int:
    """How many entries pandoc reads of three with this sign."""
    document = Document()
    numbering = document.part.numbering_part.element
    definition = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="50"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
    )
    numbering.find(qn("w:num")).addprevious(parse_xml(definition))
    of_list = numbering.add_num(50)
    for words in ("\u2610 tea", "\u2610 soup", "\u2610 bread"):
        entry = document.add_paragraph(words)._p.get_or_add_pPr().get_or_add_numPr()
        entry.get_or_add_ilvl().val, entry.get_or_add_numId().val = 0, of_list.numId
    document.save(sys.argv[1])
    return pypandoc.convert_file(sys.argv[1], "html").count("<li>")


without, space = entries(""), entries("\u00a0")
print(f"entries without a sign: {without}, with a no-break space: {space}")
sys.exit(0 if (without, space) == (1, 3) else 1)
PYTHON
