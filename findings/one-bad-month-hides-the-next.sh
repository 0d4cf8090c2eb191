#!/usr/bin/env bash
# After one month of 30, 22 is as usual in the charts that follow the NHS, and in another package five calm months of twelve are not.
#
# Guess before trying: an XmR chart has limits of 2.66 average moving ranges, and Making Data Count, the NHS's way, leaves out a range
# that is far above the others (NHSRplotthedots, "Moving range screening"). Three packages for such charts, two of them for health care,
# have one pair of limits for one row of months.
# Seen on 1 December 2026 (abspc 1.1.0, "the NHS Making Data Count methodology"; clinical-qikit 0.5.0; deming 0.1.3): with a month of 30
# among some of 11 to 15, abspc's upper limit is 26 and clinical-qikit's 21, because abspc leaves nothing out. So 22, months later, is as
# usual with one and a signal with the other. deming's "control limits" are one standard deviation: 5 of 12 months from 11 to 15 are
# outside.
# What we do: a range above 3.267 averages is left out, and the chart has the limits of 2.66 (macros/figures/xmr.py).
#
# cspell:ignore abspc iloc lcl MPLBACKEND NHSR plotthedots qic qikit ucl
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check abspc==1.1.0 clinical-qikit==0.5.0 deming==0.1.3

MPLBACKEND=Agg "$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import abspc
import deming
import pandas
import qikit

CALM = [12, 14, 11, 13, 12, 15, 13, 12, 14, 11, 13, 12]
BAD = [12, 14, 11, 13, 12, 15, 13, 12, 14, 30, 13, 12, 14, 13, 22]


def table(values: list[int]) -> pandas.DataFrame:
    """A row for each month."""
    return pandas.DataFrame({"month": pandas.date_range("2025-01-01", periods=len(values), freq="MS"), "people": values})


by_abspc = abspc.calculate_control_limits(table(BAD), chart_type="xmr", value_col="people")
by_qikit = qikit.qic(y=BAD, chart="i").data
by_deming = table(CALM)
deming.control_chart(by_deming, "month", "people")
limits = {
    "abspc": (by_abspc.lcl.iloc[0], by_abspc.ucl.iloc[0]),
    "clinical-qikit": (by_qikit.lcl.iloc[0], by_qikit.ucl.iloc[0]),
    "deming, calm months": (by_deming["Lower Control Limit"].iloc[0], by_deming["Upper Control Limit"].iloc[0]),
}
rows = {"abspc": BAD, "clinical-qikit": BAD, "deming, calm months": CALM}
seen = {}
for name, (low, high) in limits.items():
    seen[name] = [value for value in rows[name] if not low <= value <= high]
    print(f"{name}: {low:.1f} to {high:.1f}, outside: {seen[name]}")
expected = {"abspc": [30], "clinical-qikit": [30, 22], "deming, calm months": [14, 11, 15, 14, 11]}
sys.exit(0 if seen == expected else 1)
PYTHON
