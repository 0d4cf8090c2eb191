"""What a picture's file says besides the picture: what says where or who is told and taken out, and the picture stays the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageOps, ImageSequence

from macros.lint.pictures.part import PictureDamaged
from macros.lint.pictures.picture import Picture, read_picture
from tests.support import picture_notes as made
from tests.support.cases import for_each
from tests.support.pictures import chunk, drawn, in_gif, in_jpeg, in_png, in_webp, riff, segment

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
EXIF = [(form, name) for form in ("JPEG", "PNG", "WEBP") for name in made.EXIF]
# A segment of a JPEG has no room for it.
XMP = [(place, name) for place in made.XMP_PLACES for name in made.XMP if (place, name) != ("JPEG", "too long")]
ORIENTATIONS = range(1, 9)


def read(data: bytes) -> Picture:
    picture = read_picture(data)
    assert picture is not None
    return picture


def shown(data: bytes) -> list[bytes]:
    """Every frame of a picture as somebody sees it who decodes it without a look at its notes."""
    return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(Image.open(BytesIO(data)))]


def plain(form: str) -> bytes:
    return drawn(8, 4, form, **({"lossless": True} if form == "WEBP" else {}))


PLAIN = {form: shown(plain(form)) for form in FORMATS}


def assert_told_and_taken_out(data: bytes, note: str) -> None:
    """Pillow warns of notes that are malformed, or does not open the picture, so what is left is compared with one without any."""
    picture = read(data)
    assert picture.notes == [note]
    clean = picture.without_notes
    assert read(clean).notes == []
    assert read(clean).without_notes == clean
    assert made.SECRET not in clean
    assert made.TEXT.encode("utf-16-le") not in clean
    assert b"GPS" not in clean
    assert shown(clean) == PLAIN[Image.open(BytesIO(clean)).format or ""]


@for_each(("form", "name"), EXIF)
def test_exif_that_says_where_or_who(form: str, name: str) -> None:
    assert_told_and_taken_out(made.with_exif(form, made.EXIF[name]), "Exif")


@for_each(("place", "name"), XMP)
def test_xmp_that_says_where_or_who(place: str, name: str) -> None:
    assert_told_and_taken_out(made.XMP_PLACES[place](made.XMP[name]), "XMP")


@for_each("name", made.OTHER)
def test_other_notes_that_say_where_or_who(name: str) -> None:
    note, data = made.OTHER[name]
    assert_told_and_taken_out(data, note)


@for_each(
    "data",
    [
        *(made.with_exif(form, exif) for form in ("JPEG", "PNG", "WEBP") for exif in made.HARMLESS_EXIF.values()),
        *(put(xmp) for put in made.XMP_PLACES.values() for xmp in made.HARMLESS_XMP.values()),
        *made.HARMLESS.values(),
    ],
)
def test_what_programs_write_of_themselves_is_none(data: bytes) -> None:
    assert shown(data)
    assert read(data).notes == []
    assert read(data).without_notes == data


PROFILE = bytes(range(256)) * 2
WRITTEN: list[tuple[str, dict[str, Any]]] = [
    ("JPEG", {}),
    ("JPEG", {"quality": 100, "subsampling": 0, "dpi": (300, 300)}),
    ("JPEG", {"progressive": True, "optimize": True, "icc_profile": PROFILE * 300}),
    ("JPEG", {"restart_marker_rows": 1}),
    ("PNG", {"optimize": True, "dpi": (300, 300), "icc_profile": PROFILE}),
    ("WEBP", {"quality": 10, "icc_profile": PROFILE}),
    ("WEBP", {"lossless": True}),
    ("GIF", {"interlace": True}),
]
MODES = {
    "JPEG": ("RGB", "L", "CMYK"),
    "PNG": ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "GIF": ("P", "L"),
}


@for_each(("form", "options"), WRITTEN)
def test_what_pillow_writes_is_read(form: str, options: dict[str, Any]) -> None:
    for mode in MODES[form]:
        written = BytesIO()
        Image.new(mode, (37, 21), 1).save(written, form, **options)
        picture = read(written.getvalue())
        assert (picture.pixels, picture.notes) == (37 * 21, []), mode
        assert picture.without_notes == written.getvalue()


@for_each(("form", "options"), WRITTEN)
def test_a_clean_copy_keeps_colours_density_and_pixels(form: str, options: dict[str, Any]) -> None:
    notes: dict[str, dict[str, Any]] = {
        "JPEG": {"exif": made.EXIF["place"], "xmp": made.XMP["city"], "comment": made.SECRET},
        "PNG": {"exif": made.EXIF["place"]},
        "WEBP": {"exif": made.EXIF["place"], "xmp": made.XMP["city"]},
        "GIF": {"comment": made.SECRET},
    }
    data = drawn(37, 21, form, **options, **notes[form])
    assert read(data).notes
    clean = read(data).without_notes
    assert made.SECRET not in clean
    before, after = Image.open(BytesIO(data)).info, Image.open(BytesIO(clean)).info
    assert after == {name: value for name, value in before.items() if name not in notes[form]}
    assert shown(clean) == shown(data)


@for_each("form", ["GIF", "PNG", "WEBP"])
def test_a_picture_that_moves_still_moves(form: str) -> None:
    frames = [Image.new("RGB", (8, 4), colour) for colour in ("red", "green", "blue")]
    written = BytesIO()
    frames[0].save(written, form, save_all=True, append_images=frames[1:], duration=[50, 100, 150], loop=2)
    assert read(written.getvalue()).notes == []
    clean = read(written.getvalue() + made.SECRET).without_notes
    assert clean == written.getvalue()
    assert len(shown(clean)) == len(frames)


@for_each("form", ["JPEG", "PNG", "WEBP"])
@for_each("orientation", ORIENTATIONS)
@for_each("order", ["<", ">"])
def test_a_clean_copy_is_the_same_way_up(form: str, orientation: int, order: str) -> None:
    fields = {made.ORIENTATION: orientation, made.GPS: made.PLACE, 0x013B: made.TEXT}
    data = made.with_exif(form, made.exif_of(fields, order))
    clean = read(data).without_notes
    assert_told_and_taken_out(data, "Exif")
    turned = [ImageOps.exif_transpose(Image.open(BytesIO(one))) for one in (data, clean)]
    assert turned[0].tobytes() == turned[1].tobytes()
    assert turned[0].size == turned[1].size


def test_a_webp_does_not_speak_of_notes_that_are_gone() -> None:
    exif, xmp = riff(b"EXIF", made.EXIF["artist"]), riff(b"XMP ", made.HARMLESS_XMP["screenshot"])
    clean = read(in_webp(exif, xmp, flags=0x0C)).without_notes
    assert clean[20] == 0x04
    assert int.from_bytes(clean[4:8], "little") == len(clean) - 8


def test_all_notes_are_named_once() -> None:
    exif, comment = segment(0xE1, b"Exif\0\0" + made.EXIF["place"]), segment(0xFE, made.SECRET)
    assert read(in_jpeg(exif, exif, comment) + made.SECRET).notes == ["Exif", "a comment", "other data"]


@for_each("form", FORMATS)
def test_a_picture_that_is_cut_off_is_told(form: str) -> None:
    data = drawn(8, 4, form)
    for length in range(16, len(data)):
        with pytest.raises(PictureDamaged):
            read_picture(data[:length])
    for length in range(16):
        with suppress(PictureDamaged):
            assert read_picture(data[:length]) is None


def test_a_wrong_checksum_of_the_picture_is_told() -> None:
    data = drawn(8, 4, "PNG")
    for kind in (b"IHDR", b"IDAT", b"IEND"):
        at = data.index(kind)
        with pytest.raises(PictureDamaged):
            read_picture(data[: at + 4] + bytes([data[at + 4] ^ 1]) + data[at + 5 :])


@for_each("data", [drawn(1, 1, "PNG")[:33], drawn(8, 4, "PNG")[:8] + chunk(b"IEND", b"")])
def test_what_only_begins_like_a_picture_is_told(data: bytes) -> None:
    with pytest.raises(PictureDamaged):
        read_picture(data)


@pytest.mark.thorough
@for_each(
    ("put", "blank", "of_picture"),
    [
        (in_png, chunk(b"tEXt", b"Comment\0"), chunk(b"IDAT", b"")),
        (in_jpeg, segment(0xFE, b""), segment(0xDD, b"")),
        (in_webp, riff(b"EXIF", made.HARMLESS_EXIF["upright"]), riff(b"ALPH", b"")),
        (in_gif, b"\x21\xfe\0", b"\x21\xf9\0"),
    ],
)
def test_a_file_of_countless_parts_is_damaged(put: Callable[..., bytes], blank: bytes, of_picture: bytes) -> None:
    """Each takes some time to look at."""
    assert read(put(*[blank] * 300, *[of_picture] * 5000)).notes == []
    for many in ([blank] * 301, [of_picture] * 20_000):
        with pytest.raises(PictureDamaged):
            read_picture(put(*many))


@pytest.mark.thorough
def test_whatever_the_bytes_are_nothing_but_damage_is_said() -> None:
    dice = random.Random(12)
    whole = [*(data for _, data in made.OTHER.values()), *made.HARMLESS.values()]
    whole += [made.with_exif(form, exif) for form in ("JPEG", "PNG", "WEBP") for exif in made.EXIF.values()]
    for _ in range(3000):
        data = bytearray(dice.choice(whole)[:2000])
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.choice((0, 1, 255, dice.randrange(256)))
        try:
            picture = read_picture(bytes(data))
        except PictureDamaged:
            continue
        if picture:
            clean = read_picture(picture.without_notes)
            assert clean is not None
            assert clean.notes == []
            assert clean.without_notes == picture.without_notes
