#!/usr/bin/env bash
# A Markdown page that starts with a ruler is front matter to its last word for one reader.
#
# Guess before trying: front matter ends at a second line of hyphens. A page that starts with "---" and has no other such line has none:
# CommonMark makes a ruler of the line (section 4.1, thematic breaks), and all of its words are text.
# Seen on 1 December 2026 (gray-matter 4.0.3, front-matter 4.0.2, python-frontmatter 1.3.0): the other two say so. gray-matter, which many
# static site generators read with, takes everything for data and gives back a page without a word. Where a line looks like "Chair:
# Fig", it is a field. No error, no warning.
# What we do: front matter has two fences, and a file without the second is refused with its line (macros/source/fences.py).
#
# cspell:ignoreRegExp /gray-?matter/gi
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-frontmatter==1.3.0
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund gray-matter@4.0.3 front-matter@4.0.2

cat >"$folder/read.mjs" <<'SCRIPT'
import matter from "front-matter";
import grayMatter from "gray-matter";

const [, , text] = process.argv;
const said = (name, data, words) => console.log(`${name}: data ${JSON.stringify(data)}, words ${JSON.stringify(words)}`);
const read = grayMatter(text);
const other = matter(text);
said("gray-matter", read.data, read.content.replace("---", "").trim());
said("front-matter", other.attributes, other.body.replace("---", "").trim());
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import json
import sys

import frontmatter

page = frontmatter.loads(sys.argv[1])
words = page.content.replace("---", "").strip()
print(f"python-frontmatter: data {json.dumps(page.metadata)}, words {json.dumps(words)}")
PYTHON

# What the three readers make of a text.
all_three() {
  node "$folder/read.mjs" "$1"
  "$folder/venv/bin/python" "$folder/read.py" "$1"
}

seen=$(all_three $'---\n\nTea was served.\n' && all_three $'---\n\nChair: Fig\n')
echo "$seen"
[ "$seen" = 'gray-matter: data "Tea was served.", words ""
front-matter: data {}, words "Tea was served."
python-frontmatter: data {}, words "Tea was served."
gray-matter: data {"Chair":"Fig"}, words ""
front-matter: data {}, words "Chair: Fig"
python-frontmatter: data {}, words "Chair: Fig"' ]
