"""What is known of each field of a model, said in one place: where it is declared."""

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
from macros.schema.types import Choice, Day, DayOrMonth, Reference, Text, Word, Written
from macros.source.diagnostic import Location
from macros.source.writer import FieldStyle

Range = tuple[int | None, int | None]

_DATES = {get_args(kind)[1] for kind in (Day, DayOrMonth)}
_ABBREVIATIONS = {"doi": "DOI", "hse": "HSE", "id": "ID", "url": "web address", "yaml": "YAML"}


def label(name: str) -> str:
    """A name as people write it: "hse_areas" is "HSE areas", "diamond9" is "Diamond 9"."""
    words = re.sub(r"(?<=[a-z])(?=[0-9])", "_", name).split("_")
    text = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    return text[0].upper() + text[1:]


def named_limits(limits: Range, least: str, most: str) -> dict[str, int]:
    """The limits that there are, by the names that another format has for them."""
    return {name: limit for name, limit in zip((least, most), limits, strict=True) if limit is not None}


@dataclass(frozen=True)
class Option:
    """One of the values that a field may have: as it is written, as people read it, and what it means."""

    value: str
    label: str
    description: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class FieldDescription(Declared, FieldStyle):
    """A field: what it says of itself, and what its type does.

    `leaf` is its type without lists, of which there are `depth` around it, and `marks` are those on it; `entries` are the fewest
    and the most of the outermost list. `parts` are the fields of a group.
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
        """The first of its examples; None if it has none."""
        return self.examples[0] if self.examples else None

    @property
    def is_required(self) -> bool:
        """Whether a record cannot be read without it."""
        return self.ask is Demand.REQUIRED

    @property
    def is_asked(self) -> bool:
        """Whether a new record has a blank for it: it is required, or most records of the kind need it."""
        return self.ask in (Demand.REQUIRED, Demand.ASKED)

    @property
    def is_proposed(self) -> bool:
        """Whether the forms ask for it."""
        return self.is_asked or self.proposed

    def is_needed(self, others: Container[str]) -> bool:
        """Whether nobody may leave it out, whatever the stage. What can take its place does, if it is among `others`."""
        need = self.needed
        return self.is_required or (need is not None and need.when is None and need.unless not in others)

    @cached_property
    def needed_at(self) -> tuple[str, ...]:
        """The stages at which it is needed, if it is not at all of them."""
        return _stages(self.needed.when if self.needed else None)

    @cached_property
    def only_at(self) -> tuple[str, ...]:
        """The stages at which it has a meaning, if it does not have one at all of them."""
        return _stages(self.only.when if self.only else None)

    @cached_property
    def to_come_at(self) -> bool | tuple[str, ...]:
        """The stages at which its date may be to come; or whether it may, whatever the stage."""
        return _stages(self.to_come) if isinstance(self.to_come, When) else self.to_come

    def is_to_come(self, group: BaseModel) -> bool:
        """Whether its date, in this group of fields, is one on which something is still to happen."""
        return self.to_come.holds(group) if isinstance(self.to_come, When) else self.to_come

    @property
    def is_list(self) -> bool:
        """Whether it may have several values."""
        return self.depth > 0

    @cached_property
    def is_date(self) -> bool:
        """Whether it holds a day or a month."""
        return not self.is_list and any(mark in _DATES for mark in self.marks)

    @cached_property
    def choices(self) -> list[Option]:
        """The closed list of choices that it allows; empty if it is not a choice."""
        if not (isinstance(self.leaf, type) and issubclass(self.leaf, Choice)):
            return []
        return [Option(one.value, one.label, one.description) for one in self.leaf]

    def options(self, network: Network) -> list[Option]:
        """The words that it takes: a closed list, the network's own, or none if anything goes."""
        words = network.words(self.vocabulary) if self.vocabulary else {}
        return [Option(word, text) for word, text in words.items()] or self.choices

    @cached_property
    def kind(self) -> str | None:
        """The kind of record that it refers to; None if it is no reference."""
        return next((mark.kind for mark in self.marks if isinstance(mark, Reference)), None)

    @cached_property
    def vocabulary(self) -> str | None:
        """The network's list of words that it is limited to; None if it is not."""
        return next((mark.vocabulary for mark in self.marks if isinstance(mark, Word)), None)

    @cached_property
    def written(self) -> Written | None:
        """How it is written, if it is text with a form of its own."""
        return next((mark for mark in self.marks if isinstance(mark, Written)), None)

    @cached_property
    def characters(self) -> Text | None:
        """How many characters of plain text it takes; None if it is none."""
        return next((mark for mark in self.marks if isinstance(mark, Text)), None)

    @cached_property
    def limits(self) -> Range:
        """The least and the most of its characters, or of a number."""
        if self.characters:
            return self.characters.min_length, self.characters.max_length
        return _bound(self.marks, "ge"), _bound(self.marks, "le")


def _stages(when: When | None) -> tuple[str, ...]:
    return tuple(map(str, when.values)) if when is not None and when.name == "stage" else ()


def _bound(marks: tuple[Any, ...], name: str) -> int | None:
    return next((found for mark in marks if (found := getattr(mark, name, None)) is not None), None)


@cache
def described(model: type[BaseModel]) -> Mapping[str, FieldDescription]:
    """The fields of a model by their names, in its order."""
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
    said = {**vars(declared), "hint": declared.hint or info.description or ""}
    if info.is_required():
        said["ask"] = Demand.REQUIRED
    return FieldDescription(
        **said,
        name=name,
        description=info.description or "",
        examples=tuple(info.examples or ()),
        default=info.default,
        leaf=leaf,
        marks=marks,
        depth=depth,
        entries=entries,
        parts=described(leaf) if isinstance(leaf, type) and issubclass(leaf, BaseModel) else {},
        is_text=isinstance(leaf, type) and issubclass(leaf, str),
        unsaid=str(info.default).lower() if isinstance(info.default, bool | int) else "",
    )


def _peeled(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without "or nothing" and without the marks on it, and these after the `marks` that it had already."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *found = get_args(annotation)
        return _peeled(inner, (*marks, *found))
    if origin in (Union, UnionType):
        return _peeled(next(option for option in get_args(annotation) if option is not NoneType), marks)
    return annotation, marks


def field_at(model: type[BaseModel], location: Location) -> FieldDescription | None:
    """The field that `location` leads to from `model`; positions in lists are passed over. None if there is none."""
    found, fields = None, described(model)
    for name in (step for step in location if isinstance(step, str)):
        if (found := fields.get(name)) is None:
            return None
        fields = found.parts
    return found


def fields_beside(model: type[BaseModel], location: Location) -> Mapping[str, FieldDescription]:
    """The fields of the group that `location` leads to; those of `model` itself at the top."""
    found = field_at(model, location)
    return found.parts if found is not None and found.parts else described(model)


def fields_of(
    model: type[BaseModel], outer: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldDescription]]:
    """Every field of a model, also those inside groups, each with the names that lead to it."""
    for name, one in described(model).items():
        yield (*outer, name), one
        if one.parts:
            yield from fields_of(one.leaf, (*outer, name))
