"""Descriptions of the fields of a model, all taken from their declarations."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.schema.field import Declared, Demand, When
from macros.schema.network import Network
from macros.schema.types import Choice, Day, DayMonthOrYear, DayOrMonth, Reference, Text, Word, Written
from macros.schema.written_numbers import written_number
from macros.source.diagnostic import Location
from macros.source.writer import FieldStyle

Range = tuple[int | None, int | None]

_DATES = {get_args(kind)[1] for kind in (Day, DayOrMonth, DayMonthOrYear)}
_ABBREVIATIONS = {"doi": "DOI", "hse": "HSE", "id": "ID", "url": "web address", "yaml": "YAML"}


def label(name: str) -> str:
    """A field name in words: "hse_areas" becomes "HSE areas", "diamond9" becomes "Diamond 9"."""
    words = re.sub(r"(?<=[a-z])(?=[0-9])", "_", name).split("_")
    text = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    return text[0].upper() + text[1:]


def named_limits(limits: Range, least: str, most: str) -> dict[str, int]:
    """The limits that are set, under the names that another format uses."""
    return {name: limit for name, limit in zip((least, most), limits, strict=True) if limit is not None}


@dataclass(frozen=True)
class Option:
    """A value that a field may have, with its label, what it means, and other words that people write for it."""

    value: str
    label: str
    description: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class FieldDescription(Declared, FieldStyle):
    """A field: its declaration, and what its type adds.

    `leaf` is its type inside `depth` lists, with `marks` as its annotations. `entries` is the minimum and maximum length of
    the outermost list. `parts` are the fields of a group.
    """

    name: str
    description: str
    examples: tuple[Any, ...]
    default: Any
    leaf: Any
    marks: tuple[Any, ...]
    depth: int
    entries: Range
    parts: Mapping[str, FieldDescription]

    @property
    def example(self) -> Any:
        """Its first example, if any."""
        return self.examples[0] if self.examples else None

    @property
    def is_required(self) -> bool:
        """Whether a record without it is invalid."""
        return self.ask is Demand.REQUIRED

    @property
    def is_asked(self) -> bool:
        """Whether a new record starts with a blank for it."""
        return self.ask in (Demand.REQUIRED, Demand.ASKED)

    @property
    def is_proposed(self) -> bool:
        """Whether the forms ask for it."""
        return self.is_asked or self.proposed

    def is_needed(self, others: Container[str]) -> bool:
        """Whether every record needs it, whatever the stage, unless its alternative is among `others`."""
        need = self.needed
        return self.is_required or (need is not None and need.when is None and need.unless not in others)

    @cached_property
    def needed_at(self) -> tuple[str, ...]:
        """The stages that need it; empty if it does not depend on the stage."""
        return _stages(self.needed.when if self.needed else None)

    @cached_property
    def only_at(self) -> tuple[str, ...]:
        """The stages that allow it; empty if it does not depend on the stage."""
        return _stages(self.only.when if self.only else None)

    @cached_property
    def to_come_at(self) -> bool | tuple[str, ...]:
        """The stages at which its date may be in the future, or whether it may at any stage."""
        return _stages(self.to_come) if isinstance(self.to_come, When) else self.to_come

    def is_to_come(self, group: BaseModel) -> bool:
        """Whether its date may be in the future in this group of fields."""
        return self.to_come.holds(group) if isinstance(self.to_come, When) else self.to_come

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return self.depth > 0

    @cached_property
    def is_date(self) -> bool:
        """Whether it holds a day, a month or a year."""
        return not self.is_list and any(mark in _DATES for mark in self.marks)

    @cached_property
    def is_year_enough(self) -> bool:
        """Whether it holds a date that may be a year alone."""
        return get_args(DayMonthOrYear)[1] in self.marks

    @cached_property
    def choices(self) -> list[Option]:
        """Its fixed choices; empty if it has none."""
        if not (isinstance(self.leaf, type) and issubclass(self.leaf, Choice)):
            return []
        return [Option(one.value, one.label, one.description, one.also) for one in self.leaf]

    def options(self, network: Network) -> list[Option]:
        """The values it allows: fixed choices or the network's own words; empty if any value is allowed."""
        words = network.words(self.vocabulary) if self.vocabulary else {}
        return [Option(word, text) for word, text in words.items()] or self.choices

    @cached_property
    def kind(self) -> str | None:
        """The kind of record it refers to; None if it is not a reference."""
        return next((mark.kind for mark in self.marks if isinstance(mark, Reference)), None)

    @cached_property
    def vocabulary(self) -> str | None:
        """The name of the network vocabulary it is limited to, if any."""
        return next((mark.vocabulary for mark in self.marks if isinstance(mark, Word)), None)

    @cached_property
    def written(self) -> Written | None:
        """Its text format, if it has one."""
        return next((mark for mark in self.marks if isinstance(mark, Written)), None)

    def meant(self, text: str) -> str | None:
        """What a text surely means if it is not written in the format of the field; None if that is not certain."""
        if self.leaf is int:
            return written_number(text, self.description)
        found = self.written.meant(text) if self.written else None
        return found if found and self.written and re.fullmatch(self.written.pattern, found) else None

    @cached_property
    def characters(self) -> Text | None:
        """Its length limits if it is plain text, otherwise None."""
        return next((mark for mark in self.marks if isinstance(mark, Text)), None)

    @cached_property
    def limits(self) -> Range:
        """Its minimum and maximum: the number of characters if it is plain text, otherwise the value."""
        if self.characters:
            return self.characters.min_length, self.characters.max_length
        return _bound(self.marks, "ge"), _bound(self.marks, "le")


def _stages(when: When | None) -> tuple[str, ...]:
    return tuple(map(str, when.values)) if when is not None and when.name == "stage" else ()


def _bound(marks: tuple[Any, ...], name: str) -> int | None:
    return next((found for mark in marks if (found := getattr(mark, name, None)) is not None), None)


@cache
def described(model: type[BaseModel]) -> Mapping[str, FieldDescription]:
    """The fields of a model by name, in model order."""
    return {name: _description(name, info) for name, info in model.model_fields.items()}


def _description(name: str, info: FieldInfo) -> FieldDescription:
    declared = next((mark for mark in info.metadata if isinstance(mark, Declared)), Declared())
    own = tuple(mark for mark in info.metadata if mark is not declared)
    leaf, marks = _peeled(info.annotation, own)
    depth = 0
    entries: Range = (None, None)
    while get_origin(leaf) is list:
        entries = entries if depth else (_bound(marks, "min_length"), _bound(marks, "max_length"))
        (leaf, marks), depth = _peeled(get_args(leaf)[0], ()), depth + 1
    parts = described(leaf) if isinstance(leaf, type) and issubclass(leaf, BaseModel) else {}
    metadata = {**vars(declared), "hint": declared.hint or info.description or ""}
    if info.is_required():
        metadata["ask"] = Demand.REQUIRED
    return FieldDescription(
        **metadata,
        name=name,
        description=info.description or "",
        examples=tuple(info.examples or _group_examples(parts, depth)),
        default=info.default,
        leaf=leaf,
        marks=marks,
        depth=depth,
        entries=entries,
        parts=parts,
        is_text=isinstance(leaf, type) and issubclass(leaf, str),
        unsaid=str(info.default).lower() if isinstance(info.default, bool | int) else "",
    )


def _group_examples(parts: Mapping[str, FieldDescription], depth: int) -> list[Any]:
    """An example of a group, or of a list of groups: the fields that a new record has a blank for."""
    example: Any = {name: one.example for name, one in parts.items() if one.is_asked}
    for _ in range(depth if example else 0):
        example = [example]
    return [example] if example else []


def _peeled(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without `| None` and annotations, and `marks` followed by those annotations."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *annotations = get_args(annotation)
        return _peeled(inner, (*marks, *annotations))
    if origin in (Union, UnionType):
        return _peeled(next(option for option in get_args(annotation) if option is not NoneType), marks)
    return annotation, marks


def field_at(model: type[BaseModel], location: Location) -> FieldDescription | None:
    """The field of `model` at `location`, ignoring positions in lists. None if there is none."""
    found, fields = None, described(model)
    for name in (step for step in location if isinstance(step, str)):
        if (found := fields.get(name)) is None:
            return None
        fields = found.parts
    return found


def fields_beside(model: type[BaseModel], location: Location) -> Mapping[str, FieldDescription]:
    """The fields of the group at `location`, or of `model` itself at the top level."""
    found = field_at(model, location)
    return found.parts if found is not None and found.parts else described(model)


def fields_of(
    model: type[BaseModel], outer: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldDescription]]:
    """Every field of a model and of its groups, each with its path of names."""
    for name, one in described(model).items():
        yield (*outer, name), one
        if one.parts:
            yield from fields_of(one.leaf, (*outer, name))
