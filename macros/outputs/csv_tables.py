"""A CSV file of each kind of record, for spreadsheets."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import time
from io import StringIO
from typing import Any

from macros.kinds import KINDS, Record
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.pages.downloads import table_file
from macros.schema.description import FieldDescription, described, label

# A spreadsheet reads a cell that starts with one of these characters as a formula, and in some countries a semicolon
# starts a new cell. An apostrophe in front makes it text.
# Source: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("(?<![^;])(?=[=+@\t\r\uff1d\uff0b\uff20\uff0d-])")

_Show = Callable[[Any], str]
# A heading and how to fill the cells below it.
_Column = tuple[str, Callable[[Record], str]]


def tables(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """A table for each kind."""
    for model in KINDS.values():
        columns = _table_columns(model, public, site)
        text = StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow([head for head, _ in columns])
        for record in public.all_of(model).values():
            writer.writerow([_FORMULA.sub("'", cell(record)) for _, cell in columns])
        # Excel takes a file for UTF-8 only if it starts with a byte order mark.
        yield File(table_file(model), text.getvalue().encode("utf-8-sig"))


def _table_columns(model: type[Record], public: PublicLibrary, site: SiteInfo) -> list[_Column]:
    """The columns for a kind: title and summary, its own fields, the fields every kind has, and identifiers."""
    first = ("title", "summary")
    fields = described(model)
    own = [name for name in fields if name not in Record.model_fields]
    every = [name for name in Record.model_fields if name not in first]
    title, *others = (column for name in (*first, *own, *every) for column in _columns(fields[name], public))
    changed: _Column = ("Last change", lambda record: str(record.last_change))
    return [title, ("Page", lambda record: site.of(record.path)), *others, changed, ("ID", lambda record: record.id)]


def _columns(field: FieldDescription, public: PublicLibrary) -> Iterator[_Column]:
    name = field.name
    if not field.parts:
        show = _show(field, public)
        yield label(name), lambda record: show(getattr(record, name))
    elif field.is_list:
        named = {part.kind for part in field.parts.values()}
        yield f"{label(name)} (number)", lambda record: str(len(getattr(record, name)))
        yield from (_named(name, kind, public) for kind in KINDS if kind in named)
    else:
        yield from (_inside(name, part.name, _show(part, public)) for part in field.parts.values() if not part.parts)


def _inside(group: str, name: str, show: _Show) -> _Column:
    return label(f"{group}_{name}"), lambda record: show(getattr(getattr(record, group), name, None))


def _named(name: str, kind: str, public: PublicLibrary) -> _Column:
    """The column for the records of a kind that a list of groups names, once each."""
    title = _title(kind, public)

    def cell(record: Record) -> str:
        named = [one.id for one in public.mentions(record) if one.field == name and one.kind == kind]
        return "; ".join(map(title, dict.fromkeys(named)))

    return f"{label(name)} ({KINDS[kind].NAME.labels.lower()})", cell


def _title(kind: str, public: PublicLibrary) -> _Show:
    return public.titles_by_id(kind).__getitem__


def _show(field: FieldDescription, public: PublicLibrary) -> _Show:
    """A function from a field's value to the text of its cell, empty if there is no value."""
    show = _show_one(field, public)
    if field.is_list:
        return lambda values: "; ".join(map(show, values or ()))
    return lambda value: "" if value is None else show(value)


def _show_one(field: FieldDescription, public: PublicLibrary) -> _Show:
    if field.kind:
        return _title(field.kind, public)
    if field.vocabulary:
        return public.network.words(field.vocabulary).__getitem__
    if field.leaf is bool:
        return lambda value: "yes" if value else "no"
    if field.leaf is time:
        return lambda value: value.isoformat("minutes")
    if field.choices:
        return lambda choice: choice.label
    return str
