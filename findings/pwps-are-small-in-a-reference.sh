#!/usr/bin/env bash
# Sentence case makes "pwps" of PWPs and "gps" of GPs in a list of references, and leaves NHS alone.
#
# Guess before trying: a style that asks for sentence case (text-case="sentence", as those of most health journals do) changes the first
# letter at most. In a text of mixed case, CSL 1.0.2 ("Sentence case conversion") keeps the case of all other words.
# Seen on 1 December 2026 (citeproc-py 0.11.1): only words in capitals throughout are kept. A small s at the end is enough to lose the
# abbreviation, and names go with it: "McLean" is "mclean", and Psychological Wellbeing Practitioners are no title any more.
# What we do: the title of evidence is shown as its record has it (macros/kinds/evidence.py).
#
# cspell:ignore citeproc mclean pwps
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check citeproc-py==0.11.1

cat >"$folder/style.csl" <<'CSL'
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB">
  <info><title>Titles</title><id>titles</id><updated>2026-12-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title" text-case="sentence"/></layout></bibliography>
</style>
CSL

"$folder/venv/bin/python" -W ignore - "$folder/style.csl" <<'PYTHON'
import sys

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

TITLES = ["Burnout of PWPs and GPs in the NHS", "Psychological Wellbeing Practitioners at McLean"]
items = [{"id": str(number), "type": "article-journal", "title": title} for number, title in enumerate(TITLES)]
style = CitationStylesStyle(sys.argv[1], validate=False)
references = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for item in items:
    references.register(Citation([CitationItem(item["id"])]))
seen = [str(one) for one in references.bibliography()]
print(*seen, sep="\n")
sys.exit(0 if seen == ["Burnout of pwps and gps in the NHS", "Psychological wellbeing practitioners at mclean"] else 1)
PYTHON
