"""Reads a table of text whose cells are separated by commas, semicolons or tabs (.csv, .tsv, .txt)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from macros.collate.refusal import Refusal
from macros.collate.sheet import Chosen, Sheet, sheet_of

_SEPARATORS = ",;\t"
# What Excel writes on a line of its own to say which separator follows.
_SAYS_SEPARATOR = "sep="
# How many rows are looked at to find the separator.
_LOOKED_AT = 20


def read_table(content: bytes, chosen: Chosen) -> Sheet:
    """The table in a text. Raises `Refusal` if it cannot be read."""
    text = _decoded(content)
    if text.lstrip()[:1] == "<":
        raise Refusal("web-page")
    first = text.partition("\n")[0].strip()
    separator = ""
    if first.lower().startswith(_SAYS_SEPARATOR):
        separator, text = first[len(_SAYS_SEPARATOR) :][:1], text.partition("\n")[2]
    separator = separator or max(_SEPARATORS, key=lambda one: _cells_with(text, one))
    try:
        return sheet_of(_rows(text, separator), chosen)
    except csv.Error:
        raise Refusal("not-a-table") from None


def _cells_with(text: str, separator: str) -> tuple[bool, int]:
    """Whether a separator gives all rows as many cells as the headings, and how many. Questions may have more commas than columns."""
    try:
        numbers = [len(row) for row in islice(_rows(text, separator), _LOOKED_AT) if row]
    except csv.Error:
        return False, 0
    return len({*numbers}) == 1 and numbers[0] > 1, numbers[0] if numbers else 0


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content:
        raise Refusal("not-a-table")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # What Excel on Windows writes where nothing else was chosen.
        return content.decode("cp1252", "replace")
