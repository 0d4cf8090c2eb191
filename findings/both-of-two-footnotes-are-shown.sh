#!/usr/bin/env bash
# Of two footnotes with one name, one engine shows the first and another shows both, with the way back at the wrong one.
#
# Guess before trying: comrak is made to be compatible with GitHub's engine, cmark-gfm. Of two footnotes with one name both show the
# first, as both do with two definitions of a link.
# Seen on 30 November 2026 (comrak-ext 0.2.8, cmarkgfm 2025.10.22): cmarkgfm shows the first footnote. comrak shows both, gives both
# the same id, and puts the way back to the text at the second. It shows the first of them even if the text has no mark at all, and
# then cmarkgfm shows none. Of two definitions of a link both take the first.
# What we do: a footnote with the name of another, or without a mark, is refused (macros/lint/rules/footnote_unread.py).
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

import cmarkgfm
import comrak
from cmarkgfm.cmark import Options

FOOTNOTES = comrak.ExtensionOptions(footnotes=True)
TWICE = "Tea.[^1]\n\n[^1]: The first.\n\n[^1]: The second.\n"
UNMARKED = TWICE.replace("Tea.[^1]", "Tea.")
LINKS = "See [tea].\n\n[tea]: https://example.org/first\n\n[tea]: https://example.org/second\n"


def shown(html: str) -> list[str]:
    """The ends of the footnotes and links in it; "back" where a footnote has a way back to the text."""
    notes = re.findall(r"<p>The (\w+)\. ?(<a)?", html)
    return [word + " back" * bool(back) for word, back in notes] + re.findall(r"example\.org/(\w+)", html)


def both(text: str) -> tuple[list[str], list[str]]:
    """What comrak and cmarkgfm show."""
    by_comrak = comrak.markdown_to_html(text, FOOTNOTES)
    return shown(by_comrak), shown(cmarkgfm.markdown_to_html(text, Options.CMARK_OPT_FOOTNOTES))


found = {name: both(text) for name, text in (("twice", TWICE), ("unmarked", UNMARKED), ("links", LINKS))}
for name, (by_comrak, by_cmarkgfm) in found.items():
    print(f"{name}: comrak shows {by_comrak}, cmarkgfm {by_cmarkgfm}")
expected = {
    "twice": (["first", "second back"], ["first back"]),
    "unmarked": (["first"], []),
    "links": (["first"], ["first"]),
}
sys.exit(0 if found == expected else 1)
PYTHON
