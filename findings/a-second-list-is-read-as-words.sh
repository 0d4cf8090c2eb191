#!/usr/bin/env bash
# A list that starts at 2 is a list for GitHub's engine, and words for micromark, in a quotation and below code.
#
# Guess before trying: both read CommonMark and pass its examples. Only a list inside a paragraph has to start at 1, so "2. tea"
# is a list at the start of a quotation and directly below indented code, whatever came before.
# Seen on 30 November 2026 (micromark 4.0.3, cmarkgfm 2025.10.22): cmarkgfm makes a list of both. micromark takes the entry for
# words of a paragraph: it asks of the first list in a quotation that follows a paragraph, and of a list below indented code, what
# it may only ask inside a paragraph. A list that starts at 1 is read alike by both.
# What we do: the preview of the forms reads lists by our own construct (form/github_flavour.js).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cmarkgfm==2025.10.22
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund micromark@4.0.3

cat >"$folder/read.mjs" <<'SCRIPT'
import { micromark } from "micromark";
process.stdout.write(micromark(process.argv[2]).includes("<ol") ? "list" : "words");
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys

from cmarkgfm import github_flavored_markdown_to_html

print("list" if "<ol" in github_flavored_markdown_to_html(sys.argv[1]) else "words", end="")
PYTHON

# What cmarkgfm and micromark make of a text.
both() {
  echo "$("$folder/venv/bin/python" "$folder/read.py" "$1") $(node "$folder/read.mjs" "$1")"
}

quoted=$(both $'We have:\n> 2. tea\n> 3. soup\n')
code=$(both $'    make tea\n2. drink it\n')
first=$(both $'We have:\n> 1. tea\n> 2. soup\n')
echo "2. in a quotation below a paragraph: $quoted"
echo "2. below indented code:              $code"
echo "1. in a quotation below a paragraph: $first"
[ "$quoted" = "list words" ] && [ "$code" = "list words" ] && [ "$first" = "list list" ]
