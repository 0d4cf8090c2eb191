#!/usr/bin/env bash
# Groups that rank a Diamond 9 in exactly the same way agree by 0.2, where 1 is full agreement.
#
# Guess before trying: kendall-w gives Kendall's W, from 0 (no agreement) to 1 (all rank alike). A Diamond 9 has rows of 1, 2, 3, 2 and 1
# cards, so cards share a rank. With the correction for ties, which every account of W has, six groups with the same diamond have W = 1.
# Seen on 1 December 2026 (kendall-w 1.0.0; krippendorff 0.9.0 beside it): 0.2 with the number of the row as the rank, and 0.97 with ranks as in
# a race (1, 2, 2, 4, 4, 4, 7, 7, 9). It corrects nothing, and refuses the mean ranks that W is defined for, because 2.5 is no whole number.
# Without ties it gives 1. krippendorff gives 1 for the same rows. Diamonds always have ties, so no network can ever agree.
# What we do: cards are compared by the mean place of their row, and no coefficient is published (macros/pages/diamond9.py).
#
# cspell:ignore krippendorff
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check kendall-w==1.0.0 krippendorff==0.9.0

"$folder/venv/bin/python" - <<'PYTHON'
import sys

import krippendorff
from kendall_w.kendall_w import compute_w

GROUPS = 6
RANKS = {
    "rows of the diamond": [1, 2, 2, 3, 3, 3, 4, 4, 5],
    "as in a race": [1, 2, 2, 4, 4, 4, 7, 7, 9],
    "no ties": [1, 2, 3, 4, 5, 6, 7, 8, 9],
    "mean ranks": [1, 2.5, 2.5, 5, 5, 5, 7.5, 7.5, 9],
}
seen = {}
for name, ranks in RANKS.items():
    try:
        agreement = f"{compute_w([[rank] * GROUPS for rank in ranks]):.2f}"
    except AssertionError:
        agreement = "refused"
    alpha = krippendorff.alpha(reliability_data=[ranks] * GROUPS, level_of_measurement="ordinal")
    seen[name] = (agreement, f"{alpha:.2f}")
    print(f"{name}: W {agreement}, alpha {alpha:.2f}")
expected = [("0.20", "1.00"), ("0.97", "1.00"), ("1.00", "1.00"), ("refused", "1.00")]
sys.exit(0 if list(seen.values()) == expected else 1)
PYTHON
