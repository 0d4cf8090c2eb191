"""The search of one build. Pages are added as soon as they are there as they will be shown."""

from collections.abc import Callable
from pickle import dumps, loads

from macros.builder.parts import Part, Parts
from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.library.reads import DOCUMENTS
from macros.outputs.file import File
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import index_files
from macros.source.gfm import Node

SEARCH = "search"


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


def search_part(parts: Parts, language: str, write: Callable[[File], str]) -> list[tuple[str, Part]]:
    """The index of what the parts of this build have for the search, as a part of its own."""
    documents = [loads(part.value) for part in parts.now.values() if part.value]
    return [(SEARCH, Part({DOCUMENTS}, {file.path: write(file) for file in index_files(documents, language)}))]
