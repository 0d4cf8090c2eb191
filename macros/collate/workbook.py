"""Reads the first sheet of a workbook (.xlsx) whose size is known before it is opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from python_calamine import CalamineWorkbook

from macros.collate.refusal import Refusal
from macros.collate.sheet import MOST_COLUMNS, MOST_ROWS, Chosen, Sheet, sheet_of

# What a workbook of answers takes up at most, unpacked.
_MOST_BYTES = 200_000_000
_WORKBOOK = "xl/workbook.xml"
# Pictures, charts and macros are not read.
_READ = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/[^/]+\.rels|xl/worksheets/[^/]+\.xml")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
# The place of a row, and of a cell, such as AB12.
_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="([0-9]+)"')
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)([0-9]+)"')
# What other ZIP files have in them.
_OTHERS = {
    "word/document.xml": "word",
    "ppt/presentation.xml": "presentation",
    "content.xml": "open-document",
    "xl/workbook.bin": "binary-workbook",
}


def read_workbook(content: bytes, chosen: Chosen, *, formulas: bool = False) -> Sheet:
    """The first sheet that is not empty, with the results of `formulas`. Raises `Refusal` if it cannot be read, or has any otherwise."""
    try:
        rows = _rows(content, formulas)
    except Refusal:
        raise
    except Exception:
        # Of a damaged file, zipfile raises seven kinds of error, and some more as it changes.
        raise Refusal("damaged") from None
    return sheet_of(rows, chosen)


def _rows(content: bytes, formulas: bool) -> Sequence[Sequence[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(_repacked(content, formulas)))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        # `total_height` is 0 for a sheet of one row too (findings/total-height-is-a-row-short.sh).
        if sheet.end is not None:
            return sheet.to_python(skip_empty_area=False)
    raise Refusal("empty")


def _repacked(content: bytes, formulas: bool) -> bytes:
    """The parts of a workbook that are read, not compressed. What is said about their sizes in the file may not be true."""
    packed = io.BytesIO()
    left = _MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        names = source.namelist()
        if _WORKBOOK not in names:
            raise Refusal(next((code for name, code in _OTHERS.items() if name in names), "zip"))
        for entry in source.infolist():
            if not _READ.fullmatch(entry.filename):
                continue
            if entry.flag_bits & 1:
                raise Refusal("password")
            with source.open(entry) as part:
                text = part.read(left + 1)
            left -= len(text)
            if left < 0:
                raise Refusal("too-large")
            if entry.filename.startswith("xl/worksheets/"):
                if not formulas:
                    _check_formulas(text)
                _check_cells(text)
            target.writestr(entry.filename, text)
    return packed.getvalue()


def _check_formulas(sheet: bytes) -> None:
    """Raise `Refusal` if there is a formula.

    Survey programs write none: whoever added one has added a row or column that is no one's answers.
    """
    if formula := _FORMULA.search(sheet):
        *_, (letters, number) = [(b"", b""), *_CELL.findall(sheet, 0, formula.start())]
        raise Refusal("formula", cell=(letters + number).decode())


def _check_cells(sheet: bytes) -> None:
    """Raise `Refusal` if a cell is so far from the first that the table between them would fill the memory."""
    places = [*_CELL.findall(sheet), *((b"A", number) for number in _ROW.findall(sheet))]
    for letters, number in places:
        column = 0
        for letter in letters[:4]:
            column = column * 26 + letter - ord("A") + 1
        if column > MOST_COLUMNS or len(number) > 7 or int(number) > MOST_ROWS + 1:
            raise Refusal("far-cell", cell=f"{letters[:4].decode()}{number[:8].decode()}")
