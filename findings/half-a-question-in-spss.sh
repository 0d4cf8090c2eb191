#!/usr/bin/env bash
# A long question loses its end in a file for SPSS, and the same library refuses it for Stata.
#
# Guess before trying: a label that is too long for a format is refused, or written in full where the format can hold it. Whoever writes
# both formats with one library learns of it in the same way.
# Seen on 1 December 2026 (pyreadstat 1.3.7): in .sav a question ends after 256 bytes and an answer after 120, without a warning, so two
# answers that differ at the end have the same label. In .dta a question of more than 80 characters is an error.
# What we do: a question has an id that counts are kept under, and its wording stands beside it in full (macros/kinds/question_set.py).
#
# cspell:ignore pyreadstat ReadstatError Stata
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==3.1.1

cd "$folder"
"$folder/venv/bin/python" -W error - <<'PYTHON'
import sys

import pandas
import pyreadstat

QUESTION = "In the last three months, not counting leave, how often could you take the break that you are owed, away from your desk? " * 3
START = "I can say no to work that is not mine to do, and my manager backs me when I do so, even in weeks when the whole team "
ANSWERS = {1: START + "is well staffed", 2: START + "is short of staff"}
answers = pandas.DataFrame({"breaks": [1, 2]})
pyreadstat.write_sav(answers, "survey.sav", column_labels={"breaks": QUESTION}, variable_value_labels={"breaks": ANSWERS})
_, about = pyreadstat.read_sav("survey.sav")
question, labels = about.column_names_to_labels["breaks"], about.variable_value_labels["breaks"]
print(f"in .sav the question has {len(question)} of {len(QUESTION)} characters, and there are {len(set(labels.values()))} different labels of answers")
try:
    pyreadstat.write_dta(answers, "survey.dta", column_labels={"breaks": QUESTION})
    refused = ""
except pyreadstat.ReadstatError as error:
    refused = str(error)
print(f"in .dta: {refused or 'written'}")
sys.exit(0 if (len(question), len(set(labels.values())), bool(refused)) == (256, 1, True) else 1)
PYTHON
