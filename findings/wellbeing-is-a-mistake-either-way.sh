#!/usr/bin/env bash
# In the British dictionary of JavaScript, "wellbeing" is a mistake, "well-being" is one too, and there is no third way.
#
# Guess before trying: dictionary-en-gb is Hunspell's dictionary of British English. It has "wellbeing", as the NHS writes it, or "well-being", or
# suggests one for the other.
# Seen on 1 December 2026 (dictionary-en-gb 3.0.0, read by nspell 2.1.5 and by spylls 0.1.7): it has neither. nspell, which remark and retext
# check with, suggests nothing for the one or the other. spylls accepts the hyphen, because a word may be made of two (BREAK in the file's
# rules), and suggests it. nspell does not read BREAK, so "e-mail" is wrong as well.
# What we do: cspell, whose dictionary has the word (cspell.jsonc).
#
# cspell:ignore nspell spylls
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check spylls==0.1.7
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund dictionary-en-gb@3.0.0 nspell@2.1.5

cd "$folder"
cat >check.mjs <<'SCRIPT'
import dictionary from "dictionary-en-gb";
import nspell from "nspell";

const speller = nspell(dictionary);
for (const word of process.argv.slice(2)) console.log(`nspell: ${word} ${speller.correct(word)} [${speller.suggest(word)}]`);
SCRIPT
cat >check.py <<'PYTHON'
import sys

from spylls.hunspell import Dictionary

words = Dictionary.from_files("node_modules/dictionary-en-gb/index")
print("spylls:", *(f"{word} {words.lookup(word)}" for word in sys.argv[1:]))
PYTHON

seen=$(node check.mjs wellbeing well-being && venv/bin/python check.py wellbeing well-being)
echo "$seen"
[ "$seen" = "nspell: wellbeing false []
nspell: well-being false []
spylls: wellbeing False well-being True" ]
