"""Pictures for link previews: every page has one, of the promised size, in which nothing is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.file import SiteInfo
from macros.outputs.lettering import Lettering
from macros.outputs.link_previews import page_pictures, page_preview, picture_path, record_pictures, record_preview
from macros.outputs.look import read_look
from macros.outputs.social_card import _BAND_HEIGHT, _LEFT, _ROOM, _TEXT, HEIGHT, WIDTH, Painter, SocialCard
from macros.outputs.typeface import FontsUnusable, Typeface
from tests.support.cases import for_each
from tests.support.pictures import ground, opened
from tests.support.project import ROOT, TODAY

ASSETS = ROOT / "theme/assets"
PLACE = SiteInfo(
    "https://example.org/base/", "Example Network", "What the members of this network have tried so far.", "en"
)
LONGEST = (
    "What we learned when a whole team kept its lunch hour free of all meetings today",
    "W" * 80,
    "Wm " * 26 + "Wm",
    "Ŵŷ Siân & Łukasz’s “cups of tea”: 50% off, or is it? Perhaps so, perhaps not",
)


def painter(name: str = "Example Network") -> Painter:
    return Painter(read_look(ASSETS), name)


@pytest.mark.thorough
def test_every_record_and_every_written_page_has_a_picture() -> None:
    public = PublicLibrary.of(read_library(ROOT), TODAY)
    pictures = [*record_pictures(public.all(), public, painter()), *page_pictures(public, PLACE, painter())]
    files = {file.path: file.content for file in pictures}
    expected = [record.path for record in public.all()]
    expected += [path.removeprefix("content/") for path in public.pages]
    assert sorted(files) == sorted(picture_path(path) for path in expected)
    for path, content in files.items():
        picture = opened(content)
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)), path
        assert len(content) < 25_000, path


def test_a_picture_is_the_same_every_time() -> None:
    card = SocialCard("Shared lunch", "Initiative", "initiative", "North", stage="In use", stage_colour="good")
    one = painter()
    assert one.png(card) == one.png(card) == painter().png(card)


@for_each("title", LONGEST)
def test_all_of_a_long_title_is_in_the_picture(title: str) -> None:
    one = painter()
    lettering, lines = one._fitted(title, 160)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert len(lines) * lettering.line_height <= 160
    picture = opened(one.png(SocialCard(title, "Initiative", facts="North"))).convert("RGB")
    edge = picture.crop((WIDTH - _LEFT, _BAND_HEIGHT, WIDTH, HEIGHT))
    assert edge.getcolors() == [(_LEFT * (HEIGHT - _BAND_HEIGHT), ground(picture))]


def test_a_title_in_one_word_more_is_not_in_larger_letters() -> None:
    one = painter()
    sizes = [one._fitted(" ".join(["lunch"] * words), 160)[0].size for words in range(1, 14)]
    assert sizes == sorted(sizes, reverse=True)


@for_each("text", ["g", "Å", "j", "Ŵ", "Ägypten"])
def test_letters_are_whole_and_stand_where_they_should(text: str) -> None:
    typeface = Typeface(ASSETS / "fonts.css")
    drawn, expected = Image.new("L", (400, 100)), Image.new("L", (400, 100))
    Lettering(typeface, 45, 700).draw(drawn, (20, 10), [text], 255)
    x = 20.0
    for character in text:
        font = typeface.font(character, 45, 700)
        ImageDraw.Draw(expected).text((x, 10 + 45), character, fill=255, font=font, anchor="ls")
        x += round(font.getlength(character))
    assert drawn.getbbox() is not None
    assert drawn.tobytes() == expected.tobytes()


@for_each(
    ("written", "shown"),
    [
        ("Tea 🎉 and cake", "Tea and cake"),
        ("Sia\u0302n", "Siân"),
        ("Drop\u2011in", "Drop-in"),
        ("a ﬁx", "a fix"),
        ("Ŝanĝo", "Sango"),
        ("Ŵyth “cwpan” – £5", "Ŵyth “cwpan” – £5"),
        ("日本", ""),
    ],
)
def test_a_character_that_the_typeface_lacks_does_not_become_a_box(written: str, shown: str) -> None:
    assert Typeface(ASSETS / "fonts.css").drawable(written) == shown
    opened(painter().png(SocialCard(written)))


def test_letters_that_reach_below_the_last_line_of_facts_are_whole() -> None:
    one = painter()
    alone = Image.new("P", (WIDTH, 60))
    one._facts.draw(alone, (_LEFT, 10), ["gjÇ"], _TEXT)
    expected = alone.getbbox()
    found = opened(one.png(SocialCard("", facts="gjÇ"))).crop((0, _BAND_HEIGHT, WIDTH, HEIGHT)).getbbox()
    assert expected is not None
    assert found is not None
    assert (found[0], found[2], found[3] - found[1]) == (expected[0], expected[2], expected[3] - expected[1])


def test_facts_that_have_no_room_end_with_an_ellipsis() -> None:
    lettering = painter()._facts
    for limit in (1, 2):
        lines = lettering.lines("Sample Brindle, " * 20, _ROOM, limit)
        assert len(lines) == limit
        assert [line.endswith("…") for line in lines] == [False] * (limit - 1) + [True]
        assert all(lettering.width(line) <= _ROOM for line in lines)


def test_a_long_name_of_the_network_has_room() -> None:
    picture = opened(
        painter("The Network of Everybody in the Whole Country who Works Here").png(SocialCard("Yoga"))
    ).convert("RGB")
    edge = picture.crop((WIDTH - _LEFT, 0, WIDTH, _BAND_HEIGHT)).getcolors()
    assert edge is not None
    assert len(edge) == 1


def test_the_colours_are_those_of_the_style_sheet(tmp_path: Path) -> None:
    for name in ("fonts.css", "mark.svg"):
        (tmp_path / name).write_bytes((ASSETS / name).read_bytes())
    (tmp_path / "fonts").symlink_to(ASSETS / "fonts")
    (tmp_path / "network.css").write_text(
        ":root { --kb-brand: #00703c; --kb-page: #eee; --kb-text: color-mix(in srgb, red, blue); }\n"
        "@media (prefers-color-scheme: dark) { :root { --kb-brand: #111; } }\n",
        encoding="utf-8",
    )
    picture = opened(Painter(read_look(tmp_path), "Arall").png(SocialCard("Ioga"))).convert("RGB")
    assert picture.getpixel((WIDTH - 1, 0)) == (0, 0x70, 0x3C)
    assert ground(picture) == (0xEE, 0xEE, 0xEE)


@pytest.mark.parametrize(
    ("drawing", "parts"),
    [
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1L9 1l-4 8z"/></svg>', 1),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1l2 0 0 2zM5 5l2 0 0 2z"/></svg>', 2),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1l2 0 0 2M5 5l2 0 0 2z"/></svg>', 2),
        ('<svg viewBox="0 0 10 10"><path d="M1 1L9 1l-4 8z" fill="#fff"/></svg>', 1),
        ('<svg viewBox="0 0 10 10"><path fill="none" d="M1 1L9 1l-4 8z"/></svg>', 0),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" transform="scale(2)" d="M1 1L9 1l-4 8z"/></svg>', 0),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1L9', 0),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1C9 1 9 1 4 8z"/></svg>', 0),
        ('<svg viewBox="0 0 10 10"><circle r="5"/><path fill="#fff" d="M1 1L9 1l-4 8z"/></svg>', 0),
        ("<svg/>", 0),
    ],
)
def test_a_mark_that_cannot_be_drawn_is_left_out(tmp_path: Path, drawing: str, parts: int) -> None:
    (tmp_path / "network.css").write_text(":root {}", encoding="utf-8")
    (tmp_path / "mark.svg").write_text(drawing, encoding="utf-8")
    assert len(read_look(tmp_path).mark) == parts


def test_a_drawing_may_start_elsewhere_than_at_0(tmp_path: Path) -> None:
    drawing = '<svg viewBox="10 20 4 8"><path fill="#fff" d="M10 20l4 0 0 8z"/></svg>'
    (tmp_path / "mark.svg").write_text(drawing, encoding="utf-8")
    [(_, corners)] = read_look(tmp_path).mark
    assert corners == [(0, 0), (1, 0), (1, 1)]


def test_a_site_without_colours_and_a_mark_has_pictures_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "fonts.css").write_bytes((ASSETS / "fonts.css").read_bytes())
    (tmp_path / "fonts").symlink_to(ASSETS / "fonts")
    picture = opened(Painter(read_look(tmp_path), "Plain").png(SocialCard("Yoga"))).convert("RGB")
    assert picture.getpixel((WIDTH - 1, 0)) == (34, 34, 34)
    assert ground(picture) == (255, 255, 255)


@pytest.mark.parametrize(
    ("styles", "why"),
    [
        (None, "fonts.css"),
        ("body { color: red }", "no font in it has a unicode-range with the space in it"),
        ('@font-face { src: url("none.woff2"); unicode-range: U+20-7E; }', "cannot open resource"),
    ],
)
def test_fonts_that_cannot_be_drawn_with(tmp_path: Path, styles: str | None, why: str) -> None:
    if styles is not None:
        (tmp_path / "fonts.css").write_text(styles, encoding="utf-8")
    with pytest.raises(FontsUnusable, match=why):
        Typeface(tmp_path / "fonts.css")


def test_the_mark_of_this_site_is_drawn() -> None:
    assert len(read_look(ASSETS).mark) == 9


def test_a_preview_says_what_a_page_is() -> None:
    library = read_library(ROOT)
    record = next(library.all())
    preview = record_preview(record, PLACE)
    assert (preview.title, preview.description, preview.sort) == (record.title, record.summary, "article")
    assert preview.image == f"https://example.org/base/previews/{record.FOLDER}/{record.id}.png"
    assert preview.published == record.added
    assert record.title in preview.alt
    path, page = next(iter(library.pages.items()))
    written = page_preview(path.removeprefix("content/"), page, PLACE)
    assert (written.title, written.sort, written.published) == (page.title, "website", None)
    assert len(written.description) >= 30


# On the built sites.
