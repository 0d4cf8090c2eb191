"""The check of a build: what was found in a file before is kept, unless it or what its check has read of others has changed."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pickle import dumps, loads
from typing import cast

from macros.builder.cells import joined
from macros.builder.parts import Part, Parts
from macros.kinds import KINDS
from macros.library.library import CONTENT, Library, no_garbage_to_collect
from macros.library.reads import Cell, Reads, WatchedFiles
from macros.library.sharing import pieces, shared
from macros.library.tables import table_path
from macros.lint.diagnostics import Diagnostic
from macros.lint.engine import Rule, in_order, of_document, of_library, over_all
from macros.lint.progress import Stage
from macros.lint.unforeseen import unforeseen
from macros.source.document import Document

# Into how many pieces to share out the files for each process: some take longer than others.
_SHARES = 10

# What a task has found, with what it has read if it was in one file.
_Found = tuple[list[Diagnostic], dict[str, Part]]


def checked(
    library: Library,
    today: date,
    parts: Parts,
    hashes: Mapping[str, str],
    processes: int,
    progress: Stage,
    meanwhile: Callable[[], object],
) -> list[Diagnostic]:
    """What a check of all files finds, as `check_library` does. `hashes` are those of the files in content/.

    While other processes begin with it, this one does `meanwhile`.
    """
    value_of = partial(value_of_check, hashes)
    parts.compare(value_of)
    paths = [path for path in library.documents if not parts.keeps(path)]
    size = len(paths) // (_SHARES * processes) + 1
    tasks: list[Callable[[], _Found]] = [partial(_in_files, some, library, today) for some in pieces(paths, size)]
    tasks += [partial(_in_all, library, today, rule) for rule in over_all()]
    diagnostics = [unforeseen(error, path) for path, error in library.faults.items()]
    with no_garbage_to_collect():
        for found, made in shared(progress.tasks(tasks), processes, meanwhile):
            diagnostics += found
            for path, part in made.items():
                parts.add(path, part)
    for noted in parts.now.values():
        if noted.value:
            diagnostics += loads(noted.value)
    return in_order(diagnostics)


def _in_files(paths: Iterable[str], library: Library, today: date) -> _Found:
    documents = [library.documents[path] for path in paths]
    for document in documents:
        # All texts first: see the engine.
        with suppress(Exception):
            document.read_parts()
    reads = Reads()
    return [], {document.path: _in_file(document, library, today, reads) for document in documents}


def _in_file(document: Document, library: Library, today: date, reads: Reads) -> Part:
    with reads.noted() as cells:
        # A table beside a record belongs to it.
        reads.note_all((("file", document.path), ("file", table_path(document.path))))
        found = [*of_document(document, cast(Library, WatchedFiles(library, reads)), today)]
    return Part(cells, {}, dumps(found) if found else b"")


def _in_all(library: Library, today: date, rule: Rule) -> _Found:
    return of_library(library, today, rule), {}


def value_of_check(hashes: Mapping[str, str], cell: Cell) -> str:
    """The value of a cell that a check reads."""
    match cell:
        case ("file", path):
            return hashes.get(path.removeprefix(f"{CONTENT}/"), "")
        case ("record", kind, name):
            return hashes.get(f"{KINDS[kind].FOLDER}/{name}.md", "")
        case ("kind", kind):
            return joined(f"{path} {one}" for path, one in hashes.items() if path.startswith(f"{KINDS[kind].FOLDER}/"))
        case ("ids", kind):
            return joined(path for path in hashes if path.startswith(f"{KINDS[kind].FOLDER}/"))
        case ("there", path):
            return "there" if hashes.get(path.removeprefix(f"{CONTENT}/")) else ""
        case ("files",):
            return joined(hashes)
        case ("every",):
            return joined(f"{path} {one}" for path, one in hashes.items())
    raise LookupError(cell)
