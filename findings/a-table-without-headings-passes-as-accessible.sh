#!/usr/bin/env bash
# typst's PDF/UA-1 refuses a picture without a text, and takes a table without headings.
#
# Guess before trying: a table that has no header is refused like a picture without a text, because PDF/UA-1 asks for headings of
# tables (ISO 14289-1, 7.5).
# Seen on 1 December 2026 (typst 0.15.2 from Python, read with pikepdf 10.18.0): it compiles, and every cell is a TD. With
# table.header the first row is TH with the scope Column. Nothing makes the first cell of a row a heading. Document titles are tagged
# Title, which is mapped to P: someone who goes from heading to heading never meets it.
# What we do: the title of the evaluation is a heading, every table has a header, and tests look for both with pikepdf
# (macros/outputs/evaluation.typ, tests/unit/test_evaluation_pdf.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pikepdf==10.18.0

cat >"$folder/look.py" <<'PYTHON'
from io import BytesIO

import pikepdf
import typst

START = '#set document(title: "Figures")\n'


def roles(node):
    for child in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child.S)[1:]
            yield from roles(child.get("/K", pikepdf.Array()))


def made(source):
    return pikepdf.open(BytesIO(typst.compile((START + source).encode(), pdf_standards="ua-1")))


for what, source in {
    "plain table": "#table(columns: 2, [Who], [Rate], [All], [66%])",
    "with header": "#table(columns: 2, table.header[Who][Rate], [All], [66%])",
    "title": "#title()",
}.items():
    with made(source) as pdf:
        print(f"{what}:", *roles(pdf.Root.StructTreeRoot.K))
with made("#title()") as pdf:
    print("Title is read as", str(pdf.Root.StructTreeRoot.RoleMap.Title)[1:])
PYTHON

seen=$("$folder/venv/bin/python" "$folder/look.py")
echo "$seen"
[ "$seen" = "plain table: Document Table TR TD TD TR TD TD
with header: Document Table THead TR TH TH TBody TR TD TD
title: Document Title
Title is read as P" ]
