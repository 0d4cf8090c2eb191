#!/usr/bin/env bash
# A mental health nurse has the surname RMN, and a Dr with an honour the surname OBE.
#
# Guess before trying: libraries that take names apart know letters after a name. "Sam Sample RMN" (registered mental health nurse) and "Dr Sam
# Sample OBE" have the surname Sample.
# Seen on 1 December 2026 (nameparser 2.6.0 for Python, humanparser 2.7.0 for JavaScript): both know PhD, and nameparser knows OBE, which is a
# surname to humanparser. RMN, DClinPsy (clinical psychologist) and MBACP (counsellor) are surnames to both, and Sample is a second first name.
# In a list by surname, nurses are under R. Of Welsh names they do not know the "ap": Dafydd ap Rhys is under R with both.
# What we do: a name is shown as its owner wants it, and never taken apart (macros/kinds/service.py).
#
# cspell:ignore Clin Dafydd humanparser MBACP nameparser Rhys
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nameparser==2.6.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund humanparser@2.7.0

cd "$folder"
cat >read.py <<'PYTHON'
import sys

from nameparser import HumanName

print("nameparser:", *(HumanName(name).last for name in sys.argv[1:]))
PYTHON
cat >read.mjs <<'SCRIPT'
import humanparser from "humanparser";

console.log("humanparser:", ...process.argv.slice(2).map((name) => humanparser.parseName(name).lastName));
SCRIPT

names=("Dr Sam Sample OBE" "Sam Sample PhD" "Sam Sample RMN" "Sam Sample DClinPsy" "Sam Sample MBACP" "Dafydd ap Rhys")
seen=$(venv/bin/python -W ignore read.py "${names[@]}" && node read.mjs "${names[@]}")
echo "$seen"
[ "$seen" = "nameparser: Sample Sample RMN DClinPsy MBACP Rhys
humanparser: OBE Sample RMN DClinPsy MBACP Rhys" ]
