"""The rules, run on a record that is in no file yet."""

from collections.abc import MutableMapping
from dataclasses import replace
from datetime import date

from macros.kinds import Record
from macros.library.library import Library, kind_of
from macros.library.reading import read_record
from macros.lint.diagnostics import Diagnostic
from macros.lint.engine import check_library
from macros.source.document import Document, parse_document

PERSONAL = "personal-data"


def checked(path: str, text: str, library: Library, today: date) -> list[Diagnostic]:
    """What the rules say of a record, if its file at `path` had this text. Nothing is written."""
    kind = kind_of(path)
    document = Document(path=path, kind=kind, id=path.rpartition("/")[2].removesuffix(".md"))
    parse_document(document, text.encode())
    record = read_record(document, library.network)
    records: dict[str, MutableMapping[str, Record]] = {name: dict(of_kind) for name, of_kind in library.records.items()}
    records[kind].pop(document.id, None)
    if record is not None:
        records[kind][document.id] = record
    changed = replace(library, records=records, documents={**library.documents, path: document})
    return check_library(changed, today, paths=[path])
