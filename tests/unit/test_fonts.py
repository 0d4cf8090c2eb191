"""The typeface that the site ships: its size, its licence, and the characters that its style sheet promises."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PIL import ImageFont

from tests.support.cases import for_each
from tests.support.project import ROOT

ASSETS = ROOT / "theme/assets"
FONTS = ASSETS / "fonts"
CSS = (ASSETS / "fonts.css").read_text(encoding="utf-8")
FACES = re.findall(r'url\("([^"]+)"\).*?unicode-range:([^;]*);', CSS, re.DOTALL)


def characters(unicode_range: str) -> list[str]:
    found = []
    for part in unicode_range.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found += [chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)]
    return found


def test_fonts_of_a_first_view_are_small() -> None:
    assert (FONTS / "atkinson-hyperlegible-next.woff2").stat().st_size < 24_000
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) < 30_000


def test_the_licence_is_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_every_font_is_used() -> None:
    assert {Path(name).name for name, _ in FACES} == {path.name for path in FONTS.glob("*.woff2")}


@for_each(("name", "promised"), FACES)
def test_a_font_has_every_character_that_is_promised(name: str, promised: str) -> None:
    font = ImageFont.truetype(ASSETS / name, 40, layout_engine=ImageFont.Layout.BASIC)
    assert font.getname()[0] == "Atkinson Hyperlegible Next"
    assert font.getmask("\N{SNOWMAN}").getbbox() is None, "a character that the font lacks has no shape"
    assert [one for one in characters(promised) if not one.isspace() and font.getmask(one).getbbox() is None] == []


def test_names_in_britain_and_ireland_and_what_people_type_can_be_shown() -> None:
    promised = {one for _, unicode_range in FACES for one in characters(unicode_range)}
    accents = ("GRAVE", "ACUTE", "CIRCUMFLEX", "DIAERESIS")
    welsh = {unicodedata.lookup(f"LATIN {case} LETTER {letter} WITH {accent}")
             for case in ("SMALL", "CAPITAL") for letter in "AEIOUWY" for accent in accents}  # fmt: skip
    assert welsh <= promised
    assert "\N{MINUS SIGN}" in promised
    assert set("ĄĆĘŁŃÓŚŹŻąćęłńóśźż") <= promised
    assert set("‘’“”–—…•·£€©×½°&%@+=#/") <= promised


def test_text_is_readable_before_the_font_is_here() -> None:
    faces = re.findall(r"@font-face\s*{([^}]*)}", CSS)
    assert all("font-display: swap" in face for face in faces if "url(" in face)
    assert all("size-adjust" in face for face in faces if "local(" in face)
