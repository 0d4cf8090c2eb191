"""The fields of a record as the editor in the browser asks for them: a widget for each field of the models."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticCustomError

from macros.kinds import FOLDERS, Record
from macros.schema.json_schema import Schema, label, record_schema
from macros.schema.network import Network
from macros.schema.shape import field_at, shape
from macros.source.diagnostic import Location

Widget = dict[str, Any]

# A text that may be longer than this gets several lines to be written in.
_ONE_LINE = 200
# How the limits of a text, a list and a number are called in a schema, and here.
_LIMITS_OF_TEXT = {"minLength": "minlength", "maxLength": "maxlength"}
_LIMITS_OF_LIST = {"minItems": "min", "maxItems": "max"}
_LIMITS_OF_NUMBER = {"minimum": "min", "maximum": "max"}
# How a date is to be written that may be a month, in the words of the rule `date-invalid`.
_DAY_OR_MONTH = "Write the year, the month and the day, such as 2018-08-06, or 2018-08 if only the month is known."
_COLLECTIONS = {kind: folder for folder, kind in FOLDERS.items()}
# What is typed is what is meant: a colon starts no picture.
_LINE: Widget = {"widget": "string", "use_emoji_autocomplete": False}
_TEXT: Widget = {"widget": "text", "use_emoji_autocomplete": False}
_LIST: Widget = {"widget": "list", "label_singular": "Entry"}


def record_widgets(model: type[Record], network: Network) -> list[Widget]:
    """A widget for each field of a kind of record, in their order, and one for the text below them."""
    widgets = _group(model, record_schema(model, network), ())
    # Whoever starts a record is about to publish it.
    return [
        *(widget | {"default": "{{now}}"} if widget["name"] == "added" else widget for widget in widgets),
        _body(model),
    ]


def _body(model: type[Record]) -> Widget:
    # A plain field, and none that knows Markdown: whoever changes a title must not find the text below it written anew.
    widget = {"name": "body", "label": "Text", **_TEXT}
    if not model.SECTIONS:
        return {**widget, "hint": "What the page says below the fields, as Markdown.", "required": False}
    asks = " ".join(f"{section.title}: {section.asks}" for section in model.SECTIONS)
    return {
        **widget,
        "hint": f"Write under each heading. {asks}",
        "default": "\n\n".join(f"## {section.title}\n" for section in model.SECTIONS),
    }


def _group(model: type[BaseModel], schema: Schema, location: Location) -> list[Widget]:
    return [
        {
            "name": name,
            "label": label(name),
            **_widget(model, field, (*location, name)),
            "hint": _hint(field),
            "required": name in schema["required"],
        }
        for name, field in schema["properties"].items()
    ]


def _hint(field: Schema) -> str:
    # The editor is not told what goes without saying, because it would write it into every record.
    default = field.get("default")
    unsaid = f" Left blank, it is {default}." if type(default) is int else ""
    example = next(iter(field.get("examples", ())), None)
    shown = f" Example: {example}" if isinstance(example, str) and example not in field["description"] else ""
    return f"{field['description']}{unsaid}{shown}"


def _widget(model: type[BaseModel], field: Schema, location: Location) -> Widget:
    """How to ask for the value at `location`, in which `field` says what may stand."""
    found = field_at(model, location)
    assert found is not None
    kind = shape(found).kind
    match field:
        case {"type": "array", "items": items} if kind or "oneOf" in items:
            return {**_widget(model, items, location), "multiple": True, **_limits(field, _LIMITS_OF_LIST)}
        case {"type": "array", "items": {"type": "object"} as items}:
            inner = _group(model, items, location)
            summary = f"{{{{fields.{inner[0]['name']}}}}}"
            return {**_LIST, "summary": summary, "fields": inner, **_limits(field, _LIMITS_OF_LIST)}
        case {"type": "array", "items": items}:
            entry = {"name": "entry", "label": "Entry", **_widget(model, items, location)}
            return {**_LIST, "field": entry, **_limits(field, _LIMITS_OF_LIST)}
        case {"type": "object"}:
            return {"widget": "object", "fields": _group(model, field, location)}
        case {"oneOf": choices}:
            return _select([(_choice(one), one["const"]) for one in choices])
        case {"type": "boolean"}:
            # A box to tick would write "false" into every record in which nobody ticked it.
            return _select([("True", True), ("False", False)])
        case {"type": "integer"}:
            return {"widget": "number", "value_type": "int", **_limits(field, _LIMITS_OF_NUMBER)}
        case {"format": "date"}:
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if kind:
        return {
            "widget": "relation",
            "collection": _COLLECTIONS[kind],
            "value_field": "{{slug}}",
            "display_fields": ["title"],
        }
    if "pattern" in field:
        return {**_LINE, "pattern": [field["pattern"], _what_it_takes(shape(found).marks)]}
    return {**(_TEXT if field["maxLength"] > _ONE_LINE else _LINE), **_limits(field, _LIMITS_OF_TEXT)}


def _choice(one: Schema) -> str:
    return f"{one['title']}: {one['description']}" if "description" in one else str(one["title"])


def _select(options: list[tuple[str, Any]]) -> Widget:
    return {"widget": "select", "options": [{"label": text, "value": value} for text, value in options]}


def _limits(field: Schema, names: dict[str, str]) -> Widget:
    return {called: field[name] for name, called in names.items() if name in field}


def _what_it_takes(marks: tuple[Any, ...]) -> str:
    """What to say of a text that has none of the forms which the field takes, as the field's own check says it."""
    check: Any = next(mark.func for mark in marks if isinstance(mark, BeforeValidator))
    try:
        check("")
    except PydanticCustomError as refused:
        expected = (refused.context or {})["expected"]
        return _DAY_OR_MONTH if refused.type == "date-invalid" else f"This needs {expected}."
    raise AssertionError("a field with a pattern takes anything")
