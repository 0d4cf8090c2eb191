"""The search of one build. Pages are added as soon as they are made."""

from collections.abc import Iterator

from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.pages.a_to_z import is_listed
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import index_files
from macros.source.gfm import Node


class SiteSearch:
    """Collects what the search finds."""

    def __init__(self, public: PublicLibrary, language: str) -> None:
        """Start with nothing."""
        self._public = public
        self._language = language
        self._documents: list[SearchDocument] = []

    def add_page(self, path: str, text: Node) -> None:
        """Add the written page at `path`, relative to content/, with the tree of its `text`."""
        page = self._public.pages.get(f"{CONTENT}/{path}")
        if page is not None and is_listed(path, self._public):
            self._documents.append(page_document(path, page, text, self._public))

    def of_record(self, record: Record, text: Node) -> SearchDocument:
        """What to add for a record, with the tree of its `text`."""
        return record_document(record, text, self._public)

    def add(self, document: SearchDocument) -> None:
        """Add what may have been made in another process."""
        self._documents.append(document)

    def files(self) -> Iterator[File]:
        """The files of the search."""
        yield from index_files(self._documents, self._language)
