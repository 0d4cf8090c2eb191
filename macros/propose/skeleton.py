"""Starts a new record: a file with every field, its description beside it, and blanks to fill in."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Container, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.kinds import KINDS
from macros.library.examples import example
from macros.library.library import Library
from macros.library.reading import read_record
from macros.lint.diagnostics import did_you_mean, listed
from macros.lint.engine import rejections_explained
from macros.schema.shape import choices_of, is_asked, is_part, shape
from macros.schema.types import RESERVED
from macros.source.diagnostic import Location
from macros.source.document import Document
from macros.source.front_matter import HELP
from macros.source.writer import field_lines

_WIDTH = 100

Ask = Callable[[str, str], str]
Values = dict[str, Any]


def file_name(title: str) -> str:
    """The name of the file for a record with this title, without .md: "Siân's lunch" becomes "sians-lunch"."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("\u2019", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")[:60].strip("-")


def record_name(kind: str, title: str) -> str:
    """The name of the file for a new record: as `file_name` has it, unless that is not to be had."""
    name = file_name(title)
    return f"{name}-{kind}" if RESERVED.fullmatch(name) else name


def draft(
    kind: str,
    values: Values,
    library: Library,
    *,
    blanks: Container[str] = (),
    later: Container[str] = (),
    notes: Mapping[str, str] | None = None,
) -> str:
    """The text of a new record: `values` filled in, blanks for what is needed, and comments for what is possible.

    `blanks` are left for these fields too, and none for those in `later`. `notes` say more of a field than its description.
    """
    model = KINDS[kind]
    needed = [
        name
        for name, field in model.model_fields.items()
        if name in values or name in blanks or (is_asked(field) and name not in later)
    ]
    lines = ["---"]
    for name in needed:
        lines += [*_comment(model.model_fields[name], library), *_wrapped((notes or {}).get(name, ""))]
        lines += _line(model, name, values)
    lines += [
        "",
        f"{HELP} The rest is optional. To use a line, take away the {HELP} at its start and change what follows.",
    ]
    for name, field in model.model_fields.items():
        if name not in needed:
            lines += [
                HELP,
                *_comment(field, library),
                *(f"{HELP} {line}" for line in field_lines(model, {name: example(field, library)})),
            ]
    if model.SECTIONS:
        lines += ["", f"{HELP} Below the next line, write under each heading:"]
        lines += [f"{HELP} {section.title}: {section.asks}" for section in model.SECTIONS]
        return "\n".join([*lines, "---", "", *(f"## {section.title}\n\n" for section in model.SECTIONS)])
    return "\n".join([*lines, "---", ""])


def _line(model: type[BaseModel], name: str, values: Mapping[str, Any]) -> list[str]:
    """A field with its value, or with a blank for it."""
    if name in values:
        return field_lines(model, {name: values[name]})
    found = shape(model.model_fields[name])
    if is_part(found.leaf):
        inner = [_line(found.leaf, one, {}) for one, part in found.leaf.model_fields.items() if is_asked(part)]
        return [f"{name}:", *("  " + line for lines in inner for line in lines)]
    return [f"{name}:", "  -"] if found.is_list else [f"{name}:"]


def _comment(field: FieldInfo, library: Library) -> list[str]:
    words = choices_of(field, library.network)
    told = " ".join(part for part in (field.description, f"Choose from: {listed(words)}." if words else "") if part)
    return _wrapped(told)


def _wrapped(told: str) -> list[str]:
    return [f"{HELP} {line}" for line in textwrap.wrap(told, _WIDTH, break_on_hyphens=False)]


def ask_for_values(kind: str, title: str, day: date, library: Library, ask: Ask) -> Values:
    """Ask for every field that a record of this kind needs. An answer that a rule refuses is asked for again.

    `ask` is given the name of a field and what to say of it (what is wrong with the last answer first), and returns the
    answer, or nothing to leave the field blank.
    """
    values: Values = {"title": title, "added": day.isoformat()}
    _ask_part(KINDS[kind], (), values, values, library, ask, kind)
    return values


def _ask_part(
    model: type[BaseModel], location: Location, into: Values, whole: Values, library: Library, ask: Ask, kind: str
) -> None:
    for name, field in model.model_fields.items():
        found = shape(field)
        if name in into or not is_asked(field):
            continue
        if is_part(found.leaf):
            inner: Values = {}
            into[name] = inner
            _ask_part(found.leaf, (*location, name), inner, whole, library, ask, kind)
            if not inner:
                del into[name]
            continue
        told = " ".join(_comment(field, library)).replace(f"{HELP} ", "")
        told += " Separate several with commas." if found.is_list else ""
        wrong = ""
        while answer := ask(name, f"{wrong}\n{told}".strip()):
            parts = [part.strip() for part in answer.split(",") if part.strip()]
            into[name] = parts if found.is_list else answer.strip()
            wrong = what_is_wrong(kind, whole, (*location, name), library) or _unknown(field, into[name], library)
            if not wrong:
                break
            del into[name]


def _unknown(field: FieldInfo, written: Any, library: Library) -> str:
    """What to say of names that no record has; nothing if all have one."""
    kind = shape(field).kind
    if kind is None:
        return ""
    names = written if isinstance(written, list) else [written]
    missing = [name for name in names if name not in library.ids[kind]]
    return " ".join(f'There is no {kind} called "{name}".{did_you_mean(name, library.ids[kind])}' for name in missing)


def what_is_wrong(kind: str, values: Values, location: Location, library: Library) -> str:
    """What the rules on single fields say of the value at `location`; nothing if it is all right."""
    document = Document(path="", kind=kind, id="new", values=values)
    read_record(document, library.network)
    depth = len(location)
    document.rejections = [rejection for rejection in document.rejections if rejection.location[:depth] == location]
    return " ".join(rejections_explained(document, library))
