#!/usr/bin/env bash
# Two libraries for plurals make GPS of a GP, and of a PWP PWPS.
#
# Guess before trying: the plural of an abbreviation gets a small s. "3 GPs" is what every style guide has, and inflect and pluralize
# are made to give the plural of any English noun.
# Seen on 1 December 2026 (inflect 7.6.0, pluralize 8.0.0): both give the s the case of the word, which is right for "LUNCH". So a count of
# general practitioners reads "3 GPS", and a "senior PWP" becomes "senior PWPS". Back to the singular they take either.
# What we do: the settings of a network and each kind say their plural themselves (macros/kinds/name.py).
#
# cspell:ignore PWPS
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund pluralize@8.0.0

cat >"$folder/say.py" <<'PYTHON'
import inflect

words = inflect.engine()
print("inflect:", words.no("GP", 3), "|", words.plural("senior PWP"), "|", words.singular_noun("GPs"))
PYTHON
cat >"$folder/say.mjs" <<'SCRIPT'
import pluralize from "pluralize";

console.log("pluralize:", pluralize("GP", 3, true), "|", pluralize("senior PWP"), "|", pluralize.singular("GPs"));
SCRIPT

seen=$("$folder/venv/bin/python" "$folder/say.py" && node "$folder/say.mjs")
echo "$seen"
[ "$seen" = "inflect: 3 GPS | senior PWPS | GP
pluralize: 3 GPS | senior PWPS | GP" ]
