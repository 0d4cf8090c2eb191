"""The published tables of a network, each with those that were published before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.figures.disclosure.release import Release
from macros.figures.table import Entry, entry_of
from macros.kinds import KINDS, Service
from macros.library.records import Records
from macros.schema.part import known


@dataclass(frozen=True)
class PublishedTable:
    """The table of a record, and the tables of the same kind that were published before, the oldest first."""

    record: Any
    release: Release
    earlier: Sequence[Release]

    @cached_property
    def row_of(self) -> Mapping[Entry, int]:
        """The first row that is about each number, from 0."""
        return {entry_of(row): number for number, row in reversed([*enumerate(self.record.rows)])}


def published_tables(records: Records) -> Iterator[PublishedTable]:
    """Every table of a network, kind by kind, the oldest first."""
    areas = {service.id: known(service, "area", "") for service in records.all_of(Service).values()}
    for model in KINDS.values():
        if model.ROW is not None:
            earlier: list[Release] = []
            with_table: list[Any] = [record for record in records.all_of(model).values() if record.rows]
            for record in sorted(with_table, key=lambda one: (one.period[1], one.id)):
                release = Release.of(record, areas)
                yield PublishedTable(record, release, tuple(earlier))
                earlier.append(release)
