#!/usr/bin/env bash
# The words between the first two rulers of a Markdown page are gone, even if the rulers are five hyphens long.
#
# Guess before trying: the fences of front matter are three hyphens, and front matter is a mapping. A page that starts with "-----", a
# ruler in CommonMark (section 4.1), and has another below its first paragraph has no front matter. A reader gives back all of its words.
# Seen on 1 December 2026 (python-frontmatter 1.3.0; gray-matter 4.0.3 and front-matter 4.0.2 beside it): python-frontmatter takes rulers of
# any length for fences. What is between them is no mapping, so it gives no data, and it gives no words either: the first paragraph is
# in neither, and there is no error. The other two keep it.
# What we do: a fence is exactly three hyphens, and what is between two has to be a mapping (macros/source/fences.py).
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

const words = (text) => text.match(/\w+/g).join(" ");
const [, , text] = process.argv;
console.log(`gray-matter: ${words(grayMatter(text).content)}`);
console.log(`front-matter: ${words(matter(text).body)}`);
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import re
import sys

import frontmatter

page = frontmatter.loads(sys.argv[1])
print("python-frontmatter:", *re.findall(r"\w+", page.content), page.metadata)
PYTHON

text=$'-----\n\nTea.\n\n-----\n\nSoup.\n'
seen=$(node "$folder/read.mjs" "$text" && "$folder/venv/bin/python" "$folder/read.py" "$text")
echo "$seen"
[ "$seen" = "gray-matter: Tea Soup
front-matter: Tea Soup
python-frontmatter: Soup {}" ]
