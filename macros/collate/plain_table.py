"""Reads a table of text whose cells are separated by commas, semicolons or tabs (.csv, .tsv, .txt)."""

from __future__ import annotations

import csv
import io

from macros.collate.refusal import Refusal
from macros.collate.sheet import Chosen, Sheet, sheet_of

_SEPARATORS = ",;\t"
# What Excel writes on a line of its own to say which separator follows.
_SAYS_SEPARATOR = "sep="


def read_table(content: bytes, chosen: Chosen) -> Sheet:
    """The table in a text. Raises `Refusal` if it cannot be read."""
    text = _decoded(content)
    if text.lstrip()[:1] == "<":
        raise Refusal("web-page")
    first = text.partition("\n")[0].strip()
    separator = max(_SEPARATORS, key=first.count)
    if first.lower().startswith(_SAYS_SEPARATOR):
        separator, text = first[len(_SAYS_SEPARATOR) :][:1] or separator, text.partition("\n")[2]
    try:
        return sheet_of(csv.reader(io.StringIO(text, newline=""), delimiter=separator), chosen)
    except csv.Error:
        raise Refusal("not-a-table") from None


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
