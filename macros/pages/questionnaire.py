"""A questionnaire: what people are asked, from a question set and the services of the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import QuestionSet, Service
from macros.library.public import PublicLibrary

# The question that says which service an answer belongs to. No other question can have this name.
SERVICE = "service"
# Its last answer.
NOT_SAID = "not-said"
_SERVICE_QUESTION = "Which service do you work in?"
_NOT_SAID_TEXT = "Another service, or I would rather not say"
# A promise, which every form makes before the first question.
PROMISE = (
    "Please do not give your name. The answers of everyone are counted together, and nothing is published that shows what one "
    "person said."
)


@dataclass(frozen=True)
class AskedOption:
    """An answer to choose, with its short name."""

    id: str
    text: str


@dataclass(frozen=True)
class AskedQuestion:
    """A question with its short name, the answers to choose from, and the words it was asked in before."""

    id: str
    text: str
    options: Sequence[AskedOption]
    before: Sequence[str] = ()


@dataclass(frozen=True)
class Questionnaire:
    """What people are asked. `introduction` comes before the first question, `credit` says whose questions they are."""

    title: str
    introduction: str
    credit: str
    questions: Sequence[AskedQuestion]


def questionnaire(questions: QuestionSet, public: PublicLibrary) -> Questionnaire:
    """The questionnaire of a question set whose questions may be copied."""
    scale = [AskedOption(one.id, one.text) for one in questions.scale]
    asked = [AskedQuestion(one.id, one.text, scale, one.before) for one in questions.items]
    return Questionnaire(
        questions.title,
        f"{questions.introduction} {PROMISE}" if questions.introduction else PROMISE,
        questions.credit_line,
        [*service_question(public), *asked],
    )


def service_question(public: PublicLibrary) -> list[AskedQuestion]:
    """The question which service people work in; none if the network has only one, or none."""
    services = [AskedOption(one.id, one.title) for one in public.all_of(Service).values() if one.active]
    if len(services) < 2:
        return []
    return [AskedQuestion(SERVICE, _SERVICE_QUESTION, [*services, AskedOption(NOT_SAID, _NOT_SAID_TEXT)])]
