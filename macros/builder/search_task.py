"""The search of one build. Pages are added as soon as they are there as they will be shown."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pickle import dumps, loads

from macros.builder.parts import Noted, Part, Parts
from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.library.reads import DOCUMENTS
from macros.outputs.file import File
from macros.search.changed_index import changed_index_files
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import SHARD, ordered_index_files
from macros.source.gfm import Node

SEARCH = "search"
# If more of the documents than this have changed, it takes less time to make the index anew.
_FEW = 0.1


class SiteSearch:
    """Collects what the search finds."""

    def __init__(self, public: PublicLibrary) -> None:
        """Start with nothing."""
        self._public = public
        self._pages: dict[str, SearchDocument] = {}

    def add_page(self, path: str, text: Node) -> None:
        """Add the written page at `path`, relative to content/, with the tree of its `text`."""
        page = self._public.pages.get(f"{CONTENT}/{path}")
        if page is not None:
            self._pages[path] = page_document(path, page, text, self._public)

    def add_shown(self, path: str, html: str) -> None:
        """Add what the written page at `path` shows: `html` is the whole page."""
        if path in self._pages:
            self._pages[path] = self._pages[path].with_page(html)

    def page(self, path: str) -> bytes:
        """What finds the written page at `path`, as the value of its part."""
        return dumps(self._pages[path]) if path in self._pages else b""

    def of_record(self, record: Record, text: Node, html: str) -> SearchDocument:
        """What finds a record, with the tree of its `text`. `html` is its whole page."""
        return record_document(record, text, self._public).with_page(html)


def search_part(
    parts: Parts, language: str, write: Callable[[File], str], former: Callable[[str], bytes]
) -> list[tuple[str, Part]]:
    """The index of what the parts of this build have for the search, as a part of its own.

    `former` gives the content of a file of the former site, from which the index is made if few documents have changed.
    """
    known = parts.as_written(SEARCH)
    if known and (changes := _changes(parts, loads(known.value))):
        now = [partial(_document, parts.now, name) for name in loads(known.value)]
        files = {path: digest for path, digest in known.files.items() if SHARD not in path}
        files |= {file.path: write(file) for file in changed_index_files(changes, now, language, former)}
        return [(SEARCH, Part({DOCUMENTS}, files, known.value))]
    # To read each twice takes less than to hold them all.
    orders = {name: _document(parts.now, name).order for name, part in parts.now.items() if part.value}
    names = sorted(orders, key=orders.__getitem__)
    made = ordered_index_files(
        [url for _, url in map(orders.__getitem__, names)], (_document(parts.now, name) for name in names), language
    )
    return [(SEARCH, Part({DOCUMENTS}, {file.path: write(file) for file in made}, dumps(names)))]


def _changes(parts: Parts, names: Sequence[str]) -> dict[int, tuple[SearchDocument, SearchDocument]]:
    """The documents that have changed, as they were and as they are, by their number in the index; none if that takes a new index."""
    if {*names} != {name for name, part in parts.now.items() if part.value}:
        return {}
    numbers = [number for number, name in enumerate(names) if parts.now[name].value != parts.former[name].value]
    if len(numbers) > len(names) * _FEW:
        return {}
    changes = {one: (_document(parts.former, names[one]), _document(parts.now, names[one])) for one in numbers}
    has_moved = any(was.order != now.order or was.filters != now.filters for was, now in changes.values())
    return {} if has_moved else changes


def _document(parts: Mapping[str, Noted], name: str) -> SearchDocument:
    document: SearchDocument = loads(parts[name].value)
    return document
