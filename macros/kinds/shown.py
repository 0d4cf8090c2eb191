"""What a kind may ask of the records that are shown, to say something of one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from macros.schema.network import Network

if TYPE_CHECKING:
    from macros.kinds.record import Record

SomeRecord = TypeVar("SomeRecord", bound="Record")


class Shown(Protocol):
    """The records of a network, or those of them that may be shown."""

    @property
    def network(self) -> Network:
        """The network's own words and settings."""

    def all_of(self, model: type[SomeRecord]) -> dict[str, SomeRecord]:
        """The records of one kind, by id."""

    def get(self, kind: str, record_id: str) -> Record | None:
        """The record of this kind and id."""

    def titles_by_id(self, kind: str) -> dict[str, str]:
        """What the records of a kind are called, by their ids and in the order in which readers look for them."""

    def gathered_by(self, record: Record) -> Sequence[Record]:
        """The records that belong to one that gathers others."""


@dataclass(frozen=True)
class ListGroup:
    """The records under one heading of the list of a kind. `is_own` says that the heading is a word of the network's."""

    title: str
    records: Sequence[Record]
    note: str = ""
    is_own: bool = False


def titles(shown: Shown, kind: str, ids: Iterable[str]) -> list[str]:
    """The titles of records of a kind by their ids; those that are not shown are left out."""
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
    """A group for each of `labels`, with the records of which `of` gives its key. `notes` stand under some of the labels."""
    return [
        ListGroup(label, [one for one in records if of(one) == key], (notes or {}).get(label, ""), is_own)
        for key, label in labels.items()
    ]
