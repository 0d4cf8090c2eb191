"""A question set: the questions of a survey, with one scale to answer them on and what its licence allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from macros.kinds.name import KindName
from macros.kinds.question import Question, by_theme
from macros.kinds.record import Record, replaced_by_field, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown, in_groups
from macros.schema.durations import counted
from macros.schema.field import LATER, Need, Only, When, field
from macros.schema.part import Heading, Name, Part, QuestionSetId, Sentence, Summary, Title
from macros.schema.types import Choice, Identifier, Text, WebAddress, Word
from macros.source.likeness import alike

# Longer names are cut off by programs that make a column of each question.
_MOST_QUESTIONS = 60


def as_compared(words: str) -> str:
    """A question or an answer as it is compared with others, which may end with another punctuation mark."""
    return alike(words).rstrip(" .:;")


class Sharing(Choice):
    """What may be done with the wording of a question set."""

    FREE = "free", "Yes, anyone may."
    CREDITED = "credited", "Yes, if you give the credit below."
    LINK_ONLY = "link-only", "No, as far as we know. We only link to the questions."


class QuestionLicence(Part):
    """The licence of a question set."""

    name: Name = field("The licence, or what its owner says in place of one.", ["CC BY 4.0"], proposed=True)
    stated_at: WebAddress = field(
        "The web page that states it, or where we looked for it.",
        ["https://creativecommons.org/licenses/by/4.0/"],
        proposed=True,
    )
    sharing: Sharing = field("Whether the questions may be copied.", ["free"], proposed=True)
    credit: Sentence | None = field(
        "The words that every copy has to show.",
        ["Contains public sector information licensed under the Open Government Licence v3.0."],
        default=None,
        needed=Need(When("sharing", (Sharing.CREDITED,)), why="Say which words every copy has to show."),
        ask=LATER,
    )


class AnswerOption(Part):
    """One answer to choose."""

    id: Identifier = field("A short name for it, which must never change.", ["agree"])
    text: Annotated[str, Text(1, 80)] = field("What people read.", ["Agree"])
    neutral: bool = field(
        "Write true if it is neither good nor bad. Charts put it in the middle.", ["true"], default=False, ask=LATER
    )


class SurveyQuestion(Part):
    """One question."""

    id: Identifier = field("A short name for it, which must never change.", ["say-in-my-work"])
    text: Annotated[str, Text(5, 300)] = field(
        "The question or statement, word for word.", ["I have a say in how I do my work."]
    )
    area: Annotated[str, Word("hse_areas")] | None = field(
        "Which area of the HSE Management Standards it is about. Leave out if it is about something else.",
        ["control"],
        default=None,
    )
    before: list[Annotated[str, Text(5, 300)]] = field(
        "Earlier wordings that mean the same, so that answers to them still count. If the meaning has changed, write a new "
        "question with a name of its own.",
        [["I can decide how I do my work."]],
        default=[],
        ask=LATER,
    )
    reversed: bool = field(
        "Write true if the last answer of the scale is the worst one here.", ["true"], default=False, ask=LATER
    )


_SHAREABLE = When("may_be_copied")


def _only_shared() -> Only:
    return Only(
        _SHAREABLE,
        'The licence of these questions does not let us copy them, so they cannot be published here. Take "{name}" out, and let '
        "the page link to them.",
    )


class QuestionSet(Record):
    """The questions of a survey, who may use them, and the scale to answer them on."""

    KIND = "question_set"
    FOLDER = "question-sets"
    NAME = KindName("question set", "question sets")
    PLACE = 35
    MARK = "M5 15l5 5-5 5-5-5zM20 15l5 5-5 5-5-5zM20 30l5 5-5 5-5-5z"
    COLOUR = "evidence"
    IS_TOLD_WHEN_NEW = False
    # The forms cannot ask for questions.
    IS_PROPOSED = False

    title: Title = title_field("How work is for us")
    summary: Summary = summary_field(
        "Twelve statements on the six areas of the Management Standards, in our own words."
    )
    licence: QuestionLicence = field("Who may use the questions, and where that is stated.")
    introduction: Sentence | None = field(
        "What people read before the first question.",
        ["Think about the last four weeks at work."],
        default=None,
        only=_only_shared(),
    )
    scale: list[AnswerOption] = field(
        "The answers to choose from, the same for every question, in order from the worst to the best.",
        default=[],
        needed=Need(
            _SHAREABLE,
            why="People need answers to choose from.",
            how='Add a line "scale:", and below it an "id" and a "text" for each answer, from the worst to the best.',
            beside="licence",
        ),
        only=_only_shared(),
        max_length=11,
    )
    items: list[SurveyQuestion] = field(
        "The questions, in the order in which people read them.",
        default=[],
        needed=Need(
            _SHAREABLE,
            why="The licence lets us copy the questions, and there are none.",
            how='Add a line "items:", and below it an "id" and a "text" for each question.',
            beside="licence",
        ),
        only=_only_shared(),
        max_length=_MOST_QUESTIONS,
        also=("questions",),
    )
    written_by: Heading | None = field(
        "Who wrote the questions, if the network did not.", ["Office for National Statistics"], default=None
    )
    replaced_by: list[QuestionSetId] = replaced_by_field("question set", "working-life")

    @property
    def may_be_copied(self) -> bool:
        """Whether its licence allows the questions to be published here."""
        return self.licence.sharing is not Sharing.LINK_ONLY

    @property
    def credit_line(self) -> str:
        """Who wrote it and under which licence, for every copy of it."""
        owner = f"{self.written_by}. " if self.written_by else ""
        return f"{owner}{self.licence.credit or f'Licence: {self.licence.name}.'}"

    def fact_line(self, shown: Shown) -> list[str]:
        """How many questions it has, and its licence."""
        number = counted(len(self.items), "question") if self.items else "Link only"
        return [number, self.licence.name]

    def sentences(self) -> Iterable[str | None]:
        """Its introduction and its questions."""
        return (self.introduction, *(one.text for one in self.items))

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Who wrote it, its licence and its areas."""
        yield from (self.written_by or "", self.licence.name)
        yield from (shown.network.words("hse_areas")[one.area] for one in self.items if one.area)

    @classmethod
    def groups(cls, records: Sequence[QuestionSet], shown: Shown) -> Iterable[ListGroup]:
        """Those to use first, then those to link to."""
        labels = {True: "Ready to use", False: "Only to link to"}
        notes = {labels[False]: "Their licences do not let us copy the questions, or we have not found out."}
        return in_groups(records, labels, lambda one: one.may_be_copied, notes)

    @classmethod
    def questions(cls, records: Sequence[QuestionSet], shown: Shown) -> list[Question]:
        """Theme and HSE area."""
        areas = shown.network.words("hse_areas")
        return [
            by_theme(shown),
            Question("hse", "HSE area", areas, lambda record: [one.area for one in record.items], is_own=True),
        ]
