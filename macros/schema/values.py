"""The values of a record's fields, selected by field description."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import BaseModel

from macros.schema.description import FieldDescription, described
from macros.schema.part import Unknown
from macros.source.diagnostic import Location

_IS_DATE = attrgetter("is_date")

Wanted = Callable[[FieldDescription], bool]


class FieldValue(NamedTuple):
    """A value with its field, location, group of fields and record. Records have many: a tuple is made in half the time."""

    field: FieldDescription
    location: Location
    value: Any
    group: Any
    record: Any

    @property
    def is_given(self) -> bool:
        """Whether it is neither blank nor the default."""
        return self.value is not None and self.value != self.field.default

    def beside(self, name: str) -> Any:
        """The value of another field in the same group, or else in the record."""
        return getattr(self.group if _has(self.group.__class__, name) else self.record, name, None)

    def entries(self) -> Iterator[tuple[Location, Any]]:
        """The value with its location, or each entry of a list with its own."""
        if not self.field.is_list:
            yield self.location, self.value
        elif isinstance(self.value, list):
            yield from (((*self.location, index), entry) for index, entry in enumerate(self.value))


def values(record: Any, wanted: Wanted, model: type[BaseModel] | None = None) -> Sequence[FieldValue]:
    """The values of the `wanted` fields of a record and its groups.

    For values that may not be a valid record, give their `model`. Anything that should be a group but is not is ignored, and so is
    what is not known.
    """
    found: list[FieldValue] = []
    _add_values(found, model or type(record), record, wanted, (), record)
    return found


def _add_values(
    found: list[FieldValue], model: type[BaseModel], group: Any, wanted: Wanted, outer: Location, record: Any
) -> None:
    is_read = isinstance(group, BaseModel)
    for one, is_wanted, leads_on in _plan(model, wanted):
        try:
            value = getattr(group, one.name) if is_read else group.get(one.name)
        except Unknown:
            continue
        if not (is_wanted or value):
            continue
        field_value = FieldValue(one, (*outer, one.name), value, group, record)
        if is_wanted:
            found.append(field_value)
        for location, inner in field_value.entries() if leads_on else ():
            if isinstance(inner, BaseModel | dict):
                _add_values(found, one.leaf, inner, wanted, location, record)


@cache
def _plan(model: type[BaseModel], wanted: Wanted) -> tuple[tuple[FieldDescription, bool, bool], ...]:
    """The fields of a model that are wanted or contain wanted fields, each with both flags."""
    found = ((one, wanted(one), bool(one.parts and _plan(one.leaf, wanted))) for one in described(model).values())
    return tuple(plan for plan in found if any(plan[1:]))


@cache
def _has(model: type[BaseModel], name: str) -> bool:
    """Whether groups of fields have a field or property of this name. To ask each of them takes several times as long."""
    return name in model.model_fields or hasattr(model, name)


def dates(record: BaseModel | None) -> Iterator[FieldValue]:
    """The dates and months given in a record and its groups; empty if `record` is None."""
    if record is not None:
        yield from (one for one in values(record, _IS_DATE) if one.value is not None)
