"""Reader for content/, which keeps broken files as well as valid records."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from macros.kinds import FOLDERS, KINDS, Page, Record
from macros.kinds.shown import SomeRecord
from macros.library.macro_calls import callers
from macros.library.partial import read_partially
from macros.library.reading import field_names, read_model, read_page, read_record
from macros.library.records import Records
from macros.library.tables import read_rows, table_path
from macros.schema.network import Network
from macros.schema.part import Part
from macros.source.diagnostic import Rejection
from macros.source.document import Document, decode_text, read_document
from macros.source.folder import FolderEntry, everything_in
from macros.source.table import Table

CONTENT = "content"
NETWORK_FILE = f"{CONTENT}/network.yml"
INDEX = "index.md"
_NOT_OPENED = {
    FileNotFoundError: "it is not there",
    IsADirectoryError: "it is a folder",
    PermissionError: "you may not open it",
}

Progress = Callable[[Iterable[str]], Iterable[str]]


@dataclass
class Library(Records):
    """The records of a network as read from its files, including what may not be shown (see `PublicLibrary`).

    `found` is everything in the content folder. `documents` has network.yml and every Markdown file by path, even broken
    ones; `records` has only valid ones. `baseline` has the previous versions of changed files, if they are to be compared.
    `faults` has what went wrong in the program itself while it read a file. `partial` has what is known of records and pages that
    are not valid, by path. `tables` has the table of each record that has one, by the path of the table.
    """

    root: Path = Path()
    documents: dict[str, Document] = field(default_factory=dict)
    found: Sequence[FolderEntry] = ()
    baseline: Mapping[str, Document] = field(default_factory=dict)
    faults: dict[str, Exception] = field(default_factory=dict)
    partial: dict[str, Part] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files in the content folder, without symbolic links."""
        return frozenset(one.path for one in self.found if not one.is_folder and not one.is_link)

    def at(self, shown_path: str) -> Record | None:
        """The valid record whose file is at `shown_path`, such as content/themes/breaks.md."""
        kind = kind_of(shown_path)
        return self.records[kind].get(PurePosixPath(shown_path).stem) if kind in KINDS else None

    def known(self, document: Document) -> Record | None:
        """The record in `document`, or what is known of it; None if that is nothing, or it is a page."""
        if document.kind not in KINDS:
            return None
        found = self.records[document.kind].get(document.id) or self.partial.get(document.path)
        return found if isinstance(found, Record) else None

    def known_page(self, path: str) -> Page | None:
        """The settings of a written page, or what is known of them; None if that is nothing."""
        found = self.pages.get(path) or self.partial.get(path)
        return found if isinstance(found, Page) else None

    def all_known(self, model: type[SomeRecord]) -> dict[str, SomeRecord]:
        """The records of one kind by id, also those of which some fields are not known. Such a field raises `Unknown`."""
        folder = f"{CONTENT}/{model.FOLDER}/"
        partial = {
            path: one for path, one in self.partial.items() if path.startswith(folder) and isinstance(one, model)
        }
        found = {**self.all_of(model), **{PurePosixPath(path).stem: one for path, one in partial.items()}}
        return dict(sorted(found.items())) if partial else found

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of each kind, even of invalid records: an error in one file should not cause errors in others."""
        found = self.documents.values()
        return {kind: frozenset(document.id for document in found if document.kind == kind) for kind in KINDS}

    @cached_property
    def callers(self) -> Mapping[str, str]:
        """The path of the written page that calls each macro."""
        return callers(self.documents.values())


class NetworkUnreadable(Exception):
    """`network.yml` is unreadable, and every record depends on it. Carries the document with its rejections."""

    def __init__(self, document: Document) -> None:
        """Say what is wrong and what to do, for commands other than the check."""
        self.document = document
        unread = next((one.detail["reason"] for one in document.rejections if one.code == "file-unreadable"), "")
        remedy = "has a mistake: run scripts/validate.py"
        if unread:
            remedy = f"cannot be read: {unread}. Check that it is a file and that you may open it"
        super().__init__(f"{document.path} {remedy}.")


def read_network(root: Path) -> Network:
    """The network that `content/network.yml` describes. Raises `NetworkUnreadable`."""
    return _read_network(root)[0]


def _read_network(root: Path) -> tuple[Network, Document]:
    document = Document(path=NETWORK_FILE, kind="network", id="network", front_matter_line=1)
    try:
        decode_text(document, (root / NETWORK_FILE).read_bytes())
    except OSError as error:
        reason = _NOT_OPENED.get(type(error), "it cannot be opened")
        document.rejections.append(Rejection("file-unreadable", detail={"reason": reason}))
        document.unknown.add(())
    if () not in document.unknown:
        document.front_matter = document.text
        document.load_front_matter(field_names(document.kind))
    network = read_model(document, Network, None)
    if network is None:
        raise NetworkUnreadable(document)
    return network, document


def read_library(root: Path, progress: Progress = lambda paths: paths) -> Library:
    """The library in `root`/content. Raises `NetworkUnreadable`.

    `progress` wraps the paths as they are read, like a progress bar.
    """
    network, document = _read_network(root)
    library = Library(network, root=root, documents={document.path: document}, found=everything_in(root, CONTENT))
    with no_garbage_to_collect():
        for shown_path in progress(markdown_files(library.found)):
            try:
                _add(library, shown_path)
            except Exception as error:
                library.faults[shown_path] = error
    return library


def _add(library: Library, shown_path: str) -> None:
    kind = kind_of(shown_path)
    document = read_document(f"{library.root}/{shown_path}", shown_path, kind, field_names(kind))
    library.documents[shown_path] = document
    if kind == "page":
        if page := read_page(document, library.network):
            library.pages[shown_path] = page
        elif partial_page := read_partially(document, Page, library.network):
            library.partial[shown_path] = partial_page
    if kind in KINDS:
        if record := read_record(document, library.network):
            library.records[kind][record.id] = record
            if KINDS[kind].ROW is not None and (path := table_path(shown_path)) in library.files:
                library.tables[path], record._rows = read_rows(library.root / path, path, KINDS[kind], library.network)
        elif partial := read_partially(document, KINDS[kind], library.network):
            partial._id = document.id
            library.partial[shown_path] = partial


def markdown_files(found: Iterable[FolderEntry]) -> list[str]:
    """The paths of the Markdown files, without hidden files and symbolic links."""
    return [one.path for one in found if one.path.endswith(".md") and not one.is_link and not one.is_hidden]


def kind_of(shown_path: str) -> str:
    """The kind of record in the file's folder, or "page"; "misplaced" in a subfolder of a record folder."""
    _, folder, *below = shown_path.split("/")
    if folder not in FOLDERS or below == [INDEX]:
        return "page"
    return FOLDERS[folder] if len(below) == 1 else "misplaced"


def address_of(page: str) -> str:
    """The address of a record or page within the site, without a slash at its end."""
    return page.removeprefix(f"{CONTENT}/").removesuffix(INDEX).removesuffix(".md").rstrip("/")


@contextmanager
def no_garbage_to_collect() -> Iterator[None]:
    """Pause garbage collection. Reading creates many objects but no garbage, and each collection scans them all."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
