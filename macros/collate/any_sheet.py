"""Reads a file whatever its format: a workbook, or a table of text."""

from __future__ import annotations

from macros.collate.plain_table import read_table
from macros.collate.refusal import Refusal
from macros.collate.sheet import Chosen, Sheet
from macros.collate.workbook import read_workbook

_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
# What an encrypted workbook has in it. Old workbooks have the same beginning.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_sheet(content: bytes, chosen: Chosen, *, formulas: bool = False) -> Sheet:
    """The table in a file. Of `formulas`, the results are read. Raises `Refusal`, also for a formula if there should be none."""
    if content.startswith(_OLD_OFFICE):
        raise Refusal("password" if _ENCRYPTED in content else "old-workbook")
    if not content.strip():
        raise Refusal("empty")
    if content.startswith(_ZIP):
        return read_workbook(content, chosen, formulas=formulas)
    return read_table(content, chosen)
