"""The contributors' guide to each kind of record: every field, and an example to copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from macros.kinds import KINDS, Record
from macros.library.example_values import example, example_text, names_of
from macros.library.public import PublicLibrary
from macros.schema.description import FieldDescription, Option, described, label
from macros.schema.field import Demand
from macros.schema.types import (
    Day,
    DayMonthOrYear,
    DayOrMonth,
    Doi,
    Identifier,
    MailAddress,
    SafeAddress,
    TimeOfDay,
    WebAddress,
)
from macros.source.writer import field_lines

# How to write a value for each type with its own check. The first annotation of a type identifies it.
_WRITTEN = {
    get_args(kind)[1]: text
    for kind, text in {
        Day: "A day, the year first: 2018-08-06.",
        DayOrMonth: "A day or a month, the year first: 2018-08-06 or 2018-08.",
        DayMonthOrYear: "A day, a month or a year, the year first: 2018-08-06, 2018-08 or 2018.",
        TimeOfDay: "A time of day: 14:30.",
        WebAddress: "A web address that starts with https://.",
        SafeAddress: "A web address that starts with https://, not http://.",
        MailAddress: "An e-mail address.",
        Doi: "A DOI: it starts with 10.",
        Identifier: "Lower-case letters, numbers and single hyphens.",
    }.items()
}
_TYPES = {int: "A whole number", bool: "Either true or false"}


@dataclass(frozen=True)
class FieldLine:
    """One field in the guide. `anchor` is its place on the page, and `parts` are the fields of a group.

    If the field refers to records, `named` is one that it may name; empty if there is none yet.
    """

    field: FieldDescription
    label: str
    anchor: str
    limits: str
    named: str
    choices: Sequence[Option]
    example: str
    parts: Sequence[FieldLine]


@dataclass(frozen=True)
class KindGuide:
    """The guide to a kind: a full example, and its fields under headings that say who needs them. Some may have none.

    `columns` are those of the table beside each record; empty if there is none.
    """

    model: type[Record]
    example: str
    groups: Mapping[str, Sequence[FieldLine]]
    columns: Sequence[FieldLine]


def kind_guide(kind: str, public: PublicLibrary) -> KindGuide:
    """The guide to a kind of record."""
    model = KINDS[kind]
    name = model.NAME.label.lower()
    lines = list(_lines(described(model), public, ""))
    titles = {
        Demand.REQUIRED: f"What every {name} record has",
        Demand.ASKED: f"What most {name} records have",
        Demand.OPTIONAL: "What else it can have",
        Demand.LATER: "For later, and for special cases",
    }
    groups = {title: [line for line in lines if line.field.ask is ask] for ask, title in titles.items()}
    columns = list(_lines(described(model.ROW), public, "column-")) if model.ROW is not None else []
    return KindGuide(model, example_text(model, public).rstrip("\n"), groups, columns)


def _lines(fields: Mapping[str, FieldDescription], public: PublicLibrary, outer: str) -> Iterator[FieldLine]:
    for name, one in fields.items():
        anchor = f"{outer}{name}"
        yield FieldLine(
            field=one,
            label=label(name),
            anchor=anchor,
            limits=" ".join(_limits(one)),
            named=next(iter(names_of(one.kind, public)), ""),
            choices=one.options(public.network),
            example="\n".join(field_lines(fields, {name: example(one, public)})),
            parts=list(_lines(one.parts, public, f"{anchor}-")),
        )


def _limits(one: FieldDescription) -> Iterator[str]:
    """What a field accepts, in sentences."""
    if one.is_list:
        yield f"A list of {_range(*one.entries)}." if one.entries != (None, None) else "A list."
    yield from (_WRITTEN[mark] for mark in one.marks if mark in _WRITTEN)
    if one.characters:
        yield f"{_range(*one.limits)} characters{' each' if one.is_list else ''}."
    if type_name := _TYPES.get(one.leaf):
        yield f"{type_name}, {_range(*one.limits)}." if one.limits != (None, None) else f"{type_name}."


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return f"exactly {high}"
    if low is None or high is None:
        return f"at most {high}" if low is None else f"at least {low}"
    return f"{low} to {high}"
