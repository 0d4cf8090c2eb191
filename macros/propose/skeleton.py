"""Drafts a new record: every field with its description, and blanks to fill in."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Container, Mapping
from datetime import date
from typing import Any

from macros.kinds import KINDS
from macros.library.example_values import example
from macros.library.library import Library
from macros.library.reading import read_record
from macros.lint.diagnostics import did_you_mean, listed
from macros.lint.engine import rejections_explained
from macros.schema.description import FieldDescription, described
from macros.schema.types import RESERVED
from macros.source.diagnostic import Location
from macros.source.document import Document
from macros.source.front_matter import HELP
from macros.source.writer import field_lines

_WIDTH = 100

Ask = Callable[[str, str], str]
Values = dict[str, Any]


def file_name(title: str) -> str:
    """The file name for a title, without .md: "Siân's lunch" becomes "sians-lunch"."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("\u2019", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")[:60].strip("-")


def record_name(kind: str, title: str) -> str:
    """The file name for a new record: `file_name`, with the kind added if that is reserved."""
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
    """The text of a new record: `values` filled in, blanks for required fields, and comments for the rest.

    Fields in `blanks` get a blank too, and those in `later` do not. `notes` add to the description of a field.
    """
    fields = described(KINDS[kind])
    needed = [
        name for name, one in fields.items() if name in values or name in blanks or (one.is_asked and name not in later)
    ]
    lines = ["---"]
    for name in needed:
        lines += [*_comment(fields[name], library), *_wrapped((notes or {}).get(name, ""))]
        lines += field_lines(fields, {name: values[name]}) if name in values else _blank(fields[name])
    lines += [
        "",
        f"{HELP} The rest is optional. To use a line, take away the {HELP} at its start and change what follows.",
    ]
    for name, one in fields.items():
        if name not in needed:
            lines += [
                HELP,
                *_comment(one, library),
                *(f"{HELP} {line}" for line in field_lines(fields, {name: example(one, library)})),
            ]
    sections = KINDS[kind].SECTIONS
    if sections:
        lines += ["", f"{HELP} Below the next line, write under each heading:"]
        lines += [f"{HELP} {section.title}: {section.asks}" for section in sections]
        return "\n".join([*lines, "---", "", *(f"## {section.title}\n\n" for section in sections)])
    return "\n".join([*lines, "---", ""])


def _blank(one: FieldDescription) -> list[str]:
    if one.parts:
        return [f"{one.name}:", *(f"  {line}" for part in one.parts.values() if part.is_asked for line in _blank(part))]
    return [f"{one.name}:", "  -"] if one.is_list else [f"{one.name}:"]


def _comment(field: FieldDescription, library: Library) -> list[str]:
    words = [option.value for option in field.options(library.network)]
    return _wrapped(" ".join([field.description, *([f"Choose from: {listed(words)}."] if words else [])]))


def _wrapped(text: str) -> list[str]:
    return [f"{HELP} {line}" for line in textwrap.wrap(text, _WIDTH, break_on_hyphens=False)]


def ask_for_values(kind: str, title: str, day: date, library: Library, ask: Ask) -> Values:
    """Ask for every field a record of this kind needs, again if a rule refuses the answer.

    `ask` takes a field's name and a prompt, which starts with what is wrong with the last answer. It returns the answer,
    or an empty string to leave the field blank.
    """
    values: Values = {"title": title, "added": day.isoformat()}
    _ask_group(described(KINDS[kind]), (), values, values, library, ask, kind)
    return values


def _ask_group(
    fields: Mapping[str, FieldDescription],
    location: Location,
    into: Values,
    record: Values,
    library: Library,
    ask: Ask,
    kind: str,
) -> None:
    for name, field in fields.items():
        if name in into or not field.is_asked:
            continue
        if field.parts:
            inner: Values = {}
            into[name] = inner
            _ask_group(field.parts, (*location, name), inner, record, library, ask, kind)
            if not inner:
                del into[name]
            continue
        prompt = " ".join(_comment(field, library)).replace(f"{HELP} ", "")
        prompt += " Separate several with commas." if field.is_list else ""
        wrong = ""
        while answer := ask(name, f"{wrong}\n{prompt}".strip()):
            parts = [part.strip() for part in answer.split(",") if part.strip()]
            into[name] = parts if field.is_list else field.meant(answer) or answer.strip()
            wrong = what_is_wrong(kind, record, (*location, name), library) or _unknown(field, into[name], library)
            if not wrong:
                break
            del into[name]


def _unknown(field: FieldDescription, written: Any, library: Library) -> str:
    """The message for ids that no record has; empty if all exist."""
    if field.kind is None:
        return ""
    names, ids = written if isinstance(written, list) else [written], library.ids[field.kind]
    missing = [name for name in names if name not in ids]
    return " ".join(f'There is no {field.kind} called "{name}".{did_you_mean(name, ids)}' for name in missing)


def what_is_wrong(kind: str, values: Values, location: Location, library: Library) -> str:
    """The messages of the rules for the field at `location`; empty if it is fine."""
    document = Document(path="", kind=kind, id="new", values=values)
    read_record(document, library.network)
    depth = len(location)
    document.rejections = [rejection for rejection in document.rejections if rejection.location[:depth] == location]
    return " ".join(rejections_explained(document, library))
