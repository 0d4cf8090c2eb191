"""What the check says of files that are named like pictures, and what `--fix` makes of them."""

from __future__ import annotations

from pathlib import Path
from struct import pack

import pytest

from tests.rules.test_rules import findings_in, mended
from tests.support.picture_notes import EXIF, OTHER
from tests.support.pictures import chunk, drawn, in_jpeg, riff, segment

LARGE = "This picture is larger than 1024 kB."
PIXELS = "This picture has more than 25 million pixels."
NOTES = "This picture has notes in it"
CUT_OFF = "This picture is cut off or damaged."
NOT_SO = "The name says that this is a {} picture, and it is not. {}"
PHOTO = in_jpeg(segment(0xE1, b"Exif\0\0" + EXIF["place"]))
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(2000)
# Fills the file up without a word, as a picture of this size would.
MEGABYTE = segment(0xFE, b" " * 65_000) * 17


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("tree.PNG", drawn(8, 4), []),
        ("tree.jpeg", drawn(8, 4, "JPEG"), []),
        ("tree.JPG", PHOTO, [NOTES]),
        ("tree.jpg", PHOTO[:2] + MEGABYTE + PHOTO[2:], [LARGE, NOTES]),
        ("tree.jpg", PHOTO[:2] + MEGABYTE * 8 + PHOTO[2:], [LARGE]),
        ("tree.jpg", drawn(8, 4, "WEBP"), [NOT_SO.format(".jpg", "Rename it to end with .webp")]),
        ("tree.png", drawn(8, 4, "JPEG"), [NOT_SO.format(".png", "Rename it to end with .jpg")]),
        ("tree.gif", PHOTO, [NOT_SO.format(".gif", "Rename it to end with .jpg"), NOTES]),
        ("tree.jpg", HEIC, [NOT_SO.format(".jpg", "Open it in Paint")]),
        ("tree.webp", b"RIFF\x24\0\0\0WAVEfmt " + bytes(28), [NOT_SO.format(".webp", "Open it in Paint")]),
        ("tree.png", b"<!DOCTYPE html><script>alert(1)</script>", [NOT_SO.format(".png", "Open it in Paint")]),
        ("tree.png", b"", [NOT_SO.format(".png", "Open it in Paint")]),
        ("tree.jpg", PHOTO[:-100], [CUT_OFF]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_picture(name: str, data: bytes, said: list[str], smallest: Path) -> None:
    (smallest / "content" / name).write_bytes(data)
    findings = findings_in(smallest)
    assert [one.rule for one in findings] == ["picture-unsafe"] * len(said)
    assert sorted(one.message.startswith(start) for one, start in zip(findings, said, strict=True)) == [True] * len(
        said
    )


def said_to_be(width: int, height: int) -> dict[str, bytes]:
    """Small pictures in files that say they are of this size, in every way in which a file can say it."""
    png, jpeg, gif, webp = (drawn(8, 4, form) for form in ("PNG", "JPEG", "GIF", "WEBP"))
    frame, lossy = jpeg.index(b"\xff\xc0") + 5, webp.index(b"\x9d\x01\x2a") + 3
    bits = width - 1 | height - 1 << 14
    return {
        "tree.png": png[:8] + chunk(b"IHDR", pack(">II", width, height) + png[24:29]) + png[33:],
        "tree.jpeg": jpeg[:frame] + pack(">HH", height, width) + jpeg[frame + 4 :],
        "tree.gif": gif[:6] + pack("<HH", width, height) + gif[10:],
        "tree-lossy.webp": webp[:lossy] + pack("<HH", width, height) + webp[lossy + 4 :],
        "tree-lossless.webp": b"RIFF\x12\0\0\0WEBP" + riff(b"VP8L", pack("<BI", 0x2F, bits)) + b"\0",
        "tree-extended.webp": b"RIFF\x16\0\0\0WEBP" + riff(b"VP8X", pack("<IHBHB", 0, width - 1, 0, height - 1, 0)),
    }


@pytest.mark.parametrize(("size", "said"), [((5000, 5000), None), ((5001, 5000), PIXELS), ((16_383, 16_383), PIXELS)])
def test_a_picture_has_25_million_pixels_at_most(size: tuple[int, int], said: str | None, smallest: Path) -> None:
    """What the file says is enough: unpacked, the largest of these would take a gigabyte."""
    files = said_to_be(*size)
    for name, data in files.items():
        (smallest / "content" / name).write_bytes(data)
    found = {one.path.removeprefix("content/"): one.message[: len(PIXELS)] for one in findings_in(smallest)}
    assert found == (dict.fromkeys(files, said) if said else {})


def test_fix_takes_the_notes_out_and_leaves_the_rest_to_people(smallest: Path) -> None:
    notes = {
        f"tree-{number}.{data[1:4].decode().lower()}": data
        for number, (_, data) in enumerate(OTHER.values())
        if data[1:4] == b"PNG"
    }
    for name, data in (notes | {"tree.gif": PHOTO}).items():
        (smallest / "content" / name).write_bytes(data)
    fixed = mended(smallest, findings_in(smallest))
    assert {*fixed} == {*notes, "tree.gif"}
    assert {*fixed.values()} == {drawn(8, 4), drawn(8, 4, "JPEG")}
    [finding] = findings_in(smallest)
    assert (finding.path, finding.fix) == ("content/tree.gif", None)
