"""The search of one build. Pages are added as soon as they are there as they will be shown."""

from collections.abc import Iterable, Iterator

from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import index_files
from macros.source.gfm import Node, parse


class SiteSearch:
    """Collects what the search finds."""

    def __init__(self, public: PublicLibrary, language: str) -> None:
        """Start with nothing."""
        self._public = public
        self._language = language
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

    def of_record(self, record: Record, body: str, html: str) -> SearchDocument:
        """What finds a record whose text is `body`, and whose whole page is `html`."""
        return record_document(record, parse(body), self._public).with_page(html)

    def files(self, records: Iterable[SearchDocument]) -> Iterator[File]:
        """The files of the search. `records` has what finds each record."""
        yield from index_files([*records, *self._pages.values()], self._language)
