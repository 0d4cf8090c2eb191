"""The search documents of records and written pages: the words that find them, and what a result shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from macros.kinds import Page, Record, Service, Theme
from macros.kinds.shown import titles
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.plain_text import plain_blocks, sentences
from macros.pages.parts import badge, entry_of
from macros.pages.rendering import address
from macros.search.page import PAGES
from macros.search.shown_words import shown_words
from macros.source.gfm import Kind, Node

# The details that a result shows.
SHOWN = ("title", "kind", "stage", "facts")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page in the search index.

    Excerpts come from `text` only. `details` are searched too. Results show those in `SHOWN`; the others only help to find the
    page. `filters` narrow down results. `shown` are the other pieces of text that a reader of the page sees. Their words find it too,
    after pages that are about them.
    """

    url: str
    text: str
    details: dict[str, str]
    filters: dict[str, list[str]]
    shown: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """What decides about its place among all documents."""
        return self.details["kind"], self.url

    def with_page(self, html: str) -> "SearchDocument":
        """The same with what its page shows, whose HTML as built is `html`."""
        known = {*self.text.split(), *chain.from_iterable(map(str.split, self.details.values()))}
        return replace(self, shown=" ".join(sorted({one.lower() for one in {*shown_words(html).split()} - known})))


def record_document(record: Record, body: Node, public: PublicLibrary) -> SearchDocument:
    """The search document of a record. `body` is the tree of its text."""
    _, stage = badge(record)
    themes, own_areas = titles(public, Theme.KIND, record.tags), set(record.areas(public))
    areas = [label for area, label in public.network.words("areas").items() if area in own_areas]
    notes = (update.note for update in record.updates)
    blocks = plain_blocks(body)
    text = sentences([record.summary, *record.sentences(), *notes, *(words for _, words in blocks)])
    details = {
        "title": record.title,
        "summary": record.summary,
        "headings": sentences(words for kind, words in blocks if kind is Kind.HEADING),
        "kind": record.NAME.labels,
        "stage": stage,
        "facts": " · ".join(entry_of(record, public).facts),
        "names": ", ".join(record.other_names),
        "themes": ", ".join(themes),
        "also": ", ".join([*areas, *record.search_words(public)]),
    }
    filters = {"kind": [details["kind"]], "theme": themes, "area": areas, "stage": [stage]}
    return _document(f"/{address(record.path)}", text, details, filters, public)


def page_document(path: str, page: Page, body: Node, public: PublicLibrary) -> SearchDocument:
    """The search document of the written page at `path`, below content/. `body` is the tree of its text, without what macros add."""
    blocks = plain_blocks(body)
    text = sentences([page.description, *(words for _, words in blocks)])
    details = {
        "title": page.title,
        "summary": page.description or "",
        "headings": sentences(words for kind, words in blocks if kind is Kind.HEADING),
        "kind": PAGES[1],
        "names": ", ".join(_other_names(path, public)),
    }
    return _document(f"/{address(path)}".replace("/./", "/"), text, details, {"kind": [PAGES[1]]}, public)


def _document(
    url: str, text: str, details: dict[str, str], filters: dict[str, list[str]], public: PublicLibrary
) -> SearchDocument:
    searched = " ".join([text, *details.values()])
    details["also"] = ", ".join([one for one in (details.get("also"), *_synonyms(searched, public)) if one])
    said = {name: value for name, value in details.items() if value}
    narrowed = {name: [value for value in values if value] for name, values in filters.items() if any(values)}
    return SearchDocument(url, text, said, narrowed)


def _other_names(path: str, public: PublicLibrary) -> Iterator[str]:
    """What readers ask for who need the written page at `path`. For the directory of champions, who to ask and where."""
    if public.callers.get("champions") == f"{CONTENT}/{path}":
        services = (one.title for one in public.all_of(Service).values() if one.active)
        yield from (f"Who to ask in {place}" for place in (*public.network.words("areas").values(), *services))


def _synonyms(text: str, public: PublicLibrary) -> Iterator[str]:
    """The synonyms in network.yml of words in the text, if it does not contain them itself."""
    lowered = text.casefold()
    for group in public.network.search_words:
        # Finding a word in part is quick, and rules most of them out.
        missing = [word for word in group if word.casefold() not in lowered or not _whole_word(word).search(text)]
        if len(missing) < len(group):
            yield from missing


@cache
def _whole_word(word: str) -> re.Pattern[str]:
    """A pattern for the word or its plural, but not as part of another word."""
    return re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)
