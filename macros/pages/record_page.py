"""The page of any record: what its kind shows above and below the text that was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Evidence, Initiative, Meeting, Record, Service, Theme
from macros.library.public import PublicLibrary
from macros.pages.evidence import evidence_facts, evidence_notices, evidence_sections, evidence_summary_sections
from macros.pages.initiative import initiative_facts, initiative_notices, initiative_sections
from macros.pages.meeting import meeting_facts, meeting_sections
from macros.pages.parts import KIND_LABELS, Fact, Item, PageSection, badge, entries_of, fact, facts, section, sections
from macros.pages.related import InvertedIndex, is_relatable, related
from macros.pages.service import service_facts, service_notices, service_sections
from macros.pages.theme import theme_facts, theme_sections
from macros.pages.upkeep import upkeep_facts, upkeep_notices
from macros.schema.types import in_words


@dataclass(frozen=True)
class RecordPage:
    """A record's page. Sections in `above` stand over the text that was written, those in `below` under it."""

    title: str
    summary: str
    kind: str
    kind_label: str
    stage: str
    stage_label: str
    notices: Sequence[Item]
    facts: Sequence[Fact]
    above: Sequence[PageSection]
    below: Sequence[PageSection]
    history: Sequence[Fact]


def record_page(record: Record, public: PublicLibrary, by_key: InvertedIndex) -> RecordPage:
    """Everything that a record's page shows beside the text that was written."""
    kind_facts, notices, above, below = _of_kind(record, public)
    if is_relatable(record):
        others = entries_of(related(record, public, by_key), public)
        below += sections(section("Related", "cards", others))
    stage, stage_label = badge(record)
    return RecordPage(
        title=record.title,
        summary=record.summary,
        kind=record.KIND,
        kind_label=KIND_LABELS[record.KIND][0],
        stage=stage,
        stage_label=stage_label,
        notices=[*upkeep_notices(record, public), *notices],
        facts=kind_facts,
        above=above,
        below=below,
        history=_history(record, public),
    )


def _of_kind(
    record: Record, public: PublicLibrary
) -> tuple[list[Fact], list[Item], list[PageSection], list[PageSection]]:
    """The facts, notices and sections of a record's own kind."""
    match record:
        case Initiative():
            below = initiative_sections(record, public)
            return initiative_facts(record, public), initiative_notices(record), [], below
        case Meeting():
            return meeting_facts(record, public), [], meeting_sections(record, public), []
        case Evidence():
            notices, above = evidence_notices(record, public), evidence_summary_sections(record)
            return evidence_facts(record, public), notices, above, evidence_sections(record, public)
        case Service():
            below = service_sections(record, public)
            return service_facts(record, public), service_notices(record, public), [], below
        case Theme():
            return theme_facts(record, public), [], [], theme_sections(record, public)
    raise TypeError(f"no page for {type(record).__name__}")


def _history(record: Record, public: PublicLibrary) -> list[Fact]:
    source = Item(record.source.title, href=record.source.url) if record.source else None
    updates = [f"{in_words(update.date)}: {update.note}" for update in record.updates]
    return facts(
        fact("Source", source),
        fact("Added", record.added),
        fact("Updates", *updates),
        *upkeep_facts(record, public),
    )
