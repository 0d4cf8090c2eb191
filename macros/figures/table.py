"""What a table of people says, by name: of which group, on what, how many.

Numbers are joined by these names, never by their position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import NamedTuple

from macros.kinds import Record, TableRow
from macros.schema.protected import Cell, cell_text


class Whose(StrEnum):
    """The sort of group that a number is about. The values are columns of a table, but for everyone."""

    EVERYONE = "everyone"
    AREA = "area"
    SERVICE = "service"
    ROLE = "role"

    # That of an enumeration is written in Python, and is asked for a million times for the numbers of three rounds.
    __hash__ = str.__hash__


class Group(NamedTuple):
    """A group of people: everyone, or an area, a service or a role with its id."""

    whose: Whose
    name: str = ""


EVERYONE = Group(Whose.EVERYONE)


class Entry(NamedTuple):
    """What a number is about.

    In a survey round, `topic` is the question, empty for the round as a whole, and `what` the answer, "answered" or "asked". In
    workforce figures, `topic` is the measure and `what` where people went, empty for all.
    """

    group: Group
    topic: str
    what: str = ""


Cells = Mapping[Entry, Cell]


def group_of(row: TableRow) -> Group:
    """Whose people a row counts."""
    if row.service:
        return Group(Whose.SERVICE, row.service)
    if row.role:
        return Group(Whose.ROLE, row.role)
    return Group(Whose.AREA, row.area) if row.area else EVERYONE


def entry_of(row: TableRow) -> Entry:
    """What a row is about."""
    return Entry(group_of(row), *row.about)


def cells_of(record: Record) -> Cells:
    """The numbers of a record's table, by what they are about."""
    cells: Cells = record._cells
    return cells


def table_lines(cells: Cells, model: type[TableRow]) -> Iterator[str]:
    """The lines of the file in which a table is published: everyone first, then areas, services and roles by name."""
    yield ",".join(model.model_fields)
    names, columns = [*model.model_fields], cache(model.columns)
    order = {whose: position for position, whose in enumerate(Whose)}
    of_groups = sorted(cells, key=lambda entry: (order[entry.group.whose], entry.group.name))
    for group, entries in groupby(of_groups, lambda entry: entry.group):
        for entry in entries:
            values = {group.whose: group.name, **columns(entry.topic, entry.what), "count": cell_text(cells[entry])}
            yield ",".join([values.get(name, "") for name in names])
