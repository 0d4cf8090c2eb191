"""A survey round: one question set, answered in one period, with a table of protected counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from macros.kinds.name import KindName
from macros.kinds.question import Question, by_year
from macros.kinds.record import Record, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown
from macros.kinds.table_row import TableRow
from macros.schema.durations import counted, days_in_words
from macros.schema.field import After, field
from macros.schema.part import QuestionSetId, ServiceId, Summary, Title
from macros.schema.protected import ProtectedCount
from macros.schema.types import Day, Identifier

# In the column `answer`, beside the answers of a question: how many people were asked, and how many answered.
ASKED, ANSWERED = "asked", "answered"


class SurveyRow(TableRow):
    """How many people gave an answer, answered a question, or were asked at all."""

    WHOLES = frozenset({ASKED, ANSWERED})

    question: Identifier | None = field(
        "The question, by its id in the question set. Blank in rows on the round as a whole.",
        ["proper-breaks"],
        default=None,
    )
    answer: Identifier = field(
        'The answer, by its id in the question set; or "answered", for everyone who answered the question. In rows on the '
        'round as a whole, "asked" or "answered".',
        ["agree"],
    )
    count: ProtectedCount = field(
        "The number of people, rounded to 5. A share is of those who answered the question. [c] if it is hidden.",
        ["40"],
    )

    @property
    def about(self) -> tuple[str, str]:
        """The question, empty for the round as a whole, and the answer."""
        return self.question or "", self.answer

    @classmethod
    def columns(cls, topic: str, what: str) -> Mapping[str, str]:
        """The question and the answer."""
        return {"question": topic, "answer": what}

    @property
    def fault(self) -> str:
        """Why no table has such a row: it also needs a question, or asks for none."""
        if not self.question and self.answer not in self.WHOLES:
            return "This row has an answer and no question."
        if self.question and self.answer == ASKED:
            return "Everyone is asked every question, so only rows without a question say how many were asked."
        return super().fault


class SurveyRound(Record):
    """What people in the services answered to a question set in one period, as protected counts."""

    KIND = "survey_round"
    FOLDER = "survey-rounds"
    NAME = KindName("survey round", "survey rounds")
    PLACE = 70
    MARK = "M12.5 7.5l5 5-5 5-5-5zM12.5 22.5l5 5-5 5-5-5zM20 15l5 5-5 5-5-5zM27.5 7.5l5 5-5 5-5-5z"
    COLOUR = "evidence"
    # What was answered stays as it was.
    IS_REVIEWED = False
    IS_PROPOSED = False
    ROW = SurveyRow

    title: Title = title_field("Survey of spring 2026")
    summary: Summary = summary_field("What 240 colleagues in eight services said about their work in spring 2026.")
    opened: Day = field("The first day on which people could answer.", ["2026-03-02"])
    closed: Day = field(
        "The last day on which people could answer.",
        ["2026-03-20"],
        after=After("opened", "The survey closed ({later}) before it opened ({earlier}). Check both dates."),
    )
    question_set: QuestionSetId = field(
        "The questions: the file name of the question set, without .md.", ["about-your-work"]
    )
    services: list[ServiceId] = field(
        "The services whose people were asked: file names of service records, without .md.", [["sample-brindle"]]
    )

    @property
    def period(self) -> tuple[date, date]:
        """Its first and its last day."""
        return self.opened, self.closed

    def fact_line(self, shown: Shown) -> list[str]:
        """When people could answer, and how many services were asked."""
        return [days_in_words(*self.period), counted(len(self.services), "service")]

    @classmethod
    def groups(cls, records: Sequence[SurveyRound], shown: Shown) -> Iterable[ListGroup]:
        """All of them, latest first."""
        newest_first = sorted(records, key=lambda one: one.closed, reverse=True)
        return [ListGroup(cls.NAME.labels, newest_first)]

    @classmethod
    def questions(cls, records: Sequence[SurveyRound], shown: Shown) -> list[Question]:
        """The year."""
        return [by_year("Year", records, lambda record: record.closed.year)]
