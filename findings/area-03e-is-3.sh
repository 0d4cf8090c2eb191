#!/usr/bin/env bash
# R reads the code of an NHS area, "03E", as the number 3, when the table has only that area.
#
# Guess before trying: "03E" has the form of the codes that CCGs had. It is no number: R's own grammar wants a digit after the E
# (?NumericConstants). So the column stays text, whatever else is in the table.
# Seen on 1 December 2026 (R 4.2.2 of Debian 12): a table with 03E and 02P has text. A table with 03E only has a number, 3, without a
# warning. So a service that cuts its own rows out of a national table no longer finds them there by the code. "03D" stays text. pandas
# 3.1.1 keeps 03E too.
# What we do: a table is published with a schema that says which columns are text (macros/outputs/published_tables.py).
#
# cspell:ignore Rscript setwd
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, a package index, and from Debian: r-base-core.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1

printf '%s\n' area,people 03E,12 02P,30 >"$folder/both.csv"
printf '%s\n' area,people 03E,12 03E,15 >"$folder/ours.csv"
printf '%s\n' area,people 03D,12 03D,15 >"$folder/others.csv"

cat >"$folder/read.R" <<'SCRIPT'
setwd(commandArgs(trailingOnly = TRUE))
for (name in c("both", "ours", "others")) {
  areas <- read.csv(paste0(name, ".csv"))$area
  cat("R, ", name, ": ", class(areas), " ", paste(areas, collapse = " "), "\n", sep = "")
}
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys

import pandas

print("pandas, ours:", *pandas.read_csv(f"{sys.argv[1]}/ours.csv").area)
PYTHON

R --version | head -n 1
seen=$(Rscript --vanilla "$folder/read.R" "$folder" && "$folder/venv/bin/python" "$folder/read.py" "$folder")
echo "$seen"
[ "$seen" = "R, both: character 03E 02P
R, ours: numeric 3 3
R, others: character 03D 03D
pandas, ours: 03E 03E" ]
