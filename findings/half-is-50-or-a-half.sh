#!/usr/bin/env bash
# "50%" in a table is 50 with one standard for tables and a half with the other.
#
# Guess before trying: a column of shares, "50%", has a schema that says that it is a number. Frictionless's Table Schema and CSV on the Web (W3C)
# both have a way to say that a sign stands beside the number, so both read the same number.
# Seen on 1 December 2026 (frictionless 5.21.0, csvw 4.1.1; tableschema 1.12.6 for JavaScript beside them): with bareNumber: false, frictionless and
# tableschema take the sign away, as they would "£": 50. csvw divides by 100: 0.5. Both do as their standards say (Table Schema, "number";
# Model for Tabular Data and Metadata on the Web, 6.4.2). Nothing fails: whoever moves a table from one to the other is out by a factor of 100.
# What we do: tables have whole numbers of people, and shares are worked out from them (macros/outputs/published_tables.py).
#
# cspell:ignore csvw fromvalue tableschema
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0 csvw==4.1.1
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund tableschema@1.12.6

cd "$folder"
cat >read.py <<'PYTHON'
from csvw.metadata import Column
from frictionless import Resource, Schema

share = {"name": "share", "type": "number", "bareNumber": False}
[row] = Resource(data=[["share"], ["50%"]], schema=Schema.from_descriptor({"fields": [share]})).read_rows()
print("frictionless:", float(row["share"]))
print("csvw:", float(Column.fromvalue({"name": "share", "datatype": {"base": "decimal", "format": "#0%"}}).read("50%")))
PYTHON
cat >read.mjs <<'SCRIPT'
import tableschema from "tableschema";

const schema = await tableschema.Schema.load({ fields: [{ name: "share", type: "number", bareNumber: false }] });
console.log("tableschema:", ...schema.castRow(["50%"]));
SCRIPT

seen=$(venv/bin/python read.py && node read.mjs)
echo "$seen"
[ "$seen" = "frictionless: 50.0
csvw: 0.5
tableschema: 50" ]
