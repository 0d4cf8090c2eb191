"""Wording shared by messages: how to name, describe and place a field."""

import posixpath
import re
from datetime import date
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

from macros.kinds import KINDS, Page
from macros.library.example_values import known_example
from macros.lint.diagnostics import Diagnostic, RuleContext, listed
from macros.schema.description import FieldDescription, field_at
from macros.schema.network import Network
from macros.schema.types import in_words
from macros.schema.values import FieldValue
from macros.source.diagnostic import Location, Rejection

TWO_VERSIONS = (
    "Two people changed these lines at the same time. Keep what is right in both versions, and delete the lines that start "
    "with <<<<<<<, ======= and >>>>>>>."
)
_WHOLE_ADDRESS = re.compile(r"\s*https://\S+\s*")
_MAP = re.compile(r"://\S*(?:\bmaps?\b|what3words|w3w\.co)", re.IGNORECASE)
_BOUNDS = {"min_length": "at least", "ge": "at least", "max_length": "at most", "le": "at most"}

_OR_LESS = {
    "day or month": ", or 2018-08 if you only know the month",
    "day, month or year": ", or 2018-08 or 2018 if that is all you know",
}


def model_of(kind: str) -> type[BaseModel]:
    """The model of a kind of record, or of a page or the network."""
    return KINDS.get(kind) or (Network if kind == "network" else Page)


def field_of(context: RuleContext, location: Location) -> FieldDescription | None:
    """The field at `location` of the context's file, if there is one."""
    return field_at(model_of(context.document.kind), location)


def as_meant(context: RuleContext, location: Location, what: str, written: str) -> Diagnostic | None:
    """That a date or time, as `what` says, is to be written in the way of records; None if it can mean more than one."""
    field = field_of(context, location)
    meant = field.meant(written) if field else None
    if not meant:
        return None
    message = f'Write the {what} in the field "{field_name(location)}" as {meant}, not "{written}".'
    return context.diagnostic(message, location, fix=meant)


def field_name(location: Location) -> str:
    """The name of the field at `location`, or of the list that `location` is an entry of."""
    return str(next((step for step in reversed(location) if isinstance(step, str)), ""))


def date_in(one: FieldValue) -> str:
    """A date and its field, as the subject of a sentence: '6 August 2018 in the field "added"'."""
    return f'{in_words(one.value)} in the field "{one.field.name}"'


def limit_of(rejection: Rejection) -> str:
    """The limit that a value is beyond: "at least 3", "at most 80"."""
    return next(f"{bound} {rejection.detail[name]}" for name, bound in _BOUNDS.items() if name in rejection.detail)


def to_fill_in(name: str) -> str:
    """What to do about a field that is there but blank."""
    return f'The field "{name}" is left blank: fill it in.'


def to_end_action(done: str = '"done:" with the day') -> str:
    """What to add to an action that is open no more; `done` if it was done."""
    return f'If it is done, add {done}. If it was given up, add "dropped:" with the day, and "why:" with the reason.'


def where_in(location: Location) -> str:
    """The list entry or group a nested field is in: ' in entry 2 of "actions"'. Empty for a top-level field."""
    outer = location[:-1]
    if not outer:
        return ""
    name = field_name(outer)
    return f' in entry {outer[-1] + 1} of "{name}"' if isinstance(outer[-1], int) else f' in "{name}"'


def place_of(location: Location) -> str:
    """Where to add a nested field: ' below "citation:", after two spaces'. Empty for a top-level field."""
    outer = location[:-1]
    if not outer:
        return ""
    if isinstance(outer[-1], int):
        return " below its first line, as far to the right as what follows the hyphen"
    indent = "two spaces" if len(outer) == 1 else "two spaces more than that line has"
    return f' below "{field_name(outer)}:", after {indent}'


def about_field(context: RuleContext, location: Location, *, sentence: bool = True) -> str:
    """Help on a field: its description (if `sentence`), then its options or an example."""
    field = field_of(context, location)
    if field is None:
        return ""
    words = [option.value for option in field.options(context.library.network)]
    help_with_value = f"Choose from: {listed(words)}." if words else how_to_write(context, location)
    return " ".join(part for part in (field.description if sentence else "", help_with_value) if part)


def how_to_write(context: RuleContext, location: Location) -> str:
    """How to write the field or list entry at `location`: an example, and where to put each of its lines."""
    field = field_of(context, location)
    if field is None or not field.examples:
        return ""
    example = known_example(field, field.example, context.document, context.library)
    place = "on lines of their own below it, after two spaces"
    for _ in takewhile(lambda step: isinstance(step, int), reversed(location)):
        example, place = example[0], "one under the other, after the hyphen"
    if isinstance(example, list):
        return f'Write each entry on a line of its own below it, after two spaces, such as "- {_entry(example[0])}".'
    if isinstance(example, dict):
        lines = [f'"{name}: {value}"' for name, value in example.items() if isinstance(value, str)]
        return f"Write its fields {place}: {', '.join(lines)}."
    # Rule address-made-up refuses such an address.
    return "" if "@example." in str(example) else f"Example: {example}"


def how_to_write_date(expected: str) -> str:
    """How to write a date in a field that takes what is `expected`, as `date-invalid` errors have it."""
    return f"Write the year first, such as 2018-08-06{_OR_LESS.get(expected, '')}."


def _entry(value: Any) -> str:
    """The first line of an entry, without its hyphen."""
    if isinstance(value, dict):
        return "{}: {}".format(*next(iter(value.items())))
    return f"[{', '.join(value)}]" if isinstance(value, list) else str(value)


def add_update(context: RuleContext, day: date) -> str:
    """How to add an update of this day to the record."""
    has_updates = context.document.has_key(("updates",))
    where = 'Under "updates:", add' if has_updates else 'Add a line "updates:", and under it, after two spaces,'
    return f'{where} "- date: {day.isoformat()}", and below the date "note:" with what is different, in a sentence.'


def address_to_move(context: RuleContext, location: Location, written: str) -> Diagnostic | None:
    """That a web address in a text belongs in the field beside it, or below if it is that of a map; None if there is none to move.

    If the text is nothing but the address, the fix is to name the line after that field.
    """
    field = field_at(model_of(context.document.kind), location)
    own = field.characters.instead if field is not None and field.characters else ""
    if not own or "://" not in written:
        return None
    if _MAP.search(written):
        name = field_name(location)
        message = f"An address here is not a link. Put the address of a map in the text below the fields, and only the {name} here."
        return context.diagnostic(message, location)
    is_whole = bool(_WHOLE_ADDRESS.fullmatch(written)) and not context.document.has_key((*location[:-1], own))
    remedy = (
        f'Write "{own}:" at the start of this line, not "{field_name(location)}:".'
        if is_whole
        else f'Write it on a line of its own that starts with "{own}:", and leave only the rest here.'
    )
    return context.diagnostic(
        f"The web address to join has its own field. {remedy}", location, key=is_whole, fix=own if is_whole else None
    )


def file_behind(path: str, target: str) -> str:
    """The path that the relative link `target` in the file `path` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
