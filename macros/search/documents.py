"""What the search knows of each record and written page: the words it is found by, and what a result shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from macros.kinds import Evidence, Initiative, Meeting, Page, Record, Service, Theme
from macros.library.public import PublicLibrary
from macros.outputs.plain_text import own_text, plain_text, sentences
from macros.pages.a_to_z import other_names
from macros.pages.initiative import services_of
from macros.pages.parts import KIND_LABELS, entry_of, items_for
from macros.pages.rendering import address
from macros.schema.types import in_words
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
    themes, areas = _titles(public, "theme", record.tags), _areas(record, public)
    text = sentences([record.summary, *_said(record), *(update.note for update in record.updates), plain_text(body)])
    details = {
        "title": record.title,
        "kind": KIND_LABELS[record.KIND][1],
        "stage": entry.stage_label,
        "facts": " · ".join(entry.facts),
        "names": ", ".join(other_names(record)),
        "themes": ", ".join(themes),
        "also": ", ".join([*areas, *_facts(record, public)]),
    }
    filters = {
        "kind": [details["kind"]],
        "theme": themes,
        "area": areas,
        "stage": [entry.stage_label],
    }
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


def _said(record: Record) -> Iterator[str | None]:
    """What a record says in sentences, beside its summary and its text."""
    match record:
        case Initiative():
            yield record.why_stopped
            yield from (quote.text for quote in record.quotes)
        case Meeting():
            yield record.opening.title if record.opening else None
            yield record.standing_item.title if record.standing_item else None
            yield from (one.title for one in record.presentations)
            yield from record.decisions
            yield from (action.text for action in record.actions)
            yield from (topic.text for topic in record.topics)
            if record.diamond9:
                yield record.diamond9.question
                yield from (statement.text for statement in record.diamond9.statements)
                yield from (reason.text for group in record.diamond9.groups for reason in group.reasons)
        case Evidence():
            yield from (record.question, record.findings, record.population, record.limitations, record.strength_reason)
        case Service():
            yield from (f"{champion.name}, {champion.role}" for champion in record.champions)


def _facts(record: Record, public: PublicLibrary) -> Iterator[str]:
    """The values of a record's facts, without their labels."""
    network = public.network
    match record:
        case Initiative():
            yield from _titles(public, "service", services_of(record))
            for vocabulary, chosen in (
                ("audiences", record.audience),
                ("settings", record.setting),
                ("tiers", [record.tier] if record.tier else []),
                ("hse_areas", record.hse_areas),
            ):
                yield from (network.words(vocabulary)[one] for one in chosen)
            yield from (record.cost.label, record.cost.description) if record.cost else ()
        case Meeting():
            yield in_words(record.date)
            yield from _titles(public, "service", record.attended)
        case Evidence():
            citation = record.citation
            yield from (citation.authors, str(citation.year or ""), citation.title, citation.where)
            yield from (network.words("settings")[one] for one in record.setting)
        case Service():
            yield record.provider or ""
        case Theme():
            yield network.words("theme_groups")[record.group]


def _areas(record: Record, public: PublicLibrary) -> list[str]:
    """The areas that a record belongs to, in the order of network.yml."""
    if isinstance(record, Service):
        found = {record.area}
    elif isinstance(record, Initiative):
        services = (public.get("service", one) for one in services_of(record))
        found = {service.area for service in services if isinstance(service, Service)}
    else:
        return []
    return [label for area, label in public.network.words("areas").items() if area in found]


def _titles(public: PublicLibrary, kind: str, ids: Iterable[str]) -> list[str]:
    return [item.text for item in items_for(public, kind, ids)]


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
