"""Schemas of the front matter for editors, with what they may offer besides: the folder of a kind, and the records to name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.kinds import KINDS
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.schema.json_schema import Schema, record_schema
from macros.schema.shape import is_part, shape

# Keywords of our own, which whoever does not know them passes over. Both name a folder below content/.
FOLDER, RECORDS = "x-folder", "x-records"


def editor_schemas(public: PublicLibrary) -> Iterator[File]:
    """A schema for each kind of record, which the extension in .vscode/extensions/ completes fields with."""
    for kind, model in KINDS.items():
        schema = record_schema(model, public.network)
        _add_records(schema, model)
        whole = {**schema, FOLDER: model.FOLDER}
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        yield File(f"schemas/{kind}.schema.json", text.encode())


def _add_records(schema: Schema, model: type[BaseModel]) -> None:
    """Say of each reference, also those inside of groups, where the records stand that it may name."""
    for name, field in model.model_fields.items():
        found, value = shape(field), _single(schema["properties"][name])
        if found.kind:
            value[RECORDS] = KINDS[found.kind].FOLDER
        elif is_part(found.leaf):
            _add_records(value, found.leaf)


def _single(schema: Schema) -> dict[str, Any]:
    """What one entry is like, if it is a list or a list of lists."""
    while schema.get("type") == "array":
        schema = schema["items"]
    return schema
