"""The search of one build. Pages are added as soon as their HTML is ready."""

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import Abort

from macros.kinds import Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.pages.a_to_z import is_listed
from macros.search.documents import page_document, record_document
from macros.search.index import SearchIndex, SearchUnavailable
from macros.search.spelling import SpellingList
from macros.source.gfm import Node


class SiteSearch:
    """The search index and spelling list. Each method raises MkDocs' `Abort` if the index cannot be made."""

    def __init__(self, public: PublicLibrary, language: str) -> None:
        """Start an empty index."""
        self._public = public
        with _stopped_at_failure():
            self._index = SearchIndex(language)
        self._spelling = SpellingList(sum(1 for _ in public.all()))

    def add(self, path: str, record: Record | None, text: Node) -> None:
        """Add the page at `path`, relative to content/, with the tree of its `text`."""
        page = self._public.pages.get(f"{CONTENT}/{path}")
        if record is not None:
            document = record_document(record, text, self._public)
        elif page is not None and is_listed(path, self._public):
            document = page_document(path, page, text, self._public)
        else:
            return
        with _stopped_at_failure():
            self._index.add(document)
        self._spelling.add(document)

    def complete(self) -> None:
        """Declare that all pages are added. The index is made in the background."""
        with _stopped_at_failure():
            self._index.complete()

    def files(self) -> Iterator[File]:
        """The files of the search. Waits until they are ready."""
        with _stopped_at_failure():
            yield from self._index.files()
        yield self._spelling.file()

    def abandon(self) -> None:
        """Stop background work."""
        self._index.abandon()


@contextmanager
def _stopped_at_failure() -> Iterator[None]:
    try:
        yield
    except SearchUnavailable as unavailable:
        raise Abort(f"The site was not built. {unavailable}") from None
