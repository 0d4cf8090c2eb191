"""Schemas of the front matter for editors, with what they may offer besides: the folder of a kind, and the records to name."""

import json
from collections.abc import Iterator

from macros.kinds import KINDS
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.schema.json_schema import record_schema

# A keyword of our own, which whoever does not know it passes over: the folder below content/ of the records themselves.
FOLDER = "x-folder"
_FOLDERS = {kind: model.FOLDER for kind, model in KINDS.items()}


def editor_schemas(public: PublicLibrary) -> Iterator[File]:
    """A schema for each kind of record, which the extension in .vscode/extensions/ completes fields with."""
    for kind, model in KINDS.items():
        schema = record_schema(kind, model, public.network, _FOLDERS)
        whole = {**schema, FOLDER: model.FOLDER}
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        yield File(f"schemas/{kind}.schema.json", text.encode())
