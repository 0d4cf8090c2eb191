"""The parts that pages are made of: facts, entries of a list, sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from macros.kinds import Presentation, Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.schema.types import Month, in_words

# The badge of what no longer holds, in place of that of its stage.
RETIRED = "retired"


@dataclass(frozen=True)
class Item:
    """A piece of text, which may lead to a page of ours (`path`, below content/) or elsewhere (`href`).

    Where it says how strong evidence is, `strength` has the number.
    `after` stands after the address of a page: what its list is narrowed down by, or a place on it. `is_own` says that people
    of the network have written the text, and that no word of it is ours.
    """

    text: str
    path: str | None = None
    href: str | None = None
    strength: int = 0
    after: str = ""
    is_own: bool = False

    def saying(self, text: str, after: str = "") -> Item:
        """The same link in words of ours."""
        return replace(self, text=text, after=after, is_own=False)


@dataclass(frozen=True)
class More:
    """That a list has only the first of its records, of which sort these are, and the link to the others."""

    shown: int
    total: int
    which: str
    link: Item


@dataclass(frozen=True)
class Fact:
    """A label and what it says, for the fact box."""

    label: str
    items: Sequence[Item]


@dataclass(frozen=True)
class ListEntry:
    """One record in a list: its title, one line of facts, and a summary. `stage` names its badge, if it has one.

    `strength` is that of a piece of evidence, which the last of its facts says in words. `answers` is what a list can be
    narrowed down by, where it can be: see `facets`.
    """

    title: str
    path: str
    summary: str
    facts: Sequence[str]
    stage: str = ""
    stage_label: str = ""
    strength: int = 0
    answers: str = ""


@dataclass(frozen=True)
class PageSection:
    """A part of a page under a heading of its own. `part` is the template that shows `content`; `more` is not shown of it."""

    title: str
    part: str
    content: Any
    anchor: str = ""
    owners: bool = True
    more: More | None = None


@dataclass(frozen=True)
class KindView:
    """What a record's page shows of its kind. Sections in `above` stand over the text that was written, the others under it."""

    facts: Sequence[Fact]
    notices: Sequence[Item] = ()
    above: Sequence[PageSection] = ()
    below: Sequence[PageSection] = ()


@dataclass(frozen=True)
class Listing:
    """Entries under a heading, with their number; `more` says that not all are shown, and `left_out` how many are not.

    `is_own` says that the heading is a word of the network's.
    """

    title: str
    entries: Sequence[ListEntry]
    note: str = ""
    more: More | None = None
    left_out: int = 0
    is_own: bool = False

    @property
    def count(self) -> str:
        """How many there are, with those that are left out."""
        return f"{len(self.entries) + self.left_out:,}"


def anchor(title: str) -> str:
    """The name by which a heading of a list can be linked to."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.lower()).split())


def item_for(record: Record) -> Item:
    """A link to a record by its title."""
    return Item(record.title, record.path, is_own=True)


def page_item(path: str, public: PublicLibrary) -> Item | None:
    """A link by its title to a written page whose place is known, if the network has the page."""
    page = public.pages.get(f"{CONTENT}/{path}")
    return Item(page.title, path, is_own=True) if page else None


def page_that_calls(macro: str, public: PublicLibrary) -> Item | None:
    """A link to the written page that calls a macro, by its title, if the network has one, wherever it is."""
    return page_item(public.callers.get(macro, "").removeprefix(f"{CONTENT}/"), public)


def items_for(public: PublicLibrary, kind: str, ids: Iterable[str | None]) -> list[Item]:
    """Links to records of a kind by their ids; those that are not shown are left out, and so is what names none."""
    found = (public.get(kind, record_id) for record_id in ids if record_id)
    return [item_for(record) for record in found if record is not None]


def presented_records(presentation: Presentation, public: PublicLibrary) -> list[Item]:
    """The records that a presentation is about."""
    return [
        *items_for(public, "initiative", [presentation.initiative]),
        *items_for(public, "evidence", [presentation.evidence]),
    ]


def fact(label: str, *values: Item | str | date | Month | None, is_own: bool = False) -> Fact | None:
    """A fact, or None if there is nothing to say. `is_own` says that people of the network have written its texts."""
    items = [_item(value, is_own) for value in values if value not in (None, "")]
    return Fact(label, items) if items else None


def facts(*found: Fact | None) -> list[Fact]:
    """The facts that there are."""
    return [one for one in found if one is not None]


def _item(value: Any, is_own: bool) -> Item:
    if isinstance(value, Item):
        return value
    return Item(in_words(value) if isinstance(value, date | Month) else str(value), is_own=is_own)


def section(
    title: str, part: str, content: Any, *, owners: bool = True, more: More | None = None
) -> PageSection | None:
    """A section, or None if it would be empty. `owners` says whether a list of actions names who does them."""
    return PageSection(title, part, content, f"kb-{anchor(title)}", owners, more) if content else None


def sections(*found: PageSection | None) -> list[PageSection]:
    """The sections that there are."""
    return [one for one in found if one is not None]


def entry_of(record: Record, public: PublicLibrary) -> ListEntry:
    """A record as one entry of a list, made once however many lists it is in."""
    return public.once(_entry, record, record.path)


def entries_of(records: Iterable[Record], public: PublicLibrary) -> list[ListEntry]:
    """Records as the entries of a list, in the order given."""
    return [entry_of(record, public) for record in records]


def _entry(record: Record, public: PublicLibrary) -> ListEntry:
    """A record as one entry of a list."""
    stage, stage_label = badge(record)
    return ListEntry(
        title=record.title,
        path=record.path,
        summary=record.summary,
        facts=record.fact_line(public),
        stage=stage,
        stage_label=stage_label,
        strength=record.weight,
    )


def badge(record: Record) -> tuple[str, str]:
    """The name of a record's badge and what it says: its stage, or that it was retired; nothing for a kind without stages."""
    if record.is_retired:
        return RETIRED, RETIRED.capitalize()
    stage = getattr(record, "stage", None)
    return (stage.value, stage.label) if stage else ("", "")
