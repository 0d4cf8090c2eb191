#!/usr/bin/env bash
# Code below a list, and a table below a quotation, are read otherwise by micromark than by GitHub's engine.
#
# Guess before trying: three indented lines below a list that they do not belong to are one block of code, and a table is a table
# directly below a quotation that has one too. Both engines read both alike.
# Seen on 30 November 2026 (micromark 4.0.3 with micromark-extension-gfm 3.0.0, cmarkgfm 2025.10.22): cmarkgfm makes one block of
# code and two tables. micromark makes two blocks of code, the first of one line, and one table: the rows of the other are words.
# What we do: the preview of the forms reads code and tables by our own constructs (form/github_flavour.js).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cmarkgfm==2025.10.22
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund micromark@4.0.3 micromark-extension-gfm@3.0.0

cat >"$folder/read.mjs" <<'SCRIPT'
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
const [, , text, tag] = process.argv;
process.stdout.write(`${micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).split(tag).length - 1}`);
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys

from cmarkgfm import github_flavored_markdown_to_html

print(github_flavored_markdown_to_html(sys.argv[1]).count(sys.argv[2]), end="")
PYTHON

# How many of a tag cmarkgfm and micromark make of a text.
both() {
  echo "$("$folder/venv/bin/python" "$folder/read.py" "$@") $(node "$folder/read.mjs" "$@")"
}

code=$(both $'10000) tea\n\n    one\n    two\n    three\n' "<pre>")
tables=$(both $'> | a |\n> |---|\n| b |\n|---|\n| c |\n' "<table>")
echo "blocks of code below a list: $code"
echo "tables:                      $tables"
[ "$code" = "1 2" ] && [ "$tables" = "2 1" ]
