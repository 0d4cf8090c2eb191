"""JSON Schemas of the front matter for code editors, with the folders of records that can be named."""

import json
from collections.abc import Iterator

from macros.kinds import KINDS
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.schema.json_schema import record_schema

# Our own keyword, ignored by other tools: the folder of the records, relative to content/.
FOLDER = "x-folder"
_FOLDERS = {kind: model.FOLDER for kind, model in KINDS.items()}


def editor_schemas(public: PublicLibrary) -> Iterator[File]:
    """A schema for each kind of record, used for completion by the extension in .vscode/extensions/."""
    for kind, model in KINDS.items():
        schema = record_schema(kind, model, public.network, _FOLDERS)
        whole = {**schema, FOLDER: model.FOLDER}
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        yield File(f"schemas/{kind}.schema.json", text.encode())
