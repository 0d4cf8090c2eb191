#!/usr/bin/env bash
# A column that may say "East" or "West" takes "Eastern", and with another reader of the same schema "North West" too.
#
# Guess before trying: a pattern in a Table Schema follows the rules of XML Schema (Table Schema, "constraints"), by which it has to fit all of a
# cell (XML Schema part 2, appendix F). So "East|West" takes two words, and all readers of the schema refuse the others.
# Seen on 1 December 2026 (frictionless 5.21.0, tableschema 1.12.6 for JavaScript): frictionless puts a mark of the start before "East" and one of the
# end after "West", without brackets around them, so "Eastern" is valid and "Western" is not. It does fit "[A-Z]{3}" to all of a cell.
# tableschema looks for the pattern anywhere: "Eastern", "Western", "North West" and "ABCDE" are valid.
# What we do: the words that a column takes are a list, an enum (macros/outputs/published_tables.py).
#
# cspell:ignore tableschema
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund tableschema@1.12.6

cd "$folder"
cat >read.py <<'PYTHON'
import sys

from frictionless import Resource, Schema


def is_valid(pattern: str, cell: str) -> bool:
    """Whether a column with this pattern may have this cell."""
    field = {"name": "area", "type": "string", "constraints": {"pattern": pattern}}
    return Resource(data=[["area"], [cell]], schema=Schema.from_descriptor({"fields": [field]})).validate().valid


print("frictionless:", *(cell for pair in sys.argv[1:] for pattern, cell in [pair.split("=")] if is_valid(pattern, cell)))
PYTHON
cat >read.mjs <<'SCRIPT'
import tableschema from "tableschema";

const valid = [];
for (const pair of process.argv.slice(2)) {
  const [pattern, cell] = pair.split("=");
  const schema = await tableschema.Schema.load({ fields: [{ name: "area", type: "string", constraints: { pattern } }] });
  try {
    valid.push(...schema.castRow([cell]));
  } catch {
    // It is refused.
  }
}
console.log("tableschema:", ...valid);
SCRIPT

cells=("East|West=East" "East|West=Eastern" "East|West=Western" "East|West=North West" "[A-Z]{3}=ABCDE")
seen=$(venv/bin/python read.py "${cells[@]}" && node read.mjs "${cells[@]}")
echo "$seen"
[ "$seen" = "frictionless: East Eastern
tableschema: East Eastern Western North West ABCDE" ]
