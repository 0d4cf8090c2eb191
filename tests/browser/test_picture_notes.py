"""A copy of a picture without its notes, as the browser shows it."""

from __future__ import annotations

from base64 import b64encode

import pytest
from playwright.sync_api import Browser

from macros.lint.pictures.picture import read_picture
from tests.support.picture_notes import GPS, ORIENTATION, PLACE, XMP_PLACES, exif_of, with_exif, xmp_of

TURNED = exif_of({ORIENTATION: 6, GPS: PLACE})
_SHOWN = """(address) => new Promise((tell, fail) => {
  const picture = new Image();
  picture.onload = () => tell([picture.naturalWidth, picture.naturalHeight]);
  picture.onerror = fail;
  picture.src = address;
})"""
PICTURES = {form: with_exif(form, TURNED) for form in ("JPEG", "PNG", "WEBP")} | {
    f"{place} with XMP": put(xmp_of(attributes='tiff:Orientation="6" exif:GPSLatitude="53,57.0N"'))
    for place, put in XMP_PLACES.items()
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_clean_copy_is_shown_the_same_way_up(name: str, chromium: Browser) -> None:
    picture = read_picture(PICTURES[name])
    assert picture is not None
    page = chromium.new_page()
    shown = [
        page.evaluate(
            _SHOWN, f"data:image/{name.partition(' ')[0].strip(',').lower()};base64,{b64encode(data).decode()}"
        )
        for data in (PICTURES[name], picture.without_notes)
    ]
    page.close()
    assert shown[0] == shown[1]
    assert shown[0] == ([4, 8] if name in ("JPEG", "PNG") else [8, 4])
