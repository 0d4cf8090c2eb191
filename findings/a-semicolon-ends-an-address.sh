#!/usr/bin/env bash
# The address of an article is two addresses, neither of which leads to it, if its DOI has a semicolon.
#
# Guess before trying: UR in a reference (RIS) is a web address, in which a semicolon is an ordinary sign (RFC 3986, section 3.3). DOIs that
# publishers made of an article's place in its issue (ANSI/NISO Z39.56) have one near the end, ";2-9". So a reader gives all of it back.
# Seen on 1 December 2026 (rispy 0.10.0; citation-js 0.8.2 beside it): rispy cuts at the semicolon, and what is after it is an
# address of its own, "2-9". Written again, it is two lines UR. The field DO keeps its semicolon. citation-js keeps both.
# What we do: a DOI may have a semicolon, and is kept apart from its address (Doi in macros/schema/types.py).
#
# cspell:ignore JOUR NISO rispy SICI startswith
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rispy==0.10.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

cd "$folder"
doi="10.5555/(SICI)1234(19980815)17:15<16::AID-1>3.0.CO;2-9"
address="https://doi.org/10.5555/(SICI)1234(19980815)17:15%3C16::AID-1%3E3.0.CO;2-9"
printf '%s\r\n' "TY  - JOUR" "AU  - Sample, Sam" "TI  - Funnels" "PY  - 1998" "DO  - $doi" "UR  - $address" "ER  - " >sample.ris
cat >read.py <<'PYTHON'
import rispy

with open("sample.ris", encoding="utf-8", newline="") as file:
    [reference] = rispy.load(file)
print("rispy:", reference["doi"], *reference["urls"])
print("written again:", *[line for line in rispy.dumps([reference]).splitlines() if line.startswith("UR")])
PYTHON
cat >read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";

const [{ DOI, URL }] = new Cite(readFileSync("sample.ris", "utf8")).data;
console.log("citation-js:", DOI, URL);
SCRIPT

seen=$(venv/bin/python read.py && node read.mjs)
echo "$seen"
[ "$seen" = "rispy: $doi ${address%;*} 2-9
written again: UR  - ${address%;*} UR  - 2-9
citation-js: $doi $address" ]
