"""The files of a survey round: the record, its table, and the report that the coordinator keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from macros.collate.refusal import Note
from macros.collate.survey import Survey
from macros.figures.disclosure.limits import in_words as limits_in_words
from macros.figures.disclosure.release import ProtectedTable, Reason
from macros.figures.table import EVERYONE, Entry, Whose, table_lines
from macros.kinds import Service, SurveyRound, SurveyRow
from macros.kinds.survey_round import ANSWERED, ASKED
from macros.library.public import PublicLibrary
from macros.library.tables import table_path
from macros.schema.description import described
from macros.schema.durations import counted, days_in_words
from macros.schema.types import Month, in_words
from macros.source.writer import record_text

REPORT = "report.txt"
# The shortest and the longest title and summary that a record may have.
_LONGEST_TITLE, _LONGEST_SUMMARY = 80, 200


def round_files(
    survey: Survey, table: ProtectedTable, notes: Mapping[str, Sequence[Note]], public: PublicLibrary, day: date
) -> dict[str, str]:
    """The text of each file by its name. `notes` are those on each file of answers. Only the report is not for publishing."""
    name = f"{survey.closed:%Y-%m}-{survey.questions.id}"
    return {
        f"{name}.md": _record(survey, table, day),
        table_path(f"{name}.md"): "".join(f"{line}\n" for line in table_lines(table.cells, SurveyRow)),
        REPORT: "".join(f"{line}\n" for line in _report(survey, table, notes, public)),
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


def _report(
    survey: Survey, table: ProtectedTable, notes: Mapping[str, Sequence[Note]], public: PublicLibrary
) -> Iterator[str]:
    yield f"{survey.questions.title}, {days_in_words(survey.opened, survey.closed if survey.closed != survey.opened else None)}"
    yield ""
    yield "Keep this report to yourself. It says why each number is hidden, which tells more than the table does."
    for file, told in notes.items():
        yield from ("", file, *(f"- {note}" for note in told))
    yield from (
        "",
        "How small numbers are protected",
        *(f"- {rule}" for rule in limits_in_words(public.network.disclosure)),
    )
    hidden = len(table.reasons)
    yield from ("", f"Hidden: {counted(hidden, 'number')} of {len(table.cells):,}")
    reasons: dict[Reason, list[Entry]] = {}
    for entry, reason in table.reasons.items():
        reasons.setdefault(reason, []).append(entry)
    words = _Words(survey, public)
    for why, entries in reasons.items():
        yield from ("", f"Because {why}:", *words.lines(entries))


class _Words:
    """The numbers of a table in words."""

    def __init__(self, survey: Survey, public: PublicLibrary) -> None:
        self._groups: dict[Whose, Mapping[str, str]] = {
            Whose.SERVICE: public.titles_by_id(Service.KIND),
            Whose.AREA: public.network.words("areas"),
        }
        self._questions = {one.id: one.text for one in survey.questions.items}
        totals = {ASKED: "everyone who was asked", ANSWERED: "everyone who answered"}
        self._answers = {one.id: one.text for one in survey.questions.scale} | totals

    def lines(self, entries: Iterable[Entry]) -> Iterator[str]:
        """What numbers are about, a line for each group and question: "- North, “I take breaks”: Agree, Disagree"."""
        together: dict[str, list[str]] = {}
        for entry in sorted(entries):
            whose = self._groups.get(entry.group.whose, {}).get(entry.group.name, "The network")
            question = f", “{self._questions[entry.topic]}”" if entry.topic else ""
            together.setdefault(f"{whose}{question}", []).append(self._answers[entry.what])
        return (f"- {about}: {', '.join(answers)}" for about, answers in together.items())
