"""The contributors' guide to each kind of record: every field, and an example to copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from macros.kinds import KINDS
from macros.library.example_values import example, example_text, names_of
from macros.library.library import CONTENT, INDEX
from macros.library.public import PublicLibrary
from macros.pages.parts import Item
from macros.schema.description import FieldDescription, described, label
from macros.schema.field import Demand
from macros.schema.types import Day, DayMonthOrYear, DayOrMonth, Doi, Identifier, MailAddress, TimeOfDay, WebAddress
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
        MailAddress: "An e-mail address.",
        Doi: "A DOI: it starts with 10.",
        Identifier: "Lower-case letters, numbers and single hyphens.",
    }.items()
}
_NEEDS = {Demand.REQUIRED: "Required", Demand.ASKED: "Usually needed"}
_TYPES = {int: "A whole number", bool: "Either true or false"}


@dataclass(frozen=True)
class FieldLine:
    """One field in the guide. `parts` are the fields of a group. `has_several` says that the field is a list.

    `anchor` is its place on the page. `records` links to those it may name; it is None if the field is not a reference.
    `has_own_words` says that the choices come from the network.
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
    """Fields that are equally needed, under a heading."""

    title: str
    anchor: str
    fields: Sequence[FieldLine]


@dataclass(frozen=True)
class KindGuide:
    """The guide to a kind: what it is, where its files are, a full example, and its fields."""

    kind: str
    about: str
    folder: str
    example: str
    groups: Sequence[FieldGroup]


def kind_guide(kind: str, public: PublicLibrary) -> KindGuide:
    """The guide to a kind of record."""
    model = KINDS[kind]
    name = model.NAME.label.lower()
    fields = described(model)
    lines = {line.name: line for line in _lines(fields, public, "")}
    titles = {
        Demand.REQUIRED: f"What every {name} record says",
        Demand.ASKED: f"What most {name} records say",
        Demand.OPTIONAL: "What else it may say",
        Demand.LATER: "For later, and for special cases",
    }
    groups = []
    for number, (how_far, title) in enumerate(titles.items(), 1):
        if in_group := [lines[name] for name, one in fields.items() if one.ask is how_far]:
            groups.append(FieldGroup(title, f"kb-fields-{number}", in_group))
    full_example = example_text(model, public).rstrip("\n")
    return KindGuide(kind, model.__doc__ or "", f"{CONTENT}/{model.FOLDER}/", full_example, groups)


def _lines(fields: Mapping[str, FieldDescription], public: PublicLibrary, outer: str) -> Iterator[FieldLine]:
    for name, one in fields.items():
        anchor = f"{outer}{name}"
        yield FieldLine(
            name=name,
            label=label(name),
            anchor=anchor,
            need=_NEEDS.get(one.ask, ""),
            description=one.description,
            limits=" ".join(_limits(one)),
            records=_records(one.kind, public),
            choices=[(option.value, option.description or option.label) for option in one.options(public.network)],
            example="\n".join(field_lines(fields, {name: example(one, public)})),
            has_several=one.is_list,
            has_own_words=one.vocabulary is not None,
            parts=list(_lines(one.parts, public, f"{anchor}-")),
        )


def _records(kind: str | None, public: PublicLibrary) -> Item | None:
    """A link to the list of records that a field may name. Its text is the name of one, or empty if there is none."""
    if kind is None:
        return None
    return Item(next(iter(names_of(kind, public)), ""), f"{KINDS[kind].FOLDER}/{INDEX}")


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
