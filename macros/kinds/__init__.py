"""The five kinds of record, a module each: the only place where a field is described."""

from __future__ import annotations

from macros.kinds.diamond9 import Diamond9, Group, Reason, Statement
from macros.kinds.due import review_due
from macros.kinds.evidence import Checked, Citation, Evidence
from macros.kinds.initiative import SECTIONS, Adoption, BodySection, Cost, Initiative, InitiativeStage, Quote
from macros.kinds.meeting import (
    Action,
    Meeting,
    MeetingStage,
    Opening,
    Presentation,
    StandingItemReport,
    Topic,
)
from macros.kinds.page import Page
from macros.kinds.record import Record, Review, ReviewOutcome, Source, Update
from macros.kinds.service import Champion, ChampionTime, Service
from macros.kinds.theme import Theme
from macros.schema.part import Part

__all__ = [
    "FOLDERS",
    "KINDS",
    "SECTIONS",
    "Action",
    "Adoption",
    "BodySection",
    "Champion",
    "ChampionTime",
    "Checked",
    "Citation",
    "Cost",
    "Diamond9",
    "Evidence",
    "Group",
    "Initiative",
    "InitiativeStage",
    "Meeting",
    "MeetingStage",
    "Opening",
    "Page",
    "Part",
    "Presentation",
    "Quote",
    "Reason",
    "Record",
    "Review",
    "ReviewOutcome",
    "Service",
    "Source",
    "StandingItemReport",
    "Statement",
    "Theme",
    "Topic",
    "Update",
    "review_due",
]

KINDS: dict[str, type[Record]] = {model.KIND: model for model in (Initiative, Meeting, Evidence, Service, Theme)}
FOLDERS: dict[str, str] = {model.FOLDER: kind for kind, model in KINDS.items()}
