"""The search of one build. Pages are added as soon as their text is ready."""

from collections.abc import Iterator

from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import index_files
from macros.source.gfm import Node


class SiteSearch:
    """Collects what the search finds."""

    def __init__(self, public: PublicLibrary, language: str) -> None:
        """Start with nothing."""
        self._public = public
        self._language = language
        self._documents: dict[str, SearchDocument] = {}

    def add(self, path: str, record: Record | None, text: Node) -> None:
        """Add the page at `path`, relative to content/, with the tree of its `text`."""
        page = self._public.pages.get(f"{CONTENT}/{path}")
        if record is not None:
            self._documents[path] = record_document(record, text, self._public)
        elif page is not None:
            self._documents[path] = page_document(path, page, text, self._public)

    def add_shown(self, path: str, html: str) -> None:
        """Add what the page at `path` shows: `html` is the whole page."""
        if path in self._documents:
            self._documents[path] = self._documents[path].with_page(html)

    def files(self) -> Iterator[File]:
        """The files of the search."""
        yield from index_files(self._documents.values(), self._language)
