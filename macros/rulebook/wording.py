"""The words that messages share: how a field is named, described and placed."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from macros.records.models import KINDS, Page
from macros.records.network import Network
from macros.records.problem import Location
from macros.records.schema import choices_of, field_at
from macros.rulebook.finding import Case, listed


def model_of(kind: str) -> type[BaseModel]:
    """The model of a kind of file: a record's, a page's or the network's."""
    return KINDS.get(kind) or (Network if kind == "network" else Page)


def field_name(location: Location) -> str:
    """The name of the field at `location`, which may be an entry of it."""
    return str(next((step for step in reversed(location) if isinstance(step, str)), ""))


def where_in(location: Location) -> str:
    """Which entry of which list a nested field is in: ' in entry 2 of "actions"'. Nothing for a field of the record itself."""
    outer = location[:-1]
    if not outer:
        return ""
    name = field_name(outer)
    return f' in entry {outer[-1] + 1} of "{name}"' if isinstance(outer[-1], int) else f' in "{name}"'


def about_field(case: Case, location: Location, *, sentence: bool = True) -> str:
    """What the models say of a field: its description (if `sentence`) and an example."""
    field = field_at(model_of(case.document.kind), location)
    if field is None:
        return ""
    words = choices_of(field, case.library.network)
    example = _example(field.examples[0]) if field.examples else ""
    help_with_value = f"Choose from: {listed(words)}." if words else f"Example: {example}" if example else ""
    return " ".join(part for part in (field.description or "" if sentence else "", help_with_value) if part)


def _example(value: Any) -> str:
    """An example on one line; of a list of groups, or a group, the names of its fields are enough."""
    if isinstance(value, list):
        return ", ".join(map(_example, value))
    if isinstance(value, dict):
        return " and ".join(f"{name}: {_example(inner)}" for name, inner in value.items())
    return str(value)


def file_behind(path: PurePosixPath, target: str) -> str:
    """The file that the relative address `target` leads to from the file `path`."""
    return posixpath.normpath((path.parent / target).as_posix())
