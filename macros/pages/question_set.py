"""The page of a question set."""

from collections.abc import Sequence

from macros.kinds import QuestionSet, SurveyRound
from macros.library.public import PublicLibrary
from macros.pages.downloads import WORD_TYPE, Download
from macros.pages.parts import Item, KindView, fact, facts, items_for, section, sections
from macros.pages.shortlist import entries_section, whole_list_of

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The forms of a question set, in the folder of its page.
ANSWER_PAGE, XLSFORM_FILE, LIMESURVEY_FILE, WORD_FILE = "answer/", "xlsform.xlsx", "limesurvey.txt", "questions.docx"


def view(record: QuestionSet, public: PublicLibrary) -> KindView:
    """Its licence and who wrote it, then the questions, the answers to choose from, and the rounds that asked them."""
    areas = public.network.words("hse_areas")
    licence = record.licence
    about = facts(
        fact("Licence", Item(licence.name, href=licence.stated_at)),
        fact("May you copy it?", licence.sharing.description),
        fact("Credit", licence.credit, is_own=True),
        fact("Written by", record.written_by, is_own=True),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    asked = [(one.text, areas[one.area] if one.area else "", one.reversed) for one in record.items]
    above = sections(
        section("Before the first question", "written", record.introduction),
        section("The questions", "questions", asked),
        section("Answers to choose from", "points", [one.text for one in record.scale]),
    )
    rounds = sorted(public.linking_to(record, SurveyRound), key=lambda one: one.closed, reverse=True)
    return KindView(
        about, above=above, below=sections(entries_section("Asked in", rounds, whole_list_of(SurveyRound), public))
    )


def own_downloads(record: QuestionSet, public: PublicLibrary, top: str) -> Sequence[Download]:
    """The forms to ask the questions with, if they may be copied."""
    if not record.may_be_copied:
        return []
    folder = f"{record.FOLDER}/{record.id}/"
    return [
        Download("Answer it on your device, or print it", "text/html", folder + ANSWER_PAGE),
        Download("Questions as a Word document, for Microsoft Forms", WORD_TYPE, folder + WORD_FILE),
        Download("Form for KoboToolbox and ODK (XLSForm)", XLSX_TYPE, folder + XLSFORM_FILE),
        Download("Survey for LimeSurvey (tab-separated)", "text/tab-separated-values", folder + LIMESURVEY_FILE),
    ]


def to_ask(public: PublicLibrary) -> list[QuestionSet]:
    """The question sets whose questions may be copied."""
    return [one for one in public.all_of(QuestionSet).values() if one.may_be_copied]
