#!/usr/bin/env bash
# LibreOffice marks a whole paragraph as deleted in RTF if only its end was.
#
# Guess before trying: in a Word file with tracked changes, someone has joined two paragraphs: the mark of the end of the first is
# deleted (w:del in w:rPr of w:pPr, ISO/IEC 29500-1, 17.13.5.15), and no word is. Saved by LibreOffice as .odt, .doc or .rtf and then as
# .docx again, all words are still there.
# Seen on 1 December 2026 (LibreOffice 7.4.7): so for .docx, .odt and .doc. In .rtf, the words of the first paragraph are in a group with
# \deleted, and the mark of its end is outside. Whoever accepts the changes, as we do with minutes, loses words that no one deleted.
# What we do: words that an .rtf marks as deleted are listed for whoever reads minutes back (macros/minutes/file.py).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, a package index and LibreOffice Writer (soffice).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0

"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import subprocess
import sys
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

folder = Path(sys.argv[1])


def saved(path: Path, ending: str) -> Path:
    """The file as LibreOffice saves it with another ending."""
    out = folder / f"{path.parent.name}-{ending}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return out / path.with_suffix(f".{ending}").name


def kept(path: Path) -> bool:
    """Whether the words of the first paragraph are still in the text, and not deleted."""
    body = Document(str(path)).element.body
    return "green" in "".join(one.text or "" for one in body.iter(qn("w:t")))


document = Document()
first, second = document.add_paragraph("green "), document.add_paragraph("tea")
end = f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
first._p.get_or_add_pPr().append(parse_xml(end))
made = folder / "made"
made.mkdir()
document.save(str(made / "tea.docx"))

version = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout.strip()
found = {"docx": kept(saved(made / "tea.docx", "docx"))}
for ending in ("odt", "doc", "rtf"):
    found[ending] = kept(saved(saved(made / "tea.docx", ending), "docx"))
print(f"{version}: are the words kept? {found}")
sys.exit(0 if found == {"docx": True, "odt": True, "doc": True, "rtf": False} else 1)
PYTHON
