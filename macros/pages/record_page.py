"""The page of any record: what its kind shows above and below the text that was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Evidence, Initiative, Meeting, Record, Service, Theme
from macros.library.public import Edition
from macros.pages.evidence import evidence_facts, evidence_notices, evidence_sections, evidence_summary_sections
from macros.pages.initiative import initiative_facts, initiative_notices, initiative_sections
from macros.pages.meeting import meeting_facts, meeting_sections
from macros.pages.parts import KIND_LABELS, Fact, Item, Section, badge, fact, facts, section, sections
from macros.pages.related import Shelves, is_relatable, related
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
    is_sample: bool
    stage: str
    stage_label: str
    notices: Sequence[Item]
    facts: Sequence[Fact]
    above: Sequence[Section]
    below: Sequence[Section]
    history: Sequence[Fact]


def record_page(record: Record, edition: Edition, by_key: Shelves) -> RecordPage:
    """Everything that a record's page shows beside the text that was written."""
    kind_facts, notices, above, below = _of_kind(record, edition)
    if is_relatable(record):
        others = edition.entries(related(record, edition, by_key))
        below += sections(section("Related", "cards", others))
    stage, stage_label = badge(record)
    return RecordPage(
        title=record.title,
        summary=record.summary,
        kind=record.KIND,
        kind_label=KIND_LABELS[record.KIND][0],
        is_sample=record.sample,
        stage=stage,
        stage_label=stage_label,
        notices=[*upkeep_notices(record, edition), *notices],
        facts=kind_facts,
        above=above,
        below=below,
        history=_history(record, edition),
    )


def _of_kind(record: Record, edition: Edition) -> tuple[list[Fact], list[Item], list[Section], list[Section]]:
    """The facts, notices and sections of a record's own kind."""
    match record:
        case Initiative():
            below = initiative_sections(record, edition)
            return initiative_facts(record, edition), initiative_notices(record), [], below
        case Meeting():
            return meeting_facts(record, edition), [], meeting_sections(record, edition), []
        case Evidence():
            notices, above = evidence_notices(record, edition), evidence_summary_sections(record)
            return evidence_facts(record, edition), notices, above, evidence_sections(record, edition)
        case Service():
            below = service_sections(record, edition)
            return service_facts(record, edition), service_notices(record, edition), [], below
        case Theme():
            return theme_facts(record, edition), [], [], theme_sections(record, edition)
    raise TypeError(f"no page for {type(record).__name__}")


def _history(record: Record, edition: Edition) -> list[Fact]:
    source = Item(record.source.title, href=record.source.url) if record.source else None
    updates = [f"{in_words(update.date)}: {update.note}" for update in record.updates]
    return facts(
        fact("Source", source),
        fact("Added", record.added),
        fact("Updates", *updates),
        *upkeep_facts(record, edition),
    )
