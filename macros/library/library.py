"""Reader for content/, which keeps broken files as well as valid records."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from macros.kinds import FOLDERS, KINDS, Page, Record
from macros.kinds.shown import SomeRecord
from macros.library.cards import Card, Cards
from macros.library.macro_calls import callers
from macros.library.on_demand import OnDemand
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
    PermissionError: "you are not allowed to open it",
}

Progress = Callable[[Iterable[str]], Iterable[str]]


@dataclass
class Library(Records):
    """The records of a network as read from its files, including what may not be shown (see `PublicLibrary`).

    `found` is everything in the content folder. `documents` has network.yml and every Markdown file by path, even broken
    ones; `records` has only valid ones. `baseline` has the previous versions of changed files, if they are to be compared.
    `faults` has what went wrong in the program itself while it read a file. `partial` has what is known of records and pages that
    are not valid, by path. `tables` has the table of each record that has one, by the path of the table.
    If only some files were asked for, `cards` has what is known of valid records that have not been read, by path.
    """

    root: Path = Path()
    documents: MutableMapping[str, Document] = field(default_factory=dict)
    found: Sequence[FolderEntry] = ()
    baseline: Mapping[str, Document] = field(default_factory=dict)
    faults: dict[str, Exception] = field(default_factory=dict)
    partial: dict[str, Part] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files in the content folder, without symbolic links."""
        return frozenset(one.path for one in self.found if not one.is_folder and not one.is_link)

    def at(self, shown_path: str) -> Record | None:
        """The valid record whose file is at `shown_path`, such as content/themes/breaks.md."""
        kind = kind_of(shown_path)
        return self.records[kind].get(PurePosixPath(shown_path).stem) if kind in KINDS else None

    def learn(self, cards: Mapping[str, Card]) -> None:
        """Know the cards of valid records that need not be read here."""
        for path, card in cards.items():
            if path not in self.cards:
                self.cards[path] = card
                _expect(self, path, is_sure=True)

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

    def all_known(self, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """The records of one kind by id, also those of which some fields are not known. Such a field raises `Unknown`."""
        valid, partial = {**self.all_of(model)}, self._all_partial(model)
        return dict(sorted({**valid, **partial}.items())) if partial else valid

    def all_cards(self, model: type[Record]) -> Iterator[Card]:
        """The cards of the records of one kind, in the order of `all_known`, without reading any."""
        valid = self.all_of(model)
        names, partial = [*valid], self._all_partial(model)
        for name in sorted({*names, *partial}) if partial else names:
            card = self.cards.get(f"{CONTENT}/{model.FOLDER}/{name}.md")
            yield card or Card.of(partial.get(name) or valid[name])

    def _all_partial(self, model: type[SomeRecord]) -> dict[str, SomeRecord]:
        folder = f"{CONTENT}/{model.FOLDER}/"
        found = ((path, one) for path, one in self.partial.items() if path.startswith(folder))
        return {PurePosixPath(path).stem: one for path, one in found if isinstance(one, model)}

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of each kind, even of invalid records: an error in one file should not cause errors in others."""
        found: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for path in self.documents:
            if (kind := kind_of(path)) in found:
                found[kind].add(path.rpartition("/")[2].removesuffix(".md"))
        return {kind: frozenset(names) for kind, names in found.items()}

    @cached_property
    def callers(self) -> Mapping[str, str]:
        """The path of the written page that calls each macro."""
        return callers(self.documents[path] for path in self.documents if kind_of(path) == "page")


class NetworkUnreadable(Exception):
    """`network.yml` is unreadable, and every record depends on it. Carries the document with its rejections."""

    def __init__(self, document: Document) -> None:
        """Say what is wrong and what to do, for commands other than the check."""
        self.document = document
        unread = next((one.detail["reason"] for one in document.rejections if one.code == "file-unreadable"), "")
        remedy = "has a mistake: run scripts/validate.py"
        if unread:
            remedy = f"cannot be read: {unread}. Check that it is a file and that you are allowed to open it"
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


def read_library(
    root: Path,
    progress: Progress = lambda paths: paths,
    asked: Collection[str] | None = None,
    known: Mapping[str, Record] | None = None,
    *,
    reads_later: bool = False,
) -> Library:
    """The library in `root`/content. Raises `NetworkUnreadable`.

    `progress` wraps the paths as they are read, like a progress bar. If only some files are `asked` for, a record that is known to
    be valid is only read when something asks for it; if it `reads_later`, so is every record. A record whose file is `known` to say
    the same as before is not read again.
    """
    network, document = _read_network(root)
    library = Library(network, root=root, documents={document.path: document}, found=everything_in(root, CONTENT))
    cards = Cards(root, document.text) if asked is not None else None
    if cards or reads_later:
        _read_on_demand(library)
    unread = OnDemand(partial(_add, library), library.documents)
    if known:
        library.documents = unread
    with no_garbage_to_collect():
        for shown_path in progress(markdown_files(library.found)):
            try:
                if known and (record := known.get(shown_path)):
                    library.records[record.KIND][record.id] = record
                    unread.expect(shown_path)
                elif cards and asked is not None:
                    _add_or_expect(library, shown_path, cards, is_asked=shown_path in asked)
                elif reads_later and _is_read_later(kind_of(shown_path)):
                    _expect(library, shown_path, is_sure=False)
                else:
                    _add(library, shown_path)
            except Exception as error:
                library.faults[shown_path] = error
    if cards:
        cards.save()
    return library


def _read_on_demand(library: Library) -> None:
    library.documents = OnDemand(partial(_add_later, library), library.documents)
    for kind, model in KINDS.items():
        library.records[kind] = OnDemand(partial(_add_record, library, model), {})


def _add_record(library: Library, model: type[Record], record_id: str) -> None:
    _add_later(library, f"{CONTENT}/{model.FOLDER}/{record_id}.md")


def _add_later(library: Library, shown_path: str) -> None:
    """Add a file to the library that was only expected."""
    try:
        if record := _add(library, shown_path):
            library.cards[shown_path] = Card.of(record)
    except Exception as error:
        library.faults[shown_path] = error


def _is_read_later(kind: str) -> bool:
    # A table beside a record belongs to it, and is checked whenever the table or the record is.
    return kind in KINDS and KINDS[kind].ROW is None


def _expect(library: Library, shown_path: str, *, is_sure: bool) -> None:
    documents, records = library.documents, library.records[kind_of(shown_path)]
    assert isinstance(documents, OnDemand)
    assert isinstance(records, OnDemand)
    documents.expect(shown_path)
    records.expect(shown_path.rpartition("/")[2].removesuffix(".md"), is_sure=is_sure)


def _add_or_expect(library: Library, shown_path: str, cards: Cards, *, is_asked: bool) -> None:
    """Add a file to the library. If no one asks for it and it is known to be a valid record, only note that it is there."""
    if not _is_read_later(kind_of(shown_path)):
        _add(library, shown_path)
        return
    try:
        with open(f"{library.root}/{shown_path}", "rb") as file:
            data = file.read()
    except OSError:
        _add(library, shown_path)
        return
    if not is_asked and (card := cards.get(shown_path, data)):
        library.learn({shown_path: card})
        return
    if record := _add(library, shown_path, data):
        cards.keep(shown_path, data, record)


def _add(library: Library, shown_path: str, data: bytes | None = None) -> Record | None:
    """Add a file to the library, and return the record in it if it is valid. `data` are its bytes if they have been read."""
    kind = kind_of(shown_path)
    document = read_document(f"{library.root}/{shown_path}", shown_path, kind, field_names(kind), data)
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
                library.tables[path] = read_rows(record, library.root / path, path, library.network)
            return record
        # If it was expected.
        with suppress(KeyError):
            del library.records[kind][document.id]
        if partial_record := read_partially(document, KINDS[kind], library.network):
            partial_record._id = document.id
            library.partial[shown_path] = partial_record
    return None


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
