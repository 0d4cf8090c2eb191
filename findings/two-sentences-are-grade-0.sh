#!/usr/bin/env bash
# Two sentences that no child of ten could read have the reading grade 0.
#
# Guess before trying: SMOG is the measure made for health information. It counts words of three and more syllables in 30 sentences
# (McLaughlin 1969). For a text message of two, a library refuses it, or works it out for 30.
# Seen on 1 December 2026 (textstat 0.7.4, text-readability 1.1.1, which is the same for JavaScript): both say 0, the easiest there is, and nothing
# else. The same two sentences, three times over, have more than grade 15. Where the hardest text is to be found or the mean of many is
# published, messages and letters make a page look easier the shorter they are.
# What we do: Flesch-Kincaid, and none for a page of fewer than 40 words (scripts/check_reading_age.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.4
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund text-readability@1.1.1

cd "$folder"
cat >read.py <<'PYTHON'
import sys

import textstat

print("textstat:", *(textstat.smog_index(sys.argv[1] * times) for times in (1, 3)))
PYTHON
cat >read.mjs <<'SCRIPT'
import readability from "text-readability";

const [, , text] = process.argv;
console.log("text-readability:", ...[1, 3].map((times) => readability.smogIndex(text.repeat(times))));
SCRIPT

text="Your psychological assessment necessitates considerable preparation. Immediately telephone the administrator regarding availability. "
seen=$(venv/bin/python -W ignore read.py "$text" && node read.mjs "$text")
echo "$seen"
[ "$seen" = "textstat: 0.0 15.2
text-readability: 0 15.9" ]
