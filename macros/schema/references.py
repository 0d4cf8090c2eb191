"""The references from a record to others."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import BaseModel

from macros.schema.values import values
from macros.source.diagnostic import Location

_KIND = attrgetter("kind")


class Mention(NamedTuple):
    """One reference in a record: the id written at `location`, and the kind of record it should name."""

    location: Location
    kind: str
    id: str

    @property
    def field(self) -> str:
        """The record's own field that contains the reference."""
        return str(self.location[0])


def mentions(record: Any, model: type[BaseModel] | None = None) -> Iterator[Mention]:
    """Every reference in `record`, in the order of the model's fields.

    For values that may not be a valid record, give their `model`: values of the wrong type are ignored.
    """
    for field_value in values(record, _KIND, model):
        for location, name in field_value.entries():
            # An empty entry of a list names no record; an empty field refers to none.
            is_entry = isinstance(location[-1], int)
            if isinstance(name, str) and (name or is_entry):
                yield Mention(location, field_value.field.kind or "", name)
