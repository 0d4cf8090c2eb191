#!/usr/bin/env bash
# In the style of most medical journals, Typst gives no author of any reference.
#
# Guess before trying: style: "vancouver", which comes with Typst, begins a reference as the rules of the National Library of Medicine do,
# with the authors: "Fig A, Sample S. Burnout in practitioners." (Citing Medicine, chapter 1).
# Seen on 1 December 2026 (typst 0.15.2 from Python, read with pypdf 7.1.1): a reference begins with its title, whether people or an
# organisation wrote it, and nothing warns of it. So do "vancouver-superscript" and "nlm-citation-sequence", the style of the library itself.
# "springer-vancouver" and "bmj" have the authors. A date from June to July is "2016 Jul" in the first three, the end of it only.
# What we do: the authors of evidence are shown as its record has them (Citation in macros/kinds/evidence.py).
#
# cspell:ignore bmj pypdf
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1

cat >"$folder/works.bib" <<'BIBLIOGRAPHY'
@article{fig, author={Fig, Alex and Sample, Sam}, title={Burnout in practitioners}, journal={Journal of Samples},
  date={2016-06/2016-07}, volume=26, number=2, pages={172--179}}
@report{network, author={{Example Network}}, title={The workforce}, date={2016-06/2016-07}}
BIBLIOGRAPHY

cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from pathlib import Path

import typst
from pypdf import PdfReader

PAGE = '#set text(lang: "en", region: "GB")\n@fig @network\n#bibliography("works.bib", title: [Works], style: "{}")'
STYLES = ["vancouver", "vancouver-superscript", "nlm-citation-sequence", "springer-vancouver", "bmj"]


def works(style: str) -> str:
    """The list of references in this style."""
    Path("page.typ").write_text(PAGE.format(style))
    typst.compile("page.typ", output="page.pdf")
    return " ".join(PdfReader("page.pdf").pages[0].extract_text().partition("Works")[2].split())


seen = {style: works(style) for style in STYLES}
for style, text in seen.items():
    print(f"{style}: {text}")
has_authors = ["Fig A" in text and "Example Network" in text for text in seen.values()]
ends_only = ["2016 Jul" in text and "Jun" not in text for text in seen.values()]
sys.exit(0 if (has_authors, ends_only[:3]) == ([False, False, False, True, True], [True] * 3) else 1)
PYTHON
