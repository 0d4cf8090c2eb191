"""The page of any record, with what its kind shows above and below the written text."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Record
from macros.library.public import PublicLibrary
from macros.pages.fields_view import fields_view
from macros.pages.of_kind import of_kind
from macros.pages.parts import Fact, Item, KindView, PageSection, entries_of, fact, facts, section, sections
from macros.pages.related import InvertedIndex, related
from macros.pages.upkeep import upkeep_facts, upkeep_notices
from macros.schema.types import in_words


@dataclass(frozen=True)
class RecordPage:
    """A record's page. Sections in `above` come before the written text, those in `below` after it."""

    record: Record
    notices: Sequence[Item]
    facts: Sequence[Fact]
    above: Sequence[PageSection]
    below: Sequence[PageSection]
    history: Sequence[Fact]


def record_page(record: Record, public: PublicLibrary, by_key: InvertedIndex) -> RecordPage:
    """Everything on a record's page apart from the written text."""
    own: KindView = of_kind(record.KIND, "view", fields_view)(record, public)
    others = [] if record.GATHERED_BY else entries_of(related(record, public, by_key), public)
    return RecordPage(
        record=record,
        notices=[*upkeep_notices(record, public), *own.notices],
        facts=own.facts,
        above=own.above,
        below=[*own.below, *sections(section("Related", "cards", others))],
        history=_history(record, public),
    )


def _history(record: Record, public: PublicLibrary) -> list[Fact]:
    source = Item(record.source.title, href=record.source.url) if record.source else None
    updates = [f"{in_words(update.date)}: {update.note}" for update in record.updates]
    return facts(
        fact("Source", source), fact("Added", record.added), fact("Updates", *updates), *upkeep_facts(record, public)
    )
