"""The kinds of record, each with its fields and settings in a module of its own.

Every module here with a subclass of `Record` adds a kind.
"""

from importlib import import_module
from pkgutil import iter_modules

from macros.kinds.agenda import Action, Opening, Presentation, StandingItemReport, Topic
from macros.kinds.body_section import BodySection
from macros.kinds.diamond9 import Diamond9, Group, Reason, Statement
from macros.kinds.due import review_due
from macros.kinds.evidence import Checked, Citation, Evidence
from macros.kinds.initiative import Cost, Initiative, InitiativeStage
from macros.kinds.meeting import Meeting
from macros.kinds.meeting_stage import MeetingStage
from macros.kinds.page import Page
from macros.kinds.record import Record, Review, ReviewOutcome, Source, Update
from macros.kinds.service import Champion, ChampionTime, Service
from macros.kinds.theme import Theme
from macros.kinds.uptake import Adoption, Quote
from macros.schema.part import Part

__all__ = [
    "AS_READ",
    "FOLDERS",
    "KINDS",
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

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")

KINDS: dict[str, type[Record]] = {
    model.KIND: model for model in sorted(Record.__subclasses__(), key=lambda model: model.PLACE)
}
# In the order that suits readers: kinds that are news first, kinds that gather other records last.
AS_READ = sorted(KINDS.values(), key=lambda model: (bool(model.GATHERED_BY), not model.IS_TOLD_WHEN_NEW))
FOLDERS: dict[str, str] = {model.FOLDER: kind for kind, model in KINDS.items()}
