"""Every committed file that is derived from the models and network.yml, as it should be now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.exports.file import File
from macros.generated.editors import editor_schemas
from macros.records.library import Library


def generated_files(library: Library) -> Iterator[File]:
    """The files with their paths below the project. The same models, rules and network make the same files, to the byte."""
    yield from editor_schemas(library)


def differing(root: Path, files: Iterator[File]) -> Iterator[File]:
    """Those of `files` that are missing below `root`, or say something else there."""
    for file in files:
        path = root / file.path
        if not path.is_file() or path.read_bytes() != file.content:
            yield file
