"""A file that is not what it seems is refused in plain words, quickly and without taking much memory."""

from __future__ import annotations

import io
import resource
import struct
import zipfile
from collections.abc import Callable

import pytest

from macros.minutes.archive import MOST_BYTES, Refused
from macros.minutes.file import read_content
from macros.minutes.reading import found_in
from tests.support.cases import for_each
from tests.support.time_taken import within
from tests.support.word_xml import outside, p, table, word_file, zipped

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{level} "{f"&a{level - 1 or str()};" * 10}">' for level in range(1, 9))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p>'
    "</w:body></w:document>"
)


def zip_bomb() -> bytes:
    document = b"<w:p><w:r><w:t>" + b"a" * 200_000_000 + b"</w:t></w:r></w:p>"
    written = io.BytesIO()
    with (
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive,
        zipfile.ZipFile(io.BytesIO(word_file(p("a")))) as good,
    ):
        for name in good.namelist():
            archive.writestr(name, document if name == "word/document.xml" else good.read(name))
    return written.getvalue()


def with_document(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word_file(""))) as good:
        return zipped({name: good.read(name) for name in good.namelist()} | {"word/document.xml": content})


def locked() -> bytes:
    """A file whose parts say that they have a password."""
    content = bytearray(word_file(p("a")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(sign)
        while place >= 0:
            struct.pack_into("<H", content, place + at, 1)
            place = content.find(sign, place + 1)
    return bytes(content)


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "not a Word file"),
    "words": (lambda: b"Minutes of the meeting", "not a Word file"),
    "a page": (lambda: b"<!DOCTYPE html><html><body>Minutes", "not a Word file"),
    "a PDF": (lambda: b"%PDF-1.7\n", "This is a PDF"),
    "RTF": (lambda: b"{\\rtf1 Minutes}", "format RTF"),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file"),
    "another archive": (lambda: zipped({"mimetype": b"application/epub+zip"}), "not a Word file"),
    "a workbook": (
        lambda: word_file(
            p("a"), main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        ),
        "not a Word",
    ),
    "cut off": (lambda: word_file(p("a"))[:-100], "not a Word file"),
    "damaged": (lambda: word_file(p("a" * 5000)).replace(b"\x00", b"\x01", 40), "not a Word file"),
    "locked": (locked, "not a Word file"),
    "no XML": (lambda: with_document(b"<w:document><w:body>"), "not a Word file"),
    "50 MB": (lambda: b"PK\x03\x04" + bytes(50 * 2**20), "too large"),
    "just too large": (lambda: bytes(MOST_BYTES + 1), "too large"),
    "a bomb": (zip_bomb, "too large"),
    "5,000 parts": (
        lambda: word_file(p("a"), more={f"word/media/{number}.png": b"" for number in range(5000)}),
        "too large",
    ),
    "10,000 rows": (lambda: word_file(table(*[("a", "b")] * 10_000)), "too large"),
    "50,000 paragraphs": (lambda: word_file(p("a") * 50_000), "too large"),
    "5,000 tables in each other": (
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 2500 + p("a") + "</w:tc></w:tr></w:tbl>" * 2500),
        "nested|not a Word",
    ),
    "50 tables in each other": (
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 50 + p("a") + "</w:tc></w:tr></w:tbl>" * 50),
        "nested",
    ),
    "definitions": (lambda: with_document(LAUGHS.encode()), "definitions in it"),
    "definitions in UTF-16": (
        lambda: with_document(LAUGHS.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")),
        "definitions in it",
    ),
    "macros": (lambda: word_file(p("a"), more={"word/vbaProject.bin": b"x"}), "macros"),
    "a template with macros": (
        lambda: word_file(p("a"), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macros",
    ),
    "a template from outside": (
        lambda: word_file(p("a"), relations=outside("attachedTemplate", "https://example.org/a.dotm")),
        "from outside",
    ),
    "a picture from outside": (
        lambda: word_file(p("a"), relations=outside("image", "file:///etc/hostname")),
        "from outside",
    ),
    "one part twice": (lambda: twice(word_file(p("a"))), "not a Word file"),
}


def twice(content: bytes) -> bytes:
    file = io.BytesIO(content)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return file.getvalue()


@pytest.mark.thorough
@for_each("name", FILES)
def test_it_is_refused(name: str) -> None:
    make, message = FILES[name]
    content = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with within(2), pytest.raises(Refused, match=message) as refused:
        read_content(content)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 120 * 1024
    assert "Error" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_links_that_lead_outside_are_no_danger() -> None:
    assert read_content(word_file(p("a"), relations=outside("hyperlink", "https://example.org/"))).blocks


@for_each("words", [" and ".join(["Rain"] * 60) + " x", "1/1 " * 4000, "(" * 4000, "a - " * 4000, " " * 9000 + "x"])
def test_no_line_takes_for_ever(words: str) -> None:
    content = word_file(p("Actions:") + p(words) + table(("Action", "Who", "When"), (words, words, words)))
    with within(2):
        found_in(read_content(content))
