"""The search of one build. Written pages are added as soon as macros have run in them."""

from collections.abc import Iterator, Mapping

from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.pages.a_to_z import is_listed
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import index_files
from macros.source.gfm import Node, parse


class SiteSearch:
    """Collects what the search finds."""

    def __init__(self, public: PublicLibrary, language: str) -> None:
        """Start with nothing."""
        self._public = public
        self._language = language
        self._pages: list[SearchDocument] = []

    def add_page(self, path: str, text: Node) -> None:
        """Add the written page at `path`, relative to content/, with the tree of its `text`."""
        page = self._public.pages.get(f"{CONTENT}/{path}")
        if page is not None and is_listed(path, self._public):
            self._pages.append(page_document(path, page, text, self._public))

    def files(self, bodies: Mapping[str, str]) -> Iterator[File]:
        """The files of the search. `bodies` are the texts of all records by path."""
        records = (record_document(one, parse(bodies[one.path]), self._public) for one in self._public.all())
        yield from index_files([*records, *self._pages], self._language)
