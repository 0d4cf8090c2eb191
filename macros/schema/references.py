"""Which other records a record refers to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.schema.description import FieldDescription
from macros.schema.values import FieldValue, values
from macros.source.diagnostic import Location


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference in a record: the id written at `location`, and the kind of record it should name."""

    location: Location
    kind: str
    id: str

    @property
    def field(self) -> str:
        """The name of the record's own field that the reference stands in."""
        return str(self.location[0])


def _is_reference(one: FieldDescription) -> bool:
    return one.kind is not None


def mentions(record: BaseModel) -> list[Mention]:
    """Every reference that `record` makes, in the order of the model's fields."""
    return list(_mentions(values(record, _is_reference)))


def written_mentions(model: type[BaseModel], written: Mapping[str, Any]) -> list[Mention]:
    """Every reference in what is no valid record: whatever is not where it should be is passed over."""
    return list(_mentions(values(written, _is_reference, model)))


def _mentions(found: Iterable[FieldValue]) -> Iterator[Mention]:
    for one in found:
        for location, name in one.entries():
            if name and isinstance(name, str):
                yield Mention(location, one.field.kind or "", name)
