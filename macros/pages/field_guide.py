"""What contributors read of the models: every kind of record, every field, and an example to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.kinds import KINDS
from macros.library.examples import example, example_text, names_of
from macros.library.library import CONTENT, INDEX
from macros.library.public import PublicLibrary
from macros.pages.parts import Item
from macros.schema.json_schema import label
from macros.schema.shape import is_asked, is_for_later, is_part, shape
from macros.schema.types import (
    Choice,
    Day,
    DayOrMonth,
    Doi,
    Identifier,
    MailAddress,
    Text,
    TimeOfDay,
    WebAddress,
)
from macros.source.writer import field_lines

# How the fields that check a text by themselves are written. They are known by their own mark, the first of each type.
_WRITTEN = {
    get_args(kind)[1]: told
    for kind, told in {
        Day: "A day, the year first: 2018-08-06.",
        DayOrMonth: "A day or a month, the year first: 2018-08-06 or 2018-08.",
        TimeOfDay: "A time of day: 14:30.",
        WebAddress: "A web address that starts with https://.",
        MailAddress: "An e-mail address.",
        Doi: "A DOI: it starts with 10.",
        Identifier: "Lower-case letters, numbers and single hyphens.",
    }.items()
}
_TYPES = {int: "A whole number", bool: "Either true or false"}


@dataclass(frozen=True)
class FieldLine:
    """One field as contributors read of it. `parts` are the fields of a group, of which `has_several` may be given.

    `anchor` is where it stands on its page. `records` are those that it may name, and is None if it is no reference.
    `has_own_words` says that the choices are words of the network's.
    """

    name: str
    label: str
    anchor: str
    need: str
    description: str
    limits: str
    records: Item | None
    choices: Sequence[tuple[str, str]]
    example: str
    has_several: bool
    has_own_words: bool
    parts: Sequence[FieldLine]


@dataclass(frozen=True)
class FieldGroup:
    """Fields that are needed alike, under a heading."""

    title: str
    anchor: str
    fields: Sequence[FieldLine]


@dataclass(frozen=True)
class KindGuide:
    """One kind of record: what it is, where its files are, a whole example, and its fields."""

    kind: str
    about: str
    folder: str
    example: str
    groups: Sequence[FieldGroup]


def kind_guide(kind: str, public: PublicLibrary) -> KindGuide:
    """What there is to know of a kind of record."""
    model = KINDS[kind]
    name = model.NAME.label.lower()
    lines = {line.name: line for line in _lines(model, public, "")}
    titles = {
        f"What every {name} record says": lambda field: field.is_required(),
        f"What most {name} records say": is_asked,
        "What else it may say": lambda field: not is_for_later(field),
        "For later, and for special cases": is_for_later,
    }
    groups, left = [], dict(model.model_fields)
    for number, (title, belongs) in enumerate(titles.items(), 1):
        names = [name for name, field in left.items() if belongs(field)]
        left = {name: field for name, field in left.items() if name not in names}
        if names:
            groups.append(FieldGroup(title, f"kb-fields-{number}", [lines[name] for name in names]))
    whole = example_text(model, public).rstrip("\n")
    return KindGuide(kind, model.__doc__ or "", f"{CONTENT}/{model.FOLDER}/", whole, groups)


def _lines(model: type[BaseModel], public: PublicLibrary, outer: str) -> Iterator[FieldLine]:
    for name, field in model.model_fields.items():
        found, anchor = shape(field), f"{outer}{name}"
        yield FieldLine(
            name=name,
            label=label(name),
            anchor=anchor,
            need="Required" if field.is_required() else "Usually needed" if is_asked(field) else "",
            description=field.description or "",
            limits=" ".join(_limits(field)),
            records=_records(found.kind, public),
            choices=_choices(field, public),
            example="\n".join(field_lines(model, {name: example(field, public)})),
            has_several=found.is_list,
            has_own_words=found.vocabulary is not None,
            parts=list(_lines(found.leaf, public, f"{anchor}-")) if is_part(found.leaf) else [],
        )


def _choices(field: FieldInfo, public: PublicLibrary) -> list[tuple[str, str]]:
    found = shape(field)
    if isinstance(found.leaf, type) and issubclass(found.leaf, Choice):
        return [(choice.value, choice.description) for choice in found.leaf]
    return list(public.network.words(found.vocabulary).items()) if found.vocabulary else []


def _records(kind: str | None, public: PublicLibrary) -> Item | None:
    """Where the records are that a field names, and the name of one of them if there is any."""
    if kind is None:
        return None
    return Item(next(iter(names_of(kind, public)), ""), f"{KINDS[kind].FOLDER}/{INDEX}")


def _limits(field: FieldInfo) -> Iterator[str]:
    """What may stand in a field, in sentences."""
    found = shape(field)
    if found.is_list:
        least, most = _bound(field, MinLen), _bound(field, MaxLen)
        yield f"A list of {_range(least, most)}." if (least, most) != (None, None) else "A list."
    yield from (_WRITTEN[mark] for mark in found.marks if mark in _WRITTEN)
    for mark in found.marks:
        if isinstance(mark, Text):
            yield f"{_range(mark.min_length, mark.max_length)} characters{' each' if found.is_list else ''}."
    if told := _TYPES.get(found.leaf):
        low, high = (_limit(found.marks, name) for name in ("ge", "le"))
        yield f"{told}, {_range(low, high)}." if (low, high) != (None, None) else f"{told}."


def _bound(field: FieldInfo, mark: type[MinLen | MaxLen]) -> int | None:
    """The fewest or the most entries of a list."""
    name = "min_length" if mark is MinLen else "max_length"
    return next((getattr(one, name) for one in field.metadata if isinstance(one, mark)), None)


def _limit(marks: Sequence[Any], name: str) -> int | None:
    return next((getattr(mark, name) for mark in marks if getattr(mark, name, None) is not None), None)


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return f"exactly {high}"
    if low is None or high is None:
        return f"at most {high}" if low is None else f"at least {low}"
    return f"{low} to {high}"
