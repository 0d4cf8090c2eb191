#!/usr/bin/env bash
# A list of eight plain tips is harder to read than a school book, unless each tip ends in a full stop.
#
# Guess before trying: textstat works out reading ages, which health services are asked to state, and lists without full stops
# are the house style of many of them. So eight short tips, one in each line, have nearly the same grade with full stops and
# without: two grades apart at most.
# Seen on 1 December 2026 (textstat 0.7.4): -1.1 with, 9.9 without, which in England is a reader of 14 to 15 and not of 4. The
# whole list is one sentence of 32 words, whether its lines begin with "-" or are paragraphs of their own.
# What we do: each entry, heading and cell is a sentence (macros/outputs/plain_text.py, scripts/check_reading_age.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
# This version asks for pkg_resources, which setuptools has no longer.
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.4 pyphen==0.17.2 setuptools==80.9.0

"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import textstat

TIPS = [
    "Take your lunch break",
    "Ask for a room",
    "Walk with a colleague",
    "Put it in the diary",
    "Say when you are full",
    "Plan one short call",
    "Leave on time",
    "Share what worked",
]
texts = ["\n".join(f"- {tip}{end}" for tip in TIPS) for end in (".", "")] + ["\n\n".join(TIPS)]
seen = [(textstat.flesch_kincaid_grade(text), textstat.sentence_count(text)) for text in texts]
print(f"grade and sentences with full stops: {seen[0]}, without: {seen[1]}, as paragraphs without: {seen[2]}")
sys.exit(0 if seen == [(-1.1, 8), (9.9, 1), (9.9, 1)] else 1)
PYTHON
