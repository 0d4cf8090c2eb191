"""JSON Schema (2020-12) of the front matter of a record, as the models and the network describe it.

It says what a contributor may write in each field. What depends on more than one field or file is left to the rules.
"""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.kinds import Record
from macros.schema.network import Network
from macros.schema.shape import is_part, peeled
from macros.schema.types import ID_PATTERN, Choice, Reference, Word, Written

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TYPES = {str: "string", int: "integer", bool: "boolean"}
# How a limit of the models is called where it limits a text, a list or a number.
_OF_TEXT = {"min_length": "minLength", "max_length": "maxLength"}
_OF_LIST = {"min_length": "minItems", "max_length": "maxItems"}
_OF_NUMBER = {"ge": "minimum", "le": "maximum"}

_ABBREVIATIONS = {"doi": "DOI", "hse": "HSE", "id": "ID", "url": "web address", "yaml": "YAML"}


def label(name: str) -> str:
    """A name as people write it: "hse_areas" is "HSE areas", "diamond9" is "Diamond 9"."""
    words = re.sub(r"(?<=[a-z])(?=[0-9])", "_", name).split("_")
    text = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    return text[0].upper() + text[1:]


def record_schema(model: type[Record], network: Network) -> Schema:
    """What the front matter of a record of this kind may hold, with the network's own words."""
    return {
        "$schema": DIALECT,
        "title": label(model.KIND),
        "description": model.__doc__ or "",
        **group_schema(model, network),
    }


def group_schema(model: type[BaseModel], network: Network | None) -> Schema:
    """What a group of fields may hold. Without a network, any word may stand where it must be one of the network's own."""
    fields = model.model_fields
    return {
        "type": "object",
        "properties": {name: _field(name, field, network) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _field(name: str, field: FieldInfo, network: Network | None) -> Schema:
    value = _value(field.annotation, tuple(field.metadata), network)
    schema: Schema = {"title": label(name), "description": field.description or "", **value}
    if not field.is_required() and field.default is not None:
        schema["default"] = field.default
    examples = [_example(value, written) for written in field.examples or ()]
    if examples and None not in examples:
        schema["examples"] = examples
    return schema


def _value(annotation: Any, marks: tuple[Any, ...], network: Network | None) -> Schema:
    """What may stand in a field of this type, which has these marks."""
    annotation, marks = peeled(annotation, marks)
    if get_origin(annotation) is list:
        items = _value(get_args(annotation)[0], (), network)
        return {"type": "array", "items": items, **_limits(marks, _OF_LIST)}
    if is_part(annotation):
        return group_schema(annotation, network)
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        choices = [{"const": one.value, "title": one.label, "description": one.description} for one in annotation]
        return {"type": "string", "oneOf": choices}
    return _marked(marks, network) or {
        "type": _TYPES[annotation],
        **_limits(marks, _OF_TEXT),
        **_limits(marks, _OF_NUMBER),
    }


def _marked(marks: tuple[Any, ...], network: Network | None) -> Schema | None:
    """What may stand in a field whose marks say it all; None if its type matters too."""
    for mark in marks:
        if isinstance(mark, Word):
            if network is None:
                return {"type": "string", "pattern": ID_PATTERN}
            words = [{"const": word, "title": text} for word, text in network.words(mark.vocabulary).items()]
            return {"type": "string", "oneOf": words}
        if isinstance(mark, Reference):
            return {"type": "string", "pattern": ID_PATTERN}
        if isinstance(mark, Written):
            named = {"format": mark.format} if mark.format else {}
            return {"type": "string", **named, "pattern": mark.pattern}
    return None


def _limits(marks: tuple[Any, ...], names: dict[str, str]) -> Schema:
    found = ((called, getattr(mark, name, None)) for mark in marks for name, called in names.items())
    return {called: limit for called, limit in found if limit is not None}


def _example(schema: Schema, written: Any) -> Any:
    """An example with the type that `schema` asks for. None for a group, whose fields have their own, and for a choice."""
    match schema:
        case {"type": "object"} | {"oneOf": _}:
            return None
        case {"type": "array", "items": items}:
            first = _example(items, written[0])
            return None if first is None else [first]
        case {"type": "integer"}:
            return int(written)
        case {"type": "boolean"}:
            return written == "true"
    return written
