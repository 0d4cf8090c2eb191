#!/usr/bin/env bash
# A definition of a link on the last line is text for one engine, unless the line has an end.
#
# Guess before trying: a text means the same with and without a line feed after its last line, as CommonMark says (a line ends at
# a line ending or at the end of the file). Editors in browsers often send none.
# Seen on 30 November 2026 (comrak-ext 0.2.8 of comrak 0.59, cmarkgfm 2025.10.22): with the address in angle brackets, comrak shows
# the definition as a paragraph and the link as "[guide]". Without the brackets, or with a line feed, it is a link. cmark-gfm,
# which GitHub uses, makes a link of all four.
# What we do: a text is given to the engine with an end of its last line (macros/source/gfm.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check comrak-ext==0.2.8 cmarkgfm==2025.10.22

cat >"$folder/read.py" <<'PYTHON'
import cmarkgfm
import comrak

for address in ("<https://example.org/>", "https://example.org/"):
    for end in ("", "\n"):
        text = f"See [guide].\n\n[guide]: {address}{end}"
        by_comrak = comrak.markdown_to_html(text).count("[guide]") == 0
        by_cmark = cmarkgfm.github_flavored_markdown_to_html(text).count("[guide]") == 0
        print(f"{address} {'with' if end else 'without'} an end: comrak {by_comrak}, cmark-gfm {by_cmark}")
PYTHON

seen=$("$folder/venv/bin/python" "$folder/read.py")
echo "$seen"
[ "$seen" = "<https://example.org/> without an end: comrak False, cmark-gfm True
<https://example.org/> with an end: comrak True, cmark-gfm True
https://example.org/ without an end: comrak True, cmark-gfm True
https://example.org/ with an end: comrak True, cmark-gfm True" ]
