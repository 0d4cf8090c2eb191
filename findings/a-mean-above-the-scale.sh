#!/usr/bin/env bash
# The mean of answers from 1 to 5 is 5.6, because "not answered" counts as 9.
#
# Guess before trying: a file for SPSS can say which codes are no answers (user-defined missing values), such as 9 for "Not answered".
# Readers of such files give an empty cell for those, as SPSS leaves them out of every mean.
# Seen on 1 December 2026 (pyspssio 0.6.0; pyreadstat 1.3.7 and polars-readstat 0.25.0 beside it): the other two do. pyspssio, which reads
# with IBM's own library, gives 9 unless told otherwise (include_user_missing), and the mean of 1, 5, 9, 4 and 9 is 5.6 in place of 3.3. A
# text that is missing stays a text. Whoever moves from one reader to another has other results from the same file.
# What we do: answers are read by their words, and what is none of them is asked about (macros/collate/answers.py).
#
# cspell:ignore pyreadstat pyspssio readstat
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyspssio==0.6.0 pyreadstat==1.3.7 polars-readstat==0.25.0 \
  pandas==3.1.1 polars==2.1.0

cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import pandas
import pyreadstat
import pyspssio
from polars_readstat import scan_readstat

answers = pandas.DataFrame({"breaks": [1.0, 5.0, 9.0, 4.0, 9.0]})
labels = {"breaks": {1: "Disagree", 5: "Agree", 9: "Not answered"}}
pyreadstat.write_sav(answers, "round.sav", missing_ranges={"breaks": [9]}, variable_value_labels=labels)
means = {
    "pyreadstat": pyreadstat.read_sav("round.sav")[0]["breaks"].mean(),
    "polars-readstat": scan_readstat("round.sav").collect()["breaks"].mean(),
    "pyspssio": pyspssio.read_sav("round.sav")[0]["breaks"].mean(),
}
seen = {name: f"{mean:.1f}" for name, mean in means.items()}
print(seen)
sys.exit(0 if seen == {"pyreadstat": "3.3", "polars-readstat": "3.3", "pyspssio": "5.6"} else 1)
PYTHON
