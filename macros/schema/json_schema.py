"""JSON Schema (2020-12) for the front matter of a record, generated from the models and the network.

It covers each field on its own. Rules check anything that depends on several fields or files.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from macros.schema.description import FieldDescription, described, label, named_limits
from macros.schema.network import Network
from macros.schema.types import ID_PATTERN

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Our own keyword, which other programs ignore: the folder in content/ of the records that may be referred to.
RECORDS = "x-records"

_TYPES = {str: "string", int: "integer", bool: "boolean"}


def record_schema(
    kind: str, model: type[BaseModel], network: Network, folders: Mapping[str, str] | None = None
) -> Schema:
    """The schema of records of a kind, with the network's own words and, for references, their `folders`."""
    return {
        "$schema": DIALECT,
        "title": label(kind),
        "description": model.__doc__ or "",
        **group_schema(described(model), network, folders),
    }


def group_schema(
    fields: Mapping[str, FieldDescription], network: Network | None, folders: Mapping[str, str] | None = None
) -> Schema:
    """The schema of a group of fields. Without a network, its vocabularies allow any word."""
    return {
        "type": "object",
        "properties": {name: _field(one, network, folders) for name, one in fields.items()},
        "required": [name for name, one in fields.items() if one.is_required],
        "additionalProperties": False,
    }


def _field(one: FieldDescription, network: Network | None, folders: Mapping[str, str] | None) -> Schema:
    value = leaf = _leaf(one, network, folders)
    for _ in range(one.depth):
        value = {"type": "array", "items": value}
    schema: Schema = {"title": label(one.name), "description": one.description, **value}
    schema |= named_limits(one.entries, "minItems", "maxItems")
    if not one.is_required and one.default is not None:
        schema["default"] = one.default
    # A group's fields have their own examples, and a choice lists its values.
    if one.examples and leaf["type"] != "object" and "oneOf" not in leaf:
        schema["examples"] = [_typed(one.leaf, written, one.depth) for written in one.examples]
    if folders and one.kind:
        (leaf if one.is_list else schema)[RECORDS] = folders[one.kind]
    return schema


def _leaf(one: FieldDescription, network: Network | None, folders: Mapping[str, str] | None) -> Schema:
    """The schema of a value, or of an entry if the field is a list."""
    if one.parts:
        return group_schema(one.parts, network, folders)
    if options := one.options(network) if network else one.choices:
        # The network's own words have only a label; our choices also have a description.
        choices = [{"const": one.value, "title": one.label, "description": one.description} for one in options]
        return {"type": "string", "oneOf": [{key: text for key, text in choice.items() if text} for choice in choices]}
    if one.vocabulary or one.kind:
        return {"type": "string", "pattern": ID_PATTERN}
    if one.written:
        named = {"format": one.written.format} if one.written.format else {}
        # Other readers of YAML take a year for a number.
        kind = ["string", "integer"] if one.is_year_enough else "string"
        return {"type": kind, **named, "pattern": one.written.pattern}
    names = ("minLength", "maxLength") if one.characters else ("minimum", "maximum")
    return {"type": _TYPES[one.leaf], **named_limits(one.limits, *names)}


def _typed(leaf: Any, written: Any, depth: int) -> Any:
    """An example converted to the type of the field, with only the first entry of a list."""
    if depth:
        return [_typed(leaf, written[0], depth - 1)]
    return int(written) if leaf is int else written == "true" if leaf is bool else written
