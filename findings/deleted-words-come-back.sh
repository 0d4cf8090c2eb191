#!/usr/bin/env bash
# Words that were deleted with tracked changes come back from RTF and ODT, and stick to those that took their place.
#
# Guess before trying: a reader gives the words that a person sees when the changes are accepted, or it marks those that were
# deleted. RTF says it with \deleted (specification 1.9.1, "Track Changes"), ODF with text:tracked-changes, which keeps them
# apart from the text (OpenDocument 1.2, part 1, 5.5). So "Room booked", changed to "Room full", reads "Room full".
# Seen on 1 December 2026 (striprtf 0.0.35, odfpy 1.4.1, odfdo 3.27.3; pandoc 3.9 from pypandoc-binary 1.17 beside them):
# striprtf reads "Room bookedfull". # cspell:disable-line Among the paragraphs of odfpy and odfdo stands "booked", as the first of the document. pandoc
# strikes it through in RTF and leaves it out of ODT. A name that was taken out of minutes before they went round is in again.
# What we do: LibreOffice makes a Word file of both, of which we read what is accepted (macros/minutes/office.py and walk.py).
#
# cspell:ignore bookedfull
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  striprtf==0.0.35 odfpy==1.4.1 odfdo==3.27.3 pypandoc-binary==1.17

"$folder/venv/bin/python" - "$folder/room" <<'PYTHON'
import sys
from pathlib import Path
from zipfile import ZipFile

import odfdo
import pypandoc
from odf import opendocument, teletype, text
from striprtf.striprtf import rtf_to_text

RTF = r"{\rtf1\ansi{\*\revtbl{Unknown;}{Clerk;}}Room {\deleted\revauthdel1 booked}{\revised\revauth1 full}\par}"
CHANGE = """<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info>
<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Clerk</dc:creator>
<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-11-02T09:00:00</dc:date></office:change-info>
<text:p>booked</text:p></text:deletion></text:changed-region></text:tracked-changes>"""

rtf, odt = Path(f"{sys.argv[1]}.rtf"), Path(f"{sys.argv[1]}.odt")
rtf.write_text(RTF, encoding="ascii")

# A document of odfpy's own, into which the change is written as LibreOffice does.
plain = opendocument.OpenDocumentText()
plain.text.addElement(text.P(text="Room full"))
plain.save(str(odt))
with ZipFile(odt) as package:
    parts = {name: package.read(name) for name in package.namelist()}
content = parts["content.xml"].decode().replace("<office:text>", f"<office:text>{CHANGE}", 1)
parts["content.xml"] = content.replace("Room full", 'Room <text:change text:change-id="ct1"/>full').encode()
with ZipFile(odt, "w") as package:
    for name, part in parts.items():
        package.writestr(name, part)

seen = {
    "striprtf": rtf_to_text(RTF).strip(),
    "odfpy": [teletype.extractText(one) for one in opendocument.load(str(odt)).getElementsByType(text.P)],
    "odfdo": [one.text_recursive for one in odfdo.Document(odt).body.paragraphs],
    "pandoc, RTF": pypandoc.convert_file(str(rtf), "gfm").strip(),
    "pandoc, ODT": pypandoc.convert_file(str(odt), "gfm").strip(),
}
print(seen)
paragraphs = ["booked", "Room full"]
expected = ["Room bookedfull", paragraphs, paragraphs, "Room ~~booked~~full", "Room full"]
sys.exit(0 if list(seen.values()) == expected else 1)
PYTHON
