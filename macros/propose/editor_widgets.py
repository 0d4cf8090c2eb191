"""The editor's widgets for the fields of a record, derived from the models."""

from collections.abc import Mapping
from typing import Any

from macros.kinds import FOLDERS, Record
from macros.lint.messages import how_to_write_date
from macros.propose.editor_rules import editor_label
from macros.propose.specification import proposed_fields
from macros.schema.description import FieldDescription, described, named_limits
from macros.schema.network import Network

Widget = dict[str, Any]

# Longer text gets a multi-line widget.
_ONE_LINE = 200
_COLLECTIONS = {kind: folder for folder, kind in FOLDERS.items()}
# Keep text as typed: a colon must not start an emoji.
_LINE: Widget = {"widget": "string", "use_emoji_autocomplete": False}
_TEXT: Widget = {"widget": "text", "use_emoji_autocomplete": False}
_LIST: Widget = {"widget": "list", "label_singular": "Entry"}


def record_widgets(model: type[Record], network: Network) -> list[Widget]:
    """A widget for each field of a kind of record and one for its text, in the order in which people think of them.

    First comes what the forms ask for, then the text, then what else there is to say of such a record, then what keeps it in order.
    """
    widgets = {widget["name"]: widget for widget in _group(described(model), network)}
    # A new record is about to be published.
    widgets["added"]["default"] = "{{now}}"
    widgets["body"] = _body(model)
    of_all, own = described(Record), [name for name in described(model) if name not in described(Record)]
    asked = proposed_fields(model)
    first = ["title", "summary", *(name for name in ("tags", *own) if name in asked), "body", *own]
    return [widgets[name] for name in dict.fromkeys([*first, *of_all])]


def _body(model: type[Record]) -> Widget:
    # A plain text widget: a Markdown one would reformat the text when someone only changes the title.
    widget = {"name": "body", "label": "Text", **_TEXT}
    if not model.SECTIONS:
        return {**widget, "hint": "What the page says below the fields, as Markdown.", "required": False}
    asks = " ".join(f"{section.title}: {section.asks}" for section in model.SECTIONS)
    headings = "\n\n".join(f"## {section.title}\n" for section in model.SECTIONS)
    return {**widget, "hint": f"Write under each heading. {asks}", "default": headings}


def _group(fields: Mapping[str, FieldDescription], network: Network, group: Any = None) -> list[Widget]:
    return [
        {"name": name, "label": editor_label(field, group), **_widget(field, network), **_help(field, network)}
        for name, field in fields.items()
    ]


def _help(field: FieldDescription, network: Network) -> Widget:
    # Defaults are only mentioned in the hint, because the editor would write them into every record.
    unsaid = f" Left blank, it is {field.default}." if type(field.default) is int else ""
    is_text = isinstance(field.example, str) and field.leaf not in (int, bool) and not field.options(network)
    shown = f" Example: {field.example}" if is_text and not field.kind and field.example not in field.hint else ""
    return {"hint": f"{field.hint}{unsaid}{shown}", "required": field.is_required}


def _widget(field: FieldDescription, network: Network) -> Widget:
    widget = _leaf(field, network)
    if not field.is_list:
        return widget
    limits = named_limits(field.entries, "min", "max")
    if field.kind or field.options(network):
        return {**widget, "multiple": True, **limits}
    if field.parts:
        return {**_LIST, "summary": f"{{{{fields.{next(iter(field.parts))}}}}}", "fields": widget["fields"], **limits}
    for _ in range(field.depth):
        widget = {**_LIST, "field": {"name": "entry", "label": "Entry", **widget}}
    return {**widget, **limits}


def _leaf(field: FieldDescription, network: Network) -> Widget:
    """The widget for a single value, or for one entry of a list."""
    if field.parts:
        return {"widget": "object", "fields": _group(field.parts, network, field.leaf)}
    if options := field.options(network):
        return _select([(": ".join(filter(None, [one.label, one.description])), one.value) for one in options])
    if field.leaf is bool:
        # A checkbox would write "false" into every record where it is not ticked.
        return _select([("True", True), ("False", False)])
    if field.leaf is int:
        return {"widget": "number", "value_type": "int", **named_limits(field.limits, "min", "max")}
    if field.kind:
        by_title = {"value_field": "{{slug}}", "display_fields": ["title"]}
        return {"widget": "relation", "collection": _COLLECTIONS[field.kind], **by_title}
    if field.written and field.written.format == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if field.written:
        date = how_to_write_date("day, month or year" if field.is_year_enough else "day or month")
        takes = f"This needs {field.written.takes}." if field.written.takes else date
        return {**_LINE, "pattern": [field.written.pattern, takes]}
    is_long = (field.limits[1] or 0) > _ONE_LINE
    return {**(_TEXT if is_long else _LINE), **named_limits(field.limits, "minlength", "maxlength")}


def _select(options: list[tuple[str, Any]]) -> Widget:
    return {"widget": "select", "options": [{"label": text, "value": value} for text, value in options]}
