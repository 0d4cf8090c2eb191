"""Every committed file that is derived from the models and network.yml, as it should be now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.exports.file import File
from macros.generated import issue_forms
from macros.generated.editors import editor_schemas
from macros.generated.form_script import form_scripts
from macros.records.library import Library


def generated_files(library: Library) -> Iterator[File]:
    """The files with their paths below the project. The same models, rules and network make the same files, to the byte."""
    yield from issue_forms.issue_forms(library)
    yield from form_scripts()
    yield from editor_schemas(library)


def differing(root: Path, files: Iterator[File], *, strictly: bool = True) -> Iterator[File]:
    """Those of `files` that are missing below `root`, or say something else there.

    Unless `strictly`, a form that only lacks the newest records is no different.
    """
    for file in files:
        path = root / file.path
        there = path.read_bytes() if path.is_file() else None
        if there == file.content:
            continue
        is_form = file.path.startswith(issue_forms.FOLDER)
        if there is None or strictly or not (is_form and issue_forms.same_but_for_records(there, file.content)):
            yield file
