"""Each question set as an XLSForm, the open format of KoboToolbox and ODK.

Source: https://xlsform.org/en/
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

import xlsxwriter

from macros.kinds import QuestionSet
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.pages.question_set import XLSFORM_FILE, to_ask
from macros.pages.questionnaire import AskedQuestion, Questionnaire, questionnaire

Row = Sequence[str]
# What every form has beside its questions. No short name has an underscore, so our notes have one.
_TAKEN = "meta"


def xlsforms(public: PublicLibrary) -> Iterator[File]:
    """The form of each question set whose questions may be copied."""
    for one in to_ask(public):
        sheets = xlsform_sheets(one, questionnaire(one, public))
        # Two builds on one day are the same to the byte.
        made = datetime.combine(public.today, time())
        yield File(f"{one.FOLDER}/{one.id}/{XLSFORM_FILE}", workbook(sheets, made))


def xlsform_sheets(record: QuestionSet, asked: Questionnaire) -> dict[str, list[Row]]:
    """The rows of each sheet, the headings first."""
    survey: list[Row] = [("type", "name", "label", "appearance")]
    survey += [("note", "note_introduction", asked.introduction, "")]
    choices: list[Row] = [("list_name", "name", "label")]
    lists: dict[tuple[str, ...], str] = {}
    for question in asked.questions:
        options = tuple(one.id for one in question.options)
        # Questions with the same answers share a list, which programs show as a grid.
        if options not in lists:
            lists[options] = f"answers_{len(lists) + 1}"
            choices += [(lists[options], one.id, one.text) for one in question.options]
        survey.append((f"select_one {lists[options]}", column_name(question), question.text, ""))
    survey.append(("note", "note_credit", asked.credit, ""))
    # A later version replaces an earlier one on the server.
    version = f"{record.last_change:%Y%m%d}"
    settings: list[Row] = [("form_title", "form_id", "version"), (asked.title, record.id, version)]
    return {"survey": survey, "choices": choices, "settings": settings}


def column_name(question: AskedQuestion) -> str:
    """The name of a question, which is that of an XML element: it cannot start with a digit, and one name is taken."""
    return f"q-{question.id}" if question.id[0].isdigit() or question.id == _TAKEN else question.id


def workbook(sheets: Mapping[str, Sequence[Row]], made: datetime, widths: Sequence[int] = (24, 24, 80)) -> bytes:
    """The bytes of a workbook with these sheets, `made` at this time. `widths` are those of columns, in characters."""
    written = io.BytesIO()
    # Text that looks like a formula, a number or an address stays text.
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": made})
        heading = book.add_format({"bold": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for column, width in enumerate(widths):
                sheet.set_column(column, column, width)
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(number, column, text, None if number else heading)
    return written.getvalue()
