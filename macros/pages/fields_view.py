"""The page of a kind that has no module of its own here: every field that is only its own, as it is labelled."""

from __future__ import annotations

from typing import Any

from macros.kinds import Record
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, KindView, fact, facts, items_for
from macros.schema.json_schema import label
from macros.schema.shape import Shape, is_part, shape
from macros.schema.types import Choice


def fields_view(record: Record, public: PublicLibrary) -> KindView:
    """A fact for each field that not every record has and that says something; groups of fields need a page of their own."""
    own = {name: shape(field) for name, field in type(record).model_fields.items() if name not in _IN_ITS_PLACE}
    return KindView(
        facts(
            *(
                fact(
                    label(name),
                    *_items(found, getattr(record, name), public),
                    is_own=found.vocabulary is not None or found.leaf is str,
                )
                for name, found in own.items()
                if not is_part(found.leaf)
            ),
            fact("Themes", *items_for(public, "theme", record.tags)),
        )
    )


# What its head, its history and its themes show.
_IN_ITS_PLACE = {*Record.model_fields, "replaced_by"}


def _items(found: Shape, value: Any, public: PublicLibrary) -> list[Any]:
    values = value if found.is_list else [value]
    if found.kind:
        return items_for(public, found.kind, values)
    return [_item(found, one, public) for one in values]


def _item(found: Shape, value: Any, public: PublicLibrary) -> Any:
    if found.vocabulary and value is not None:
        return public.network.words(found.vocabulary)[value]
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, str) and value.startswith("https://"):
        return Item(value, href=value)
    return value
