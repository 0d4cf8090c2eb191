#!/usr/bin/env bash
# A library for NHS numbers takes a number with no-break spaces for none, and ten zeros for one.
#
# Guess before trying: nhs-number takes spaces away before it looks at the digits, so "999 000 0018" (a number kept for tests) is
# valid with ordinary spaces, no-break spaces and thin spaces alike, and "0000000000" is not valid.
# Seen on 30 November 2026 (nhs-number 2.2.0, python-stdnum 2.2): with no-break or thin spaces, which word processors put there, it
# says False. python-stdnum says True. Both call ten zeros valid: the check digit fits.
# What we do: spaces, dashes and digits are read as people see them first (macros/source/as_read.py), and the same digit ten times
# is no number (macros/lint/people/numbers.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nhs-number==2.2.0 python-stdnum==2.2

cat >"$folder/look.py" <<'PYTHON'
import nhs_number
from stdnum.gb import nhs

for written in ("999 000 0018", "999\u00a0000\u00a00018", "999\u2009000\u20090018", "0000000000"):
    print(ascii(written), nhs_number.is_valid(written), nhs.is_valid(written))
PYTHON

seen=$("$folder/venv/bin/python" "$folder/look.py")
echo "$seen"
[ "$seen" = "'999 000 0018' True True
'999\\xa0000\\xa00018' False True
'999\\u2009000\\u20090018' False True
'0000000000' True True" ]
