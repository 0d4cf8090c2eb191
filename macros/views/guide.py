"""What contributors read of the models and the rules: every field, every rule, every word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.records.fields import Choice
from macros.records.models import KINDS
from macros.records.network import Network
from macros.records.schema import is_part, shape
from macros.views.parts import KIND_LABELS


@dataclass(frozen=True)
class FieldLine:
    """One field as contributors read of it. `parts` are the fields of a group."""

    name: str
    is_required: bool
    description: str
    limits: str
    choices: Sequence[tuple[str, str]]
    example: str
    parts: Sequence[FieldLine]


@dataclass(frozen=True)
class KindGuide:
    """One kind of record and its fields."""

    kind: str
    label: str
    about: str
    folder: str
    fields: Sequence[FieldLine]


def field_guide(network: Network) -> list[KindGuide]:
    """Every kind with every field."""
    return [
        KindGuide(kind, KIND_LABELS[kind][0], model.__doc__ or "", model.FOLDER, list(_lines(model, network)))
        for kind, model in KINDS.items()
    ]


def _lines(model: type[BaseModel], network: Network) -> Iterator[FieldLine]:
    for name, field in model.model_fields.items():
        found = shape(field)
        yield FieldLine(
            name=name,
            is_required=field.is_required(),
            description=field.description or "",
            limits=_limits(field),
            choices=_choices(field, network),
            example="" if is_part(found.leaf) else _example(_example_of(field, network)),
            parts=list(_lines(found.leaf, network)) if is_part(found.leaf) else [],
        )


def _choices(field: FieldInfo, network: Network) -> list[tuple[str, str]]:
    found = shape(field)
    if isinstance(found.leaf, type) and issubclass(found.leaf, Choice):
        return [(choice.value, choice.description) for choice in found.leaf]
    return list(_vocabulary(field, network).items())


def _vocabulary(field: FieldInfo, network: Network) -> Mapping[str, str]:
    """The network's own words that a field takes; none if it takes any."""
    vocabulary = shape(field).vocabulary
    return network.words(vocabulary) if vocabulary else {}


def _example_of(field: FieldInfo, network: Network) -> Any:
    """What may be written in a field: one of the network's own words where it takes no other."""
    own_words = _vocabulary(field, network)
    return next(iter(own_words), field.examples[0] if field.examples else None)


def _limits(field: FieldInfo) -> str:
    found = shape(field)
    parts = []
    if found.is_list:
        parts.append("A list.")
    if found.kind:
        parts.append("Names of files.")
    low, high = _bound(found.marks, "min_length", "ge"), _bound(found.marks, "max_length", "le")
    if low is not None or high is not None:
        is_number = any(getattr(mark, "ge", None) is not None for mark in found.marks)
        unit = "" if is_number else " entries" if found.is_list else " characters"
        parts.append(f"{_range(low, high)}{unit}.")
    return " ".join(parts)


def _bound(marks: Sequence[Any], *names: str) -> int | None:
    """The first bound of one of these names that a field's marks give."""
    found = (getattr(mark, name, None) for mark in marks for name in names)
    return next((bound for bound in found if bound is not None), None)


def _range(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"At most {high}" if low is None else f"At least {low}"
    return f"{low} to {high}"


def _example(value: Any) -> str:
    if isinstance(value, list):
        # A list in a list is written as a record writes it: [proper-breaks], [supervision, belonging].
        return ", ".join(f"[{_example(one)}]" if isinstance(one, list) else str(one) for one in value)
    return "" if value is None else str(value)
