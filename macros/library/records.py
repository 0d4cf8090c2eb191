"""The records of a network, with references resolved both ways."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
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


# The kind and id of a record.
Key = tuple[str, str]


class Backlinks(Mapping[Key, Sequence[Backlink]]):
    """The references to each record, in the order of `Records.all()`, looked for on first use. `naming` are the records that have them."""

    def __init__(self, records: "Records") -> None:
        """Start with nothing but which record names which."""
        self._records = records
        self._found: dict[Key, Sequence[Backlink]] = {}
        self.naming: dict[Key, list[Record]] = defaultdict(list)
        for record in records.all():
            for key in records.named_in(record):
                self.naming[key].append(record)

    def __getitem__(self, key: Key) -> Sequence[Backlink]:
        """The references to a record; none if nothing refers to it."""
        if key not in self._found:
            naming = ((one, mention) for one in self.naming.get(key, ()) for mention in self._records.mentions(one))
            self._found[key] = [Backlink(one, mention) for one, mention in naming if (mention.kind, mention.id) == key]
        return self._found[key]

    def __iter__(self) -> Iterator[Key]:
        """All that are referred to."""
        return iter(self.naming)

    def __len__(self) -> int:
        """How many are referred to."""
        return len(self.naming)


@dataclass
class Records:
    """Valid records by kind and id, and written pages by path, whether or not they may be shown."""

    network: Network
    records: dict[str, MutableMapping[str, Record]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    pages: dict[str, Page] = field(default_factory=dict)
    _mentions: dict[str, Sequence[Mention]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _named: dict[str, Sequence[Key]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def all_of(self, model: type[SomeRecord]) -> MutableMapping[str, SomeRecord]:
        """The valid records of one kind, by id."""
        found: MutableMapping[str, Any] = self.records[model.KIND]
        return found

    def all(self) -> Iterator[Record]:
        """Every valid record, by kind and then by id."""
        for of_kind in self.records.values():
            yield from of_kind.values()

    def get(self, kind: str, record_id: str) -> Record | None:
        """The valid record of this kind and id, if any."""
        return self.records[kind].get(record_id)

    def titles_by_id(self, kind: str) -> dict[str, str]:
        """The titles of the records of a kind, by id, in the order of `by_title`."""
        return {one.id: one.title for one in sorted(self.records[kind].values(), key=by_title)}

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of the records of each kind."""
        return {kind: frozenset(of_kind) for kind, of_kind in self.records.items()}

    @cached_property
    def aliases(self) -> Mapping[str, Mapping[str, str]]:
        """The current id for each former id, by kind."""
        return {
            kind: {alias: record.id for record in of_kind.values() for alias in record.aliases}
            for kind, of_kind in self.records.items()
        }

    def mentions(self, record: Record) -> Sequence[Mention]:
        """The references in a record, looked for on first use."""
        found = self._mentions.get(record.path)
        if found is None:
            found = self._mentions[record.path] = [*mentions(record)]
        return found

    def named_in(self, record: Record) -> Sequence[Key]:
        """The records that a record names, each once, looked for on first use."""
        found = self._named.get(record.path)
        if found is None:
            keys = ((mention.kind, mention.id) for mention in self.mentions(record))
            found = self._named[record.path] = [*dict.fromkeys(keys)]
        return found

    @cached_property
    def backlinks(self) -> Backlinks:
        """The references to each record, by its kind and id."""
        return Backlinks(self)

    def linking_to(self, record: Record, model: type[SomeRecord], *fields: str) -> list[SomeRecord]:
        """The records of one kind that refer to `record` in one of `fields` (in any field if none is given), once each."""
        by_id: dict[str, Any] = {}
        for backlink in self.backlinks[record.KIND, record.id]:
            if isinstance(backlink.record, model) and (not fields or backlink.mention.field in fields):
                by_id[backlink.record.id] = backlink.record
        return list(by_id.values())

    def gathered_by(self, record: Record) -> list[Record]:
        """The records that belong to `record`, such as a theme: those that refer to it in its `GATHERED_BY` fields."""
        backlinks = self.backlinks[record.KIND, record.id]
        belonging = (backlink.record for backlink in backlinks if backlink.mention.field in record.GATHERED_BY)
        return list({record.path: record for record in belonging}.values())
