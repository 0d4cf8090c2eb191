"""The building blocks of pages: facts, list entries and sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from macros.kinds import Presentation, Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.schema.types import Month, Year, in_words

# The badge of a retired record, in place of its stage.
RETIRED = "retired"


@dataclass(frozen=True)
class Item:
    """A piece of text, which may link to a page of the site (`path`, below content/) or elsewhere (`href`).

    `strength` is the number if the text gives the strength of evidence. `after` is the query or fragment of the address.
    `is_own` says that the whole text was written by people in the network.
    """

    text: str
    path: str | None = None
    href: str | None = None
    strength: int = 0
    after: str = ""
    is_own: bool = False

    def saying(self, text: str, after: str = "") -> Item:
        """The same link with a text of ours."""
        return replace(self, text=text, after=after, is_own=False)


@dataclass(frozen=True)
class More:
    """A note that a list is cut: how many it shows, which ones (such as "newest"), and a link to all."""

    shown: int
    total: int
    which: str
    link: Item


@dataclass(frozen=True)
class Fact:
    """A label and its values, for the fact box."""

    label: str
    items: Sequence[Item]


@dataclass(frozen=True)
class ListEntry:
    """One record in a list, with its line of facts. For `answers`, see `Narrowing`.

    `order` is its place in each order that readers can choose, as in "30 0 -2".
    """

    record: Record
    facts: Sequence[str]
    answers: str = ""
    order: str = ""


@dataclass(frozen=True)
class PageSection:
    """A section with its own heading. `part` says how to show `content`, `more` what was left out, `source` where it is from."""

    title: str
    part: str
    content: Any
    anchor: str
    more: More | None = None
    source: Item | None = None


@dataclass(frozen=True)
class Ask:
    """A question to readers, and the links to answer it. Without any, they are sent to the form for initiatives."""

    text: str
    links: Sequence[Item] = ()


def presenting(record: Record, public: PublicLibrary, text: str) -> list[Item]:
    """A link to offer to present a record at a meeting, if the network has a form for that."""
    page = public.main_pages.presentation
    return [Item(text, page, after=f"?{record.KIND}={record.id}")] if page else []


@dataclass(frozen=True)
class KindView:
    """What a kind adds to a record's page. Sections in `above` come before the written text, those in `below` after it."""

    facts: Sequence[Fact]
    notices: Sequence[Item] = ()
    above: Sequence[PageSection] = ()
    below: Sequence[PageSection] = ()


@dataclass(frozen=True)
class Listing:
    """Entries under a heading, with a count. `more` says what was left out.

    `is_own` says that the heading is in the network's own words.
    """

    title: str
    entries: Sequence[ListEntry]
    note: str = ""
    more: More | None = None
    is_own: bool = False

    @property
    def count(self) -> str:
        """The number of entries, including those left out."""
        return f"{self.more.total if self.more else len(self.entries):,}"


@cache
def anchor(title: str) -> str:
    """The id that links to a heading."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.lower()).split())


def in_sentence(label: str) -> str:
    """A label inside a sentence: "people", but "NHS staff", which starts with an abbreviation."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def item_for(record: Record) -> Item:
    """A link to a record, with its title."""
    return Item(record.title, record.path, is_own=True)


def item_with_alert(record: Record) -> Item:
    """A link to a record, with its title and its alert: "Winter meeting (cancelled)"."""
    link = item_for(record)
    return replace(link, text=f"{record.title} ({record.alert.lower()})") if record.alert else link


def page_item(path: str, public: PublicLibrary) -> Item | None:
    """A link to the written page at `path`, with its title, if the network has it."""
    page = public.pages.get(f"{CONTENT}/{path}")
    return Item(page.title, path, is_own=True) if page else None


def page_that_calls(macro: str, public: PublicLibrary) -> Item | None:
    """A link to the written page that calls a macro, with its title, if the network has one."""
    return page_item(public.callers.get(macro, "").removeprefix(f"{CONTENT}/"), public)


def items_for(public: PublicLibrary, kind: str, ids: Iterable[str | None]) -> list[Item]:
    """Links to the records of a kind with these ids. Records that are not shown are left out, and so are empty ids."""
    records = (public.get(kind, record_id) for record_id in ids if record_id)
    return [item_for(record) for record in records if record is not None]


def presented_records(presentation: Presentation, public: PublicLibrary) -> list[Item]:
    """The records that a presentation is about."""
    initiatives = items_for(public, "initiative", [presentation.initiative])
    return initiatives + items_for(public, "evidence", [presentation.evidence])


def fact(label: str, *values: Item | str | date | Month | Year | None, is_own: bool = False) -> Fact | None:
    """A fact, or None if it has no values. `is_own` says that people in the network wrote its texts."""
    items = [_item(value, is_own) for value in values if value not in (None, "")]
    return Fact(label, items) if items else None


def facts(*facts_or_none: Fact | None) -> list[Fact]:
    """The facts that are not None."""
    return [one for one in facts_or_none if one is not None]


def _item(value: Any, is_own: bool) -> Item:
    if isinstance(value, Item):
        return value
    return Item(in_words(value) if isinstance(value, date | Month | Year) else str(value), is_own=is_own)


def section(
    title: str, part: str, content: Any, *, more: More | None = None, source: Item | None = None
) -> PageSection | None:
    """A section, or None if it would be empty."""
    return PageSection(title, part, content, f"kb-{anchor(title)}", more, source) if content else None


def sections(*sections_or_none: PageSection | None) -> list[PageSection]:
    """The sections that are not None."""
    return [one for one in sections_or_none if one is not None]


def presenting_section(record: Record, public: PublicLibrary) -> PageSection | None:
    """A question to readers who could present a record, if the network has a form for that."""
    links = presenting(record, public, "Offer to present this")
    ask = Ask("You could talk about it at one of our meetings.", links)
    return section("Could you present this?", "ask", ask if links else None)


def entry_of(record: Record, public: PublicLibrary) -> ListEntry:
    """A record as a list entry, made only once however many lists it is in."""
    return public.once(_entry, record, record.path)


def entries_of(records: Iterable[Record], public: PublicLibrary) -> list[ListEntry]:
    """Records as list entries, in the order given."""
    return [entry_of(record, public) for record in records]


def _entry(record: Record, public: PublicLibrary) -> ListEntry:
    return ListEntry(record, record.fact_line(public))


def badge(record: Record) -> tuple[str, str]:
    """The name and label of a record's badge: its stage, or that it is retired; both empty for a kind without stages."""
    if record.is_retired:
        return RETIRED, RETIRED.capitalize()
    stage = getattr(record, "stage", None)
    return (stage.value, stage.label) if stage else ("", "")
