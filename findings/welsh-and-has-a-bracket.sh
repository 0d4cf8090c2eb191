#!/usr/bin/env bash
# A list in Welsh is joined by a word with a bracket in it, "a(c)", which the reader is left to finish.
#
# Guess before trying: Babel joins a list as a language does, with patterns from CLDR (Unicode Technical Standard 35, part 2, list
# patterns). Welsh has two words for "and": "a" before a consonant and "ac" before a vowel. So a list has one of them: the right one, or
# always the same.
# Seen on 1 December 2026 (Babel 2.19.0): "te a(c) coffi", and "te a(c) afal". CLDR has no way to say what a word depends on, and its
# pattern for Welsh has both. In full sentences for the public it reads like an error of the page. "neu", or, is a whole word.
# What we do: what is listed for readers is a list, or has commas or semicolons between (macros/outputs/csv_tables.py and others).
#
# cspell:ignore afal CLDR coffi neu
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0

"$folder/venv/bin/python" - <<'PYTHON'
import sys

from babel.lists import format_list

lists = [("te", "coffi"), ("te", "afal"), ("te", "afal", "coffi")]
seen = [format_list(words, locale="cy") for words in lists] + [format_list(lists[0], "or", locale="cy")]
print(*seen, sep="; ")
sys.exit(0 if seen == ["te a(c) coffi", "te a(c) afal", "te, afal, a(c) coffi", "te neu coffi"] else 1)
PYTHON
