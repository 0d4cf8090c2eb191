"""What the search knows of each record and written page: the words it is found by, and what a result shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.kinds import Page, Record, Theme
from macros.kinds.shown import titles
from macros.library.public import PublicLibrary
from macros.outputs.plain_text import own_text, plain_text, sentences
from macros.pages.parts import entry_of
from macros.pages.rendering import address
from macros.search.page import PAGES


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page as the search knows it.

    Excerpts are taken from `text` alone. What stands in `details` is found too: some of it is shown with a result, and
    what is there only to be found by is not. By `filters` results can be narrowed down.
    """

    url: str
    text: str
    details: dict[str, str]
    filters: dict[str, list[str]]


def record_document(record: Record, body: str, public: PublicLibrary) -> SearchDocument:
    """A record; `body` is the HTML of its text."""
    entry = entry_of(record, public)
    themes, own_areas = titles(public, Theme.KIND, record.tags), set(record.areas(public))
    areas = [label for area, label in public.network.words("areas").items() if area in own_areas]
    text = sentences(
        [record.summary, *record.sentences(), *(update.note for update in record.updates), plain_text(body)]
    )
    details = {
        "title": record.title,
        "kind": record.NAME.labels,
        "stage": entry.stage_label,
        "facts": " · ".join(entry.facts),
        "names": ", ".join(record.other_names),
        "themes": ", ".join(themes),
        "also": ", ".join([*areas, *record.search_words(public)]),
    }
    filters = {"kind": [details["kind"]], "theme": themes, "area": areas, "stage": [entry.stage_label]}
    return _document(f"/{address(record.path)}", text, details, filters, public)


def page_document(path: str, page: Page, body: str, public: PublicLibrary) -> SearchDocument:
    """The written page whose file is at `path`, below content/; `body` is the HTML of its text.

    The records that it lists are found by themselves.
    """
    text = sentences([page.description, own_text(body)])
    details = {"title": page.title, "kind": PAGES[1]}
    return _document(f"/{address(path)}".replace("/./", "/"), text, details, {"kind": [PAGES[1]]}, public)


def _document(
    url: str, text: str, details: dict[str, str], filters: dict[str, list[str]], public: PublicLibrary
) -> SearchDocument:
    said = " ".join([text, *details.values()])
    details["also"] = ", ".join([one for one in (details.get("also"), *_same_words(said, public)) if one])
    return SearchDocument(
        url,
        text,
        {name: value for name, value in details.items() if value},
        {name: [value for value in values if value] for name, values in filters.items() if any(values)},
    )


def _same_words(said: str, public: PublicLibrary) -> Iterator[str]:
    """Words that mean the same as some that are said, by the groups of network.yml."""
    lowered = said.casefold()
    for group in public.network.search_words:
        missing = [word for word in group if not _says(said, lowered, word)]
        if len(missing) < len(group):
            yield from missing


def _says(said: str, lowered: str, word: str) -> bool:
    return word.casefold() in lowered and _whole(word).search(said) is not None


@cache
def _whole(word: str) -> re.Pattern[str]:
    """The word by itself or in the plural, and not as a part of another."""
    return re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)
