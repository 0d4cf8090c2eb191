"""The default page of a kind without a module here: every field of its own with its label."""

from typing import Any

from macros.kinds import Record
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, KindView, fact, facts, items_for
from macros.schema.description import FieldDescription, described, label
from macros.schema.types import Choice

# The fields shown by other parts of the page.
_IN_ITS_PLACE = {*Record.model_fields, "replaced_by"}


def fields_view(record: Record, public: PublicLibrary) -> KindView:
    """A fact for each filled-in field that not every kind has. Groups of fields are left out: they need a module here."""
    own = [one for name, one in described(type(record)).items() if name not in _IN_ITS_PLACE and not one.parts]
    own_facts = [
        fact(
            label(one.name),
            *_items(one, getattr(record, one.name), public),
            is_own=one.vocabulary is not None or one.leaf is str,
        )
        for one in own
    ]
    return KindView(facts(*own_facts, fact("Themes", *items_for(public, "theme", record.tags))))


def _items(one: FieldDescription, value: Any, public: PublicLibrary) -> list[Any]:
    values = value if one.is_list else [] if value is None else [value]
    if one.kind:
        return list(items_for(public, one.kind, values))
    words = public.network.words(one.vocabulary) if one.vocabulary else {}
    return [words.get(value) or _item(value) for value in values]


def _item(value: Any) -> Any:
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return Item(value, href=value) if isinstance(value, str) and value.startswith("https://") else value
