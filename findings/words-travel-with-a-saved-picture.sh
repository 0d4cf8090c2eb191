#!/usr/bin/env bash
# A comment in a picture outlives the Exif beside it, and goes along into another format.
#
# Guess before trying: a picture that Pillow opens and saves again has either all of its notes or none of them.
# Seen on 30 November 2026 (Pillow 13.0.0): it loses Exif, with the place and which way up it is, and XMP. The comment stays, and
# goes along from JPEG to GIF and from GIF to JPEG, but not to PNG or WebP.
# What we do: a picture is never saved again to make it safe. Its file is read part by part, and what says where or who is left
# out, except which way up it is (macros/lint/pictures/).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11 and a package index.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Pillow==13.0.0

cat >"$folder/look.py" <<'PYTHON'
from io import BytesIO

from PIL import Image

ORIENTATION = 0x0112
exif = Image.Exif()
exif[ORIENTATION] = 6
plain = Image.new("L", (8, 8))


def saved(picture, form, **notes):
    file = BytesIO()
    picture.convert("L").save(file, form, **notes)
    return Image.open(file)


with_notes = {
    "JPEG": saved(plain, "JPEG", exif=exif, xmp=b"<x/>", comment=b"by someone"),
    "GIF": saved(plain, "GIF", comment=b"by someone"),
}
for name, picture in with_notes.items():
    for form in ("JPEG", "GIF", "PNG", "WEBP"):
        again = saved(picture, form)
        kept = [note for note in ("exif", "xmp", "comment") if note in again.info]
        print(f"{name} to {form}:", *(kept or ["nothing"]))
PYTHON

seen=$("$folder/venv/bin/python" "$folder/look.py")
echo "$seen"
[ "$seen" = "JPEG to JPEG: comment
JPEG to GIF: comment
JPEG to PNG: nothing
JPEG to WEBP: nothing
GIF to JPEG: comment
GIF to GIF: comment
GIF to PNG: nothing
GIF to WEBP: nothing" ]
