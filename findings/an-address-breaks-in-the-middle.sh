#!/usr/bin/env bash
# A reference in RIS is broken in the middle of a word, and the library that wrote it reads half a DOI.
#
# Guess before trying: RIS breaks a line after 70 characters, so whoever writes a reference breaks it there, and whoever reads it joins it
# again. What citation-js writes it reads back as it was.
# Seen on 1 December 2026 (citation-js 0.8.2: core and plugin-ris; rispy 0.10.0 beside it): it breaks words and addresses, and joins them with
# a space. Read back by the same library, "psychological" is "psychologica l", there is a space in the web address, and the DOI stops at the
# break. rispy puts in spaces too. Addresses of case studies of the NHS are twice as long as a line.
# What we do: evidence is published with its DOI or address in JSON and as a link, and not in RIS (macros/kinds/evidence.py).
#
# cspell:ignore psychologica rispy wellb
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rispy==0.10.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

cat >"$folder/write.mjs" <<'SCRIPT'
import { writeFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";

const reference = {
  id: "sample",
  type: "report",
  title: "Promoting wellbeing among staff: what a network of senior psychological wellbeing practitioners learned",
  URL: "https://www.example.org/case-studies/staff-mental-health-and-wellbeing/promoting-wellbeing-in-the-workforce/",
  DOI: "10.5555/case-studies.staff-mental-health-and-wellbeing.promoting-wellbeing-in-the-workforce",
};
const written = new Cite(reference).format("ris");
writeFileSync(process.argv[2], written);
const [read] = new Cite(written).data;
console.log(`title: ${read.title}\naddress: ${read.URL}\nDOI: ${read.DOI}`);
SCRIPT
cd "$folder"
seen=$(node write.mjs sample.ris && venv/bin/python -c "import rispy; print('rispy:', *rispy.load(open('sample.ris'))[0]['urls'])")
echo "$seen"
[ "$seen" = "title: Promoting wellbeing among staff: what a network of senior psychologica l wellbeing practitioners learned
address: https://www.example.org/case-studies/staff-mental-health-and-wellbeing /promoting-wellbeing-in-the-workforce/
DOI: 10.5555/case-studies.staff-mental-health-and-wellbeing.promoting-wellb
rispy: https://www.example.org/case-studies/staff-mental-health-and-wellbeing /promoting-wellbeing-in-the-workforce/" ]
