#!/usr/bin/env bash
# A mail address in square brackets is a link on GitHub, and not with the engine that is made to do the same.
#
# Guess before trying: comrak is made to be compatible with GitHub's engine, cmark-gfm, so both make a link of the mail address in
# "[team@example.org rota]", which is no link itself.
# Seen on 30 November 2026 (comrak-ext 0.2.8, cmarkgfm 2025.10.22): cmarkgfm does, comrak does not. A backslash before the first
# bracket, which changes nothing that a reader sees, makes comrak link it too. And of "tea\_team@example.org", which a reader sees
# without the backslash, cmarkgfm links all, comrak only "team@example.org": mail goes to someone else.
# What we do: the preview follows the page (form/markdown.js); an address with a backslash in it is refused
# (macros/lint/rules/markup_unfinished.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check comrak-ext==0.2.8 cmarkgfm==2025.10.22

"$folder/venv/bin/python" - <<'PYTHON'
import re
import sys

import comrak
from cmarkgfm import github_flavored_markdown_to_html

AUTOLINK = comrak.ExtensionOptions(autolink=True)


def linked(text: str) -> list[list[str]]:
    """The addresses that comrak and cmarkgfm link."""
    pages = comrak.markdown_to_html(text, AUTOLINK), github_flavored_markdown_to_html(text)
    return [re.findall(r'href="mailto:([^"]*)"', page) for page in pages]


expected = {
    r"[team@example.org rota]": [[], ["team@example.org"]],
    r"\[team@example.org rota]": [["team@example.org"], ["team@example.org"]],
    r"tea\_team@example.org": [["team@example.org"], ["tea_team@example.org"]],
}
found = {text: linked(text) for text in expected}
for text, (by_comrak, by_cmarkgfm) in found.items():
    print(f"{text}: comrak links {by_comrak}, cmarkgfm {by_cmarkgfm}")
sys.exit(0 if found == expected else 1)
PYTHON
