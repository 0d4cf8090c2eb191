"""The files of a survey round: the record, its table, and the report that the coordinator keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from macros.collate.groups import group_in_words
from macros.collate.refusal import Note
from macros.collate.report import REPORT, report
from macros.collate.survey import Survey
from macros.figures.disclosure.release import ProtectedTable
from macros.figures.table import EVERYONE, Entry, table_lines
from macros.kinds import SurveyRound, SurveyRow
from macros.kinds.survey_round import ANSWERED, ASKED
from macros.library.public import PublicLibrary
from macros.library.tables import table_path
from macros.schema.description import described
from macros.schema.durations import counted, days_in_words
from macros.schema.types import Month, in_words
from macros.source.writer import record_text

# The shortest and the longest title and summary that a record may have.
_LONGEST_TITLE, _LONGEST_SUMMARY = 80, 200


def round_files(
    survey: Survey, table: ProtectedTable, notes: Mapping[str, Sequence[Note]], public: PublicLibrary, day: date
) -> dict[str, str]:
    """The text of each file by its name. `notes` are those on each file of answers. Only the report is not for publishing."""
    name = f"{survey.closed:%Y-%m}-{survey.questions.id}"
    days = days_in_words(survey.opened, survey.closed if survey.closed != survey.opened else None)
    title = f"{survey.questions.title}, {days}"
    return {
        f"{name}.md": _record(survey, table, day),
        table_path(f"{name}.md"): "".join(f"{line}\n" for line in table_lines(table.cells, SurveyRow)),
        REPORT: report(title, table, notes, public.network.disclosure, _Words(survey, public).about),
    }


def _record(survey: Survey, table: ProtectedTable, day: date) -> str:
    month = in_words(Month(survey.closed.year, survey.closed.month))
    answered = table.cells[Entry(EVERYONE, "", ANSWERED)]
    who = f"About {answered} colleagues" if isinstance(answered, int) else "Colleagues"
    what = f'answered "{survey.questions.title}" in {month}, in {counted(len(survey.invited), "service")}.'
    values = {
        "title": f"{survey.questions.title}, {month}"[:_LONGEST_TITLE],
        "summary": f"{who} {what}"[:_LONGEST_SUMMARY],
        "added": day.isoformat(),
        "tags": list(survey.questions.tags),
        "opened": survey.opened.isoformat(),
        "closed": survey.closed.isoformat(),
        "question_set": survey.questions.id,
        "services": sorted(survey.invited),
    }
    return record_text(described(SurveyRound), values, "")


class _Words:
    """The numbers of a table in words."""

    def __init__(self, survey: Survey, public: PublicLibrary) -> None:
        self._public = public
        self._questions = {one.id: one.text for one in survey.questions.items}
        totals = {ASKED: "everyone who was asked", ANSWERED: "everyone who answered"}
        self._answers = {one.id: one.text for one in survey.questions.scale} | totals

    def about(self, entry: Entry) -> tuple[str, str]:
        """What a number is about: "North, “I take breaks”", and "Agree"."""
        question = f", “{self._questions[entry.topic]}”" if entry.topic else ""
        return f"{group_in_words(entry.group, self._public)}{question}", self._answers[entry.what]
