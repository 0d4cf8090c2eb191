"""What the models say of themselves: where each field leads, and which fields refer to other records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.schema.network import Network
from macros.schema.types import Reference, Word
from macros.source.diagnostic import Location


@dataclass(frozen=True)
class Shape:
    """What a field holds once lists and "or nothing" are taken away: a type, its marks, and whether it is a list."""

    leaf: Any
    marks: tuple[Any, ...]
    is_list: bool

    @property
    def kind(self) -> str | None:
        """The kind of record that the field refers to; None if it is no reference."""
        return next((mark.kind for mark in self.marks if isinstance(mark, Reference)), None)

    @property
    def vocabulary(self) -> str | None:
        """The network's list of words that the field is limited to; None if it is not."""
        return next((mark.vocabulary for mark in self.marks if isinstance(mark, Word)), None)


def shape(field: FieldInfo) -> Shape:
    """The shape of a model's field."""
    return _shape(field.annotation, tuple(field.metadata), False)


def _shape(annotation: Any, marks: tuple[Any, ...], is_list: bool) -> Shape:
    bare, marks = peeled(annotation, marks)
    if get_origin(bare) is list:
        return _shape(get_args(bare)[0], marks, True)
    return Shape(bare, marks, is_list)


def peeled(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without "or nothing" and without the marks on it, and these after the `marks` that it had already."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *found = get_args(annotation)
        return peeled(inner, (*marks, *found))
    if origin in (Union, UnionType):
        return peeled(next(option for option in get_args(annotation) if option is not NoneType), marks)
    return annotation, marks


def field_at(model: type[BaseModel], location: Location) -> FieldInfo | None:
    """The field that `location` leads to from `model`; positions in lists are passed over. None if there is none."""
    field = None
    for name in (step for step in location if isinstance(step, str)):
        part = model if field is None else shape(field).leaf
        field = part.model_fields.get(name) if is_part(part) else None
        if field is None:
            return None
    return field


def part_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    """The model whose fields stand at `location`: `model` itself at the top, a nested one further in."""
    field = field_at(model, location)
    leaf = model if field is None else shape(field).leaf
    return leaf if is_part(leaf) else model


def is_part(leaf: Any) -> bool:
    """Whether a field's leaf is a group of fields of its own."""
    return isinstance(leaf, type) and issubclass(leaf, BaseModel)


def choices(field: FieldInfo) -> list[str]:
    """The closed list of choices that a field allows; empty if it is not a choice."""
    leaf = shape(field).leaf
    return [member.value for member in leaf] if isinstance(leaf, type) and issubclass(leaf, Enum) else []


def choices_of(field: FieldInfo, network: Network) -> list[str]:
    """The words that a field takes: a closed list, the network's own words, or none if anything goes."""
    vocabulary = shape(field).vocabulary
    return list(network.words(vocabulary)) if vocabulary else choices(field)


def is_asked(field: FieldInfo) -> bool:
    """Whether a new record has a blank for the field: it is required, or most records of the kind need it."""
    return field.is_required() or _is_marked(field, "asked")


def is_for_later(field: FieldInfo) -> bool:
    """Whether a new record has no use for the field, or has one only in a special case."""
    return _is_marked(field, "later")


def _is_marked(field: FieldInfo, mark: str) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get(mark))


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


def mentions(record: BaseModel) -> list[Mention]:
    """Every reference that `record` makes, in the order of the model's fields."""
    return list(_mentions(record, ()))


def _mentions(part: BaseModel, location: Location) -> Iterator[Mention]:
    for name, kind, is_list in _reference_plan(type(part)):
        value = getattr(part, name)
        if not value:
            continue
        entries: Sequence[tuple[Location, Any]] = (
            [((*location, name, index), item) for index, item in enumerate(value)]
            if is_list
            else [((*location, name), value)]
        )
        for where, item in entries:
            if kind is None:
                yield from _mentions(item, where)
            else:
                yield Mention(where, kind, item)


def written_mentions(model: type[BaseModel], values: Mapping[str, Any]) -> list[Mention]:
    """Every reference in `values` that are not those of a valid record: whatever is not where it should be is passed over."""
    return list(_written_mentions(model, values, ()))


def _written_mentions(model: type[BaseModel], values: Mapping[str, Any], location: Location) -> Iterator[Mention]:
    for name, kind, is_list in _reference_plan(model):
        value, where = values.get(name), (*location, name)
        if isinstance(value, list) is not is_list:
            continue
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            at = (*where, index) if is_list else where
            if kind is None and isinstance(item, dict):
                yield from _written_mentions(shape(model.model_fields[name]).leaf, item, at)
            elif kind is not None and isinstance(item, str):
                yield Mention(at, kind, item)


@cache
def _reference_plan(model: type[BaseModel]) -> tuple[tuple[str, str | None, bool], ...]:
    """The fields of `model` that are references (with the kind they name) or groups that hold some (with None)."""
    plan: list[tuple[str, str | None, bool]] = []
    for name, field in model.model_fields.items():
        found = shape(field)
        if found.kind or (is_part(found.leaf) and _reference_plan(found.leaf)):
            plan.append((name, found.kind, found.is_list))
    return tuple(plan)
