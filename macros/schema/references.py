"""The references from a record to others."""

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
        """The record's own field that contains the reference."""
        return str(self.location[0])


def _is_reference(one: FieldDescription) -> bool:
    return one.kind is not None


def mentions(record: BaseModel) -> list[Mention]:
    """Every reference in `record`, in the order of the model's fields."""
    return list(_mentions(values(record, _is_reference)))


def written_mentions(model: type[BaseModel], written: Mapping[str, Any]) -> list[Mention]:
    """Every reference in values that may not be a valid record, ignoring those of the wrong type."""
    return list(_mentions(values(written, _is_reference, model)))


def _mentions(field_values: Iterable[FieldValue]) -> Iterator[Mention]:
    for field_value in field_values:
        for location, name in field_value.entries():
            # An empty entry of a list names no record; an empty field refers to none.
            is_entry = isinstance(location[-1], int)
            if isinstance(name, str) and (name or is_entry):
                yield Mention(location, field_value.field.kind or "", name)
