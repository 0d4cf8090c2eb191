"""A survey round and workforce figures have a table beside them, and each of its cells has what its column takes.

Why: The record says when and where people were counted, and only the table has the numbers. Pages, charts and downloads find a
number by the names in its row: if one is written differently, the number is left out.
"""

from macros.kinds import QuestionSet, Record, SurveyRound, SurveyRow
from macros.library.library import CONTENT, Library
from macros.library.tables import table_path
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleContext, RuleTopic, did_you_mean

TOPIC = RuleTopic.FILES


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Look for the table of a record that should have one."""
    if record.ROW is not None and (path := table_path(context.document.path)) not in context.library.files:
        name = path.rpartition("/")[2]
        yield context.diagnostic(
            f'Its table "{name}" is missing. Put the file that the collating tool wrote beside this one.'
        )


def check_library(library: Library) -> Diagnostics:
    """Report what the reader found wrong with each table."""
    for table in library.tables.values():
        for fault in table.faults:
            slip = did_you_mean(fault.written, fault.known) if fault.written else ""
            yield Diagnostic(table.path, fault.span, f"{fault.wrong}{slip}")
    for record in library.all_of(SurveyRound).values():
        if asked := library.all_of(QuestionSet).get(record.question_set):
            yield from _unknown_names(record, asked, library)


def _unknown_names(record: SurveyRound, asked: QuestionSet, library: Library) -> Diagnostics:
    """The questions and answers of a table that are not in its question set."""
    questions = {one.id for one in asked.items}
    answers = {one.id for one in asked.scale} | SurveyRow.WHOLES
    columns = list(SurveyRow.model_fields)
    for number, row in enumerate(record.rows):
        for column, name, known in (("question", row.question, questions), ("answer", row.answer, answers)):
            if name and name not in known:
                table = library.tables[table_path(f"{CONTENT}/{record.path}")]
                wrong = f"There is no such {column} in the question set.{did_you_mean(name, sorted(known))}"
                yield Diagnostic(table.path, table.span(number, columns.index(column)), wrong)
