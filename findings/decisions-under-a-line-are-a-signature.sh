#!/usr/bin/env bash
# The decisions in a mail are gone, because the heading above them is underlined.
#
# Guess before trying: libraries that keep what is new in a mail take out what it quotes, and the signature, which has "-- " before it
# (RFC 3676, 4.3). Notes of a meeting that quote nothing stay as they are, with a heading underlined by hyphens and "From: 10 January, we
# meet in the barn."
# Seen on 1 December 2026 (node-email-reply-parser 0.1.4, email-reply-parser 2.3.7 for JavaScript; email-reply-parser 0.5.12 and
# mail-parser-reply 1.36 for Python): for node-email-reply-parser the signature begins at the hyphens below "Decisions". For both of
# Python, all from "From:" on is quoted, the decisions too. Only email-reply-parser for JavaScript keeps all. None says that it left
# something out.
# What we do: minutes are read whole, and what is not placed is listed (macros/minutes/remainder.py).
#
# cspell:ignore mailparser
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, Node.js 20 and package indexes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check email-reply-parser==0.5.12 mail-parser-reply==1.36
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund node-email-reply-parser@0.1.4 email-reply-parser@2.3.7

cat >"$folder/notes.txt" <<'MAIL'
Dear all,

these are the notes of our meeting.

From: 10 January, we meet in the barn.
To: see the agenda.

Decisions
---------
We buy paint.
MAIL

cat >"$folder/read.mjs" <<'SCRIPT'
import { readFileSync } from "node:fs";
import EmailReplyParser from "email-reply-parser";
import parse from "node-email-reply-parser";

const text = readFileSync(process.argv[2], "utf8");
const lastLine = (read) => read.trim().split("\n").at(-1);
console.log("node-email-reply-parser:", lastLine(parse(text, true)));
console.log("email-reply-parser, JavaScript:", lastLine(new EmailReplyParser().parseReply(text)));
SCRIPT
cat >"$folder/read.py" <<'PYTHON'
import sys
from pathlib import Path

from email_reply_parser import EmailReplyParser
from mailparser_reply import EmailReplyParser as MailParserReply

text = Path(sys.argv[1]).read_text()
for name, read in {
    "email-reply-parser, Python": EmailReplyParser.parse_reply(text),
    "mail-parser-reply": MailParserReply(languages=["en"]).parse_reply(text=text),
}.items():
    print(f"{name}:", read.strip().splitlines()[-1])
PYTHON

seen=$(node "$folder/read.mjs" "$folder/notes.txt" && "$folder/venv/bin/python" "$folder/read.py" "$folder/notes.txt")
echo "$seen"
[ "$seen" = "node-email-reply-parser: Decisions
email-reply-parser, JavaScript: We buy paint.
email-reply-parser, Python: these are the notes of our meeting.
mail-parser-reply: these are the notes of our meeting." ]
