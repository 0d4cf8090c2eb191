#!/usr/bin/env bash
# "PHQ9 2nd visit" has the postcode HQ9 2ND in it.
#
# Guess before trying: a library that finds postcodes in a text finds whole words. "PHQ9 1st visit 14, GAD7 2nd visit 9" has none: no
# postcode begins in the middle of a word, and "2nd" is no end of one.
# Seen on 1 December 2026 (postcode 5.1.0 for JavaScript, uk-postcodes-parsing 2.1.0 for Python): both find HQ9 1ST and AD7 2ND, the name
# of a questionnaire without its first letter. In "NICE guideline NG21 2nd edition" they find NG21 2ND, where there is such a district.
# postcode, which can also take postcodes out, makes "P[postcode] visit 14" of it. So notes that are made anonymous lose which
# questionnaire it was.
# What we do: a postcode is a word, and "1st" to "4th" ends one only in an address (macros/lint/people/places.py).
#
# cspell:ignore ukpostcode
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check uk-postcodes-parsing==2.1.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund postcode@5.1.0

cat >"$folder/find.mjs" <<'SCRIPT'
import { match, replace } from "postcode";

for (const text of process.argv.slice(2)) {
  console.log("postcode:", match(text).join(", "), "|", replace(text, "[postcode]").result);
}
SCRIPT
cat >"$folder/find.py" <<'PYTHON'
import sys

from uk_postcodes_parsing import ukpostcode

for text in sys.argv[1:]:
    print("uk-postcodes-parsing:", ", ".join(one.postcode for one in ukpostcode.parse_from_corpus(text)))
PYTHON

texts=("PHQ9 1st visit 14, GAD7 2nd visit 9" "NICE guideline NG21 2nd edition")
seen=$(node "$folder/find.mjs" "${texts[@]}" && "$folder/venv/bin/python" "$folder/find.py" "${texts[@]}")
echo "$seen"
[ "$seen" = "postcode: HQ9 1st, AD7 2nd | P[postcode] visit 14, G[postcode] visit 9
postcode: NG21 2nd | NICE guideline [postcode] edition
uk-postcodes-parsing: HQ9 1ST, AD7 2ND
uk-postcodes-parsing: NG21 2ND" ]
