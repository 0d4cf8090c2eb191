"""The records as tables for people: a CSV file of each kind, which any spreadsheet opens."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from io import StringIO
from typing import Any

from pydantic.fields import FieldInfo

from macros.kinds import KINDS, Record
from macros.library.public import Edition
from macros.outputs.file import File, Place
from macros.pages.downloads import table_file
from macros.pages.parts import KIND_LABELS
from macros.schema.json_schema import label
from macros.schema.shape import Shape, is_part, shape
from macros.schema.types import Choice

# A spreadsheet runs what starts with one of these signs as a formula, and in some countries starts a new cell at a
# semicolon. An apostrophe before them makes text of it.
# Source: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("(?<![^;])(?=[=+@\t\r\uff1d\uff0b\uff20\uff0d-])")

Show = Callable[[Any], str]


@dataclass(frozen=True)
class Column:
    """A column of a table: what its head says, and what it shows of a record."""

    head: str
    cell: Callable[[Record], str]


def tables(edition: Edition, place: Place) -> Iterator[File]:
    """A table for each kind."""
    for model in KINDS.values():
        columns = table_columns(model, edition, place)
        text = StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow([column.head for column in columns])
        for record in edition.library.of(model).values():
            writer.writerow([_harmless(column.cell(record)) for column in columns])
        # Excel takes a file for UTF-8 only if it starts with a byte order mark.
        yield File(table_file(model), text.getvalue().encode("utf-8-sig"))


def _harmless(cell: str) -> str:
    return _FORMULA.sub("'", cell)


def table_columns(model: type[Record], edition: Edition, place: Place) -> list[Column]:
    """The columns of a kind: what it is, what only this kind has, what every kind has, and where to find it."""
    first = ("title", "summary", "sample")
    own = [name for name in model.model_fields if name not in Record.model_fields]
    every = [name for name in Record.model_fields if name not in first]
    columns = [
        column for name in (*first, *own, *every) for column in _columns(name, model.model_fields[name], edition)
    ]
    return [
        columns[0],
        Column("Page", lambda record: place.of(record.path)),
        *columns[1:],
        Column("Last change", lambda record: str(record.last_change)),
        Column("ID", lambda record: record.id),
    ]


def _columns(name: str, field: FieldInfo, edition: Edition) -> Iterator[Column]:
    """The columns of a field: one, or for a group of fields several."""
    found = shape(field)
    if not is_part(found.leaf):
        show = _show(found, edition)
        yield Column(label(name), lambda record: show(getattr(record, name)))
    elif found.is_list:
        yield Column(f"{label(name)} (number)", lambda record: str(len(getattr(record, name))))
        yield from (_named(name, kind, edition) for kind in KINDS if kind in _kinds_named(found))
    else:
        yield from (
            _inside(name, inner, _show(shape(inner_field), edition))
            for inner, inner_field in found.leaf.model_fields.items()
            if not is_part(shape(inner_field).leaf)
        )


def _inside(group: str, name: str, show: Show) -> Column:
    """A field of a group that a record may have once."""
    return Column(label(f"{group}_{name}"), lambda record: show(getattr(getattr(record, group), name, None)))


def _kinds_named(found: Shape) -> set[str | None]:
    return {shape(field).kind for field in found.leaf.model_fields.values()}


def _named(name: str, kind: str, edition: Edition) -> Column:
    """The records of a kind that a list of groups names, once each."""
    library = edition.library
    title = _title(kind, edition)

    def cell(record: Record) -> str:
        named = [one.id for one in library.mentions[record.path] if one.field == name and one.kind == kind]
        return "; ".join(map(title, dict.fromkeys(named)))

    return Column(f"{label(name)} ({KIND_LABELS[kind][1].lower()})", cell)


def _title(kind: str, edition: Edition) -> Show:
    records = edition.library.records[kind]
    return lambda record_id: records[record_id].title


def _show(found: Shape, edition: Edition) -> Show:
    """How the value of a field reads in a cell; nothing if there is none."""
    one = _show_one(found, edition)
    if found.is_list:
        return lambda values: "; ".join(map(one, values or ()))
    return lambda value: "" if value is None else one(value)


def _show_one(found: Shape, edition: Edition) -> Show:
    if found.kind:
        return _title(found.kind, edition)
    if found.vocabulary:
        return edition.library.network.words(found.vocabulary).__getitem__
    if found.leaf is bool:
        return lambda value: "yes" if value else "no"
    if found.leaf is time:
        return lambda value: value.isoformat("minutes")
    if isinstance(found.leaf, type) and issubclass(found.leaf, Choice):
        return lambda choice: choice.label
    return str
