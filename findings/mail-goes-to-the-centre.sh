#!/usr/bin/env bash
# Put into British spelling, a text sends its mail to another address, and one link in it keeps the whole text American.
#
# Guess before trying: a program that makes British spelling of American changes words and nothing else. Addresses of mail and of the web,
# DOIs and the name of the World Health Organization are the same afterwards.
# Seen on 1 December 2026 (uwotm8 0.1.6, convert-us-to-uk 0.1.9): both make centre@example.org of center@example.org, and World Health
# Organisation. convert-us-to-uk changes the address of a page and a DOI too, which then lead nowhere. uwotm8 leaves them, and every other
# word of a paragraph that has an address of the web in it: "organized" stays. It makes "the metre was read" of a meter.
# What we do: spelling is checked and said, never changed (cspell.jsonc).
#
# cspell:ignore behavior uwotm
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
# convert-us-to-uk finds its list of words with pkg_resources, which newer versions of setuptools no longer have.
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check uwotm8==0.1.6 convert-us-to-uk==0.1.9 setuptools==80.9.0

"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

from convert_us_to_uk.converter import convert_to_uk
from uwotm8 import convert_american_to_british_spelling

TEXTS = [
    "We organized it: write to center@example.org.",
    "We organized it: see https://example.org/center/behavior, doi 10.1000/behavior.2016.",
    "The World Health Organization organized it, and the meter was read.",
]
seen = []
for text in TEXTS:
    one, other = convert_american_to_british_spelling(text), convert_to_uk(text)
    print(f"uwotm8: {one}\nconvert-us-to-uk: {other}")
    seen += [one, other]
expected = [
    "We organised it: write to centre@example.org.",
    "We organised it: write to centre@example.org.",
    TEXTS[1],
    "We organised it: see https://example.org/centre/behaviour, doi 10.1000/behaviour.2016.",
    "The World Health Organisation organised it, and the metre was read.",
    "The World Health Organisation organised it, and the metre was read.",
]
sys.exit(0 if seen == expected else 1)
PYTHON
