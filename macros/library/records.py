"""The records of a network, with their references resolved both ways."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.kinds import KINDS, Page, Record
from macros.kinds.shown import SomeRecord
from macros.library.order import by_title
from macros.schema.network import Network
from macros.schema.references import Mention, mentions


@dataclass(frozen=True, slots=True)
class Backlink:
    """A record that refers to another, and where it does so."""

    record: Record
    mention: Mention


@dataclass
class Records:
    """Valid records and written pages, whoever may see them. `pages` has the pages by their paths."""

    network: Network
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    pages: dict[str, Page] = field(default_factory=dict)

    def all_of(self, model: type[SomeRecord]) -> dict[str, SomeRecord]:
        """The valid records of one kind, by id."""
        found: dict[str, Any] = self.records[model.KIND]
        return found

    def all(self) -> Iterator[Record]:
        """Every valid record, kind by kind, in the order of their ids."""
        for of_kind in self.records.values():
            yield from of_kind.values()

    def get(self, kind: str, record_id: str) -> Record | None:
        """The valid record of this kind and id."""
        return self.records[kind].get(record_id)

    def titles_by_id(self, kind: str) -> dict[str, str]:
        """What the records of a kind are called, by their ids and in the order in which readers look for them."""
        return {one.id: one.title for one in sorted(self.records[kind].values(), key=by_title)}

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of the records of every kind."""
        return {kind: frozenset(of_kind) for kind, of_kind in self.records.items()}

    @cached_property
    def aliases(self) -> Mapping[str, Mapping[str, str]]:
        """For every kind, the former ids and what they are called now."""
        return {
            kind: {alias: record.id for record in of_kind.values() for alias in record.aliases}
            for kind, of_kind in self.records.items()
        }

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[Mention]]:
        """The references that each record makes, by the path of the record."""
        return {record.path: mentions(record) for record in self.all()}

    @cached_property
    def backlinks(self) -> Mapping[tuple[str, str], Sequence[Backlink]]:
        """What refers to each record, by its kind and id, in the order of `all()`."""
        found: dict[tuple[str, str], list[Backlink]] = defaultdict(list)
        for record in self.all():
            for mention in self.mentions[record.path]:
                found[mention.kind, mention.id].append(Backlink(record, mention))
        return found

    def linking_to(self, record: Record, model: type[SomeRecord], *fields: str) -> list[SomeRecord]:
        """The records of one kind that refer to `record` in one of `fields` (in any field if none is named), once each."""
        found: dict[str, Any] = {}
        for backlink in self.backlinks.get((record.KIND, record.id), ()):
            if isinstance(backlink.record, model) and (not fields or backlink.mention.field in fields):
                found[backlink.record.id] = backlink.record
        return list(found.values())

    def gathered_by(self, record: Record) -> list[Record]:
        """The records that belong to one that gathers others, such as a theme: those that name it in the fields for that."""
        found = self.backlinks.get((record.KIND, record.id), ())
        belonging = (one.record for one in found if one.mention.field in record.GATHERED_BY)
        return list({one.path: one for one in belonging}.values())
