#!/usr/bin/env bash
# "Staff with <2 years in post and those with >10" becomes "Staff with 10" in a reader of feeds.
#
# Guess before trying: the title and the summary of an entry in Atom are plain text, unless a type says otherwise. Nothing in them is
# markup: "&lt;" is the sign "<", and not the start of a tag (RFC 4287, 3.1.1.1). A reader gives all the words back.
# Seen on 1 December 2026 (@extractus/feed-extractor 8.0.3, feedparser-rs 0.7.1; feedparser 6.0.14, fastfeedparser 0.6.5, rss-parser
# 3.13.0 and feedsmith 3.0.1 beside them): the last four do. feed-extractor takes out everything from "<" to ">" in the summary, though
# not in the title. feedparser-rs gives "&lt;2" as six signs, and of "a <b and c> d" the words "and c" are gone.
# What we do: in a text, "<" before a letter is refused, and feeds say what is HTML (macros/outputs/feeds.py).
#
# cspell:ignore extractus fastfeedparser feedsmith
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 feedparser-rs==0.7.1 fastfeedparser==0.6.5
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund @extractus/feed-extractor@8.0.3 \
  rss-parser@3.13.0 feedsmith@3.0.1

cat >"$folder/feed.xml" <<'FEED'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample</title><id>https://example.org/</id><updated>2026-09-17T00:00:00Z</updated>
<author><name>Sample Network</name></author><entry><title>PHQ-9 &lt;10 at the end, and &gt;20 before</title>
<id>https://example.org/a/</id><updated>2026-09-17T00:00:00Z</updated><link href="https://example.org/a/"/>
<summary>Staff with &lt;2 years in post and those with &gt;10. Group a &lt;b and c&gt; d.</summary></entry></feed>
FEED

cat >"$folder/read.mjs" <<'SCRIPT'
import { readFileSync } from "node:fs";
import { extractFromXml } from "@extractus/feed-extractor";
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";

const xml = readFileSync(process.argv[2], "utf8");
const [extracted] = extractFromXml(xml).entries;
const [smithed] = parseFeed(xml).feed.entries;
const [parsed] = (await new Parser().parseString(xml)).items;
console.log("feed-extractor:", extracted.title, "|", extracted.description);
console.log("feedsmith:", smithed.title.value, "|", smithed.summary.value);
console.log("rss-parser:", parsed.title, "|", parsed.summary);
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from pathlib import Path

import fastfeedparser
import feedparser
import feedparser_rs

content = Path(sys.argv[1]).read_bytes()
for library in (feedparser, feedparser_rs, fastfeedparser):
    [entry] = library.parse(content).entries
    print(f"{library.__name__}:", entry.title, "|", entry.description if library is fastfeedparser else entry.summary)
PYTHON

whole="PHQ-9 <10 at the end, and >20 before | Staff with <2 years in post and those with >10. Group a <b and c> d."
seen=$(node "$folder/read.mjs" "$folder/feed.xml" && "$folder/venv/bin/python" "$folder/read.py" "$folder/feed.xml")
echo "$seen"
[ "$seen" = "feed-extractor: PHQ-9 <10 at the end, and >20 before | Staff with 10. Group a  d.
feedsmith: $whole
rss-parser: $whole
feedparser: $whole
feedparser_rs: PHQ-9 &lt;10 at the end, and &gt;20 before | Staff with &lt;2 years in post and those with &gt;10. Group a <b> d.</b>
fastfeedparser: $whole" ]
