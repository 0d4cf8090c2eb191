"""The interface through which a kind sees the records shown beside its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from macros.schema.network import Network

if TYPE_CHECKING:
    from macros.kinds.record import Record

SomeRecord = TypeVar("SomeRecord", bound="Record")


class Shown(Protocol):
    """The records of a network, or only those that may be shown."""

    @property
    def network(self) -> Network:
        """The network's settings and vocabularies."""

    def all_of(self, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """The records of one kind, by id."""

    def get(self, kind: str, record_id: str) -> Record | None:
        """The record of this kind and id, if any."""

    def titles_by_id(self, kind: str) -> dict[str, str]:
        """The titles of the records of a kind, by id, in the order of `by_title`."""

    def gathered_by(self, record: Record) -> Sequence[Record]:
        """The records that belong to `record`."""


@dataclass(frozen=True)
class ListGroup:
    """The records under one heading in the list of a kind. `is_own` means that the heading is the network's own word.

    `gap` is what the list says in place of the heading if there are no records.
    """

    title: str
    records: Sequence[Record]
    note: str = ""
    is_own: bool = False
    gap: str = ""


def titles(shown: Shown, kind: str, ids: Iterable[str]) -> list[str]:
    """The titles of the records with these ids, leaving out any that are not shown."""
    found = (shown.get(kind, one) for one in ids)
    return [record.title for record in found if record is not None]


def in_groups(
    records: Sequence[SomeRecord],
    labels: Mapping[Any, str],
    of: Callable[[SomeRecord], Any],
    notes: Mapping[str, str] | None = None,
    *,
    is_own: bool = False,
) -> list[ListGroup]:
    """A group for each of `labels`, with the records for which `of` returns its key. `notes` go under their labels."""
    return [
        ListGroup(label, [one for one in records if of(one) == key], (notes or {}).get(label, ""), is_own)
        for key, label in labels.items()
    ]
