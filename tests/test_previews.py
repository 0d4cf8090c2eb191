"""Pictures for link previews: every page has one, of the promised size, in which nothing is cut off."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest
from conftest import ROOT, TODAY
from PIL import Image

from macros.exports.file import Place
from macros.exports.lettering import Style
from macros.exports.look import read_look
from macros.exports.picture import _FACTS, _ROOM, HEIGHT, WIDTH, Card, Painter
from macros.exports.previews import _record_card, page_preview, picture_path, previews, record_preview
from macros.records.library import read_library
from macros.views.edition import Edition

ASSETS = ROOT / "theme/assets"
PLACE = Place(
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


def opened(png: bytes) -> Image.Image:
    Image.open(BytesIO(png)).verify()
    picture = Image.open(BytesIO(png))
    picture.load()
    return picture


def ground(picture: Image.Image) -> tuple[int, ...]:
    found = picture.convert("RGB").getpixel((WIDTH - 1, HEIGHT - 1))
    assert isinstance(found, tuple)
    return found


def test_every_record_and_every_written_page_has_a_picture() -> None:
    edition = Edition(read_library(ROOT).published(TODAY), TODAY)
    files = {file.path: file.content for file in previews(edition, PLACE, read_look(ASSETS))}
    expected = [record.path for record in edition.library.all()]
    expected += [path.removeprefix("content/") for path in edition.library.pages]
    assert sorted(files) == sorted(picture_path(path) for path in expected)
    for path, content in files.items():
        picture = opened(content)
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)), path
        assert len(content) < 25_000, path


def test_a_picture_is_the_same_every_time() -> None:
    card = Card("Shared lunch", "Initiative", "initiative", "North", stage="Established", stage_colour="good")
    one = painter()
    assert one.png(card) == one.png(card) == painter().png(card)


@pytest.mark.parametrize("title", LONGEST)
def test_all_of_a_long_title_is_in_the_picture(title: str) -> None:
    one = painter()
    style, lines = one._fitted(title, 200)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert len(lines) * style.line_height <= 200
    picture = opened(one.png(Card(title, "Initiative", facts="North"))).convert("RGB")
    below_band = (WIDTH - 40, 100, WIDTH, HEIGHT)
    assert picture.crop(below_band).getcolors() == [(40 * (HEIGHT - 100), ground(picture))]


def test_a_title_in_one_word_more_is_not_in_larger_letters() -> None:
    one = painter()
    sizes = [one._fitted(" ".join(["lunch"] * words), 200)[0].size for words in range(1, 14)]
    assert sizes == sorted(sizes, reverse=True)


def test_letters_that_reach_below_the_line_are_whole() -> None:
    mask = painter()._typeface.letter("g", Style(56, 700)).mask
    assert not any(mask.crop((0, mask.height - 1, mask.width, mask.height)).tobytes())


@pytest.mark.parametrize(
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
    assert painter()._typeface.drawable(written) == shown
    opened(painter().png(Card(written)))


def test_facts_that_have_no_room_end_with_an_ellipsis() -> None:
    typeface = painter()._typeface
    lines = typeface.lines("Sample Brindle, " * 20, _FACTS, _ROOM, 1)
    assert len(lines) == 1
    assert lines[0].endswith("…")
    assert typeface.width(lines[0], _FACTS) <= _ROOM


def test_a_long_name_of_the_network_has_room() -> None:
    picture = opened(painter("The Network of Everybody in the Whole Country who Works Here").png(Card("Yoga"))).convert(
        "RGB"
    )
    edge = picture.crop((WIDTH - 50, 0, WIDTH, 80)).getcolors()
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
    picture = opened(Painter(read_look(tmp_path), "Arall").png(Card("Ioga"))).convert("RGB")
    assert picture.getpixel((WIDTH - 1, 0)) == (0, 0x70, 0x3C)
    assert ground(picture) == (0xEE, 0xEE, 0xEE)


@pytest.mark.parametrize(
    ("drawing", "parts"),
    [
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1L9 1l-4 8z"/></svg>', 1),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1l2 0 0 2zM5 5l2 0 0 2z"/></svg>', 2),
        ('<svg viewBox="0 0 10 10"><path fill="#fff" d="M1 1C9 1 9 1 4 8z"/></svg>', 0),
        ('<svg viewBox="0 0 10 10"><circle r="5"/><path fill="#fff" d="M1 1L9 1l-4 8z"/></svg>', 0),
        ("<svg/>", 0),
    ],
)
def test_a_mark_that_cannot_be_drawn_is_left_out(tmp_path: Path, drawing: str, parts: int) -> None:
    (tmp_path / "network.css").write_text(":root {}", encoding="utf-8")
    (tmp_path / "mark.svg").write_text(drawing, encoding="utf-8")
    assert len(read_look(tmp_path).mark) == parts


def test_the_mark_of_this_site_is_drawn() -> None:
    assert len(read_look(ASSETS).mark) == 9


def test_a_preview_says_what_a_page_is() -> None:
    library = read_library(ROOT)
    record = next(library.all())
    preview = record_preview(record, PLACE)
    assert (preview.title, preview.description, preview.sort) == (record.title, record.summary, "article")
    assert preview.address == PLACE.of(record.path)
    assert preview.image == f"https://example.org/base/previews/{record.FOLDER}/{record.id}.png"
    assert preview.published == record.added
    assert record.title in preview.alt
    path, page = next(iter(library.pages.items()))
    written = page_preview(path.removeprefix("content/"), page, PLACE)
    assert (written.title, written.sort, written.published) == (page.title, "website", None)
    assert len(written.description) >= 30


def test_what_is_made_up_says_so_in_its_picture() -> None:
    edition = Edition(read_library(ROOT).published(TODAY), TODAY)
    cards = [_record_card(record, edition) for record in edition.library.all() if record.sample]
    assert cards
    assert all(card.stage.startswith("Sample") for card in cards)
    assert struct.unpack(">II", painter().png(cards[0])[16:24]) == (WIDTH, HEIGHT)
