"""The committed files derived from the models, the rules and network.yml."""

import json
from collections.abc import Iterator
from pathlib import Path

from macros.kinds import KINDS
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.propose import issue_form_files
from macros.propose.form_script import form_scripts
from macros.schema.json_schema import record_schema
from macros.search.page import kinds_script

# Our own keyword, ignored by other tools: the folder of the records, relative to content/.
_FOLDER = "x-folder"


def generated_files(root: Path, public: PublicLibrary) -> Iterator[File]:
    """The generated files, with paths relative to `root`. The same input gives the same bytes."""
    yield from issue_form_files.issue_forms(root, public)
    yield from form_scripts()
    yield from editor_schemas(public)
    yield kinds_script()


def editor_schemas(public: PublicLibrary) -> Iterator[File]:
    """A JSON Schema for each kind of record, used for completion by the extension in .vscode/extensions/."""
    folders = {kind: model.FOLDER for kind, model in KINDS.items()}
    for kind, model in KINDS.items():
        whole = {**record_schema(kind, model, public.network, folders), _FOLDER: model.FOLDER}
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        yield File(f"schemas/{kind}.schema.json", text.encode())


def differing(root: Path, files: Iterator[File], *, strictly: bool = True) -> Iterator[File]:
    """Those of `files` that are missing or different below `root`.

    Unless `strictly`, an issue form may differ in the records it lists.
    """
    for file in files:
        path = root / file.path
        old = path.read_bytes() if path.is_file() else None
        if old == file.content:
            continue
        is_form = file.path.startswith(issue_form_files.FOLDER)
        if old is None or strictly or not (is_form and issue_form_files.same_but_for_records(old, file.content)):
            yield file
