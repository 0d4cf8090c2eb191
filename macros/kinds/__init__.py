"""The kinds of record, each with its fields and settings in a module of its own.

Every module here with a subclass of `Record` adds a kind.
"""

from importlib import import_module
from pkgutil import iter_modules

from macros.kinds.adoption import Adoption
from macros.kinds.agenda import Action, Opening, Presentation, Speaker, StandingItemReport, Topic
from macros.kinds.body_section import BodySection
from macros.kinds.consent import Named
from macros.kinds.cost import Cost
from macros.kinds.diamond9 import Diamond9, Group, Reason
from macros.kinds.entry import Entry
from macros.kinds.evidence import Checked, Citation, Evidence
from macros.kinds.history import Review, ReviewOutcome, Update
from macros.kinds.initiative import Initiative, InitiativeStage, Quote
from macros.kinds.meeting import Meeting
from macros.kinds.meeting_stage import MeetingStage
from macros.kinds.page import Page
from macros.kinds.question_set import AnswerOption, QuestionLicence, QuestionSet, Sharing, SurveyQuestion
from macros.kinds.record import Record, Source
from macros.kinds.service import Champion, ChampionTime, Service
from macros.kinds.survey_round import SurveyRound, SurveyRow
from macros.kinds.table_row import TableRow
from macros.kinds.theme import Theme
from macros.kinds.workforce_figures import Destination, Measure, WorkforceFigures, WorkforceRow
from macros.schema.part import Part

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")

KINDS: dict[str, type[Record]] = {
    model.KIND: model for model in sorted(Record.__subclasses__(), key=lambda model: model.PLACE)
}
# In the order that suits readers: kinds that are news first, kinds that gather other records last.
AS_READ = sorted(KINDS.values(), key=lambda model: (bool(model.GATHERED_BY), not model.IS_TOLD_WHEN_NEW))
FOLDERS: dict[str, str] = {model.FOLDER: kind for kind, model in KINDS.items()}
# Those that anyone may propose.
PROPOSED = {kind: model for kind, model in KINDS.items() if model.IS_PROPOSED}
# What anyone may propose to add to a record, by the names of the forms.
ENTRIES: dict[str, type[Entry]] = {
    model.FORM: model for model in sorted(Entry.__subclasses__(), key=lambda one: one.FORM)
}
