"""Finds the questions of a survey among the columns of a file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.collate.refusal import Refusal
from macros.collate.sheet import column_letters
from macros.kinds.question_set import as_compared
from macros.outputs.limesurvey import question_codes
from macros.pages.questionnaire import SERVICE, AskedQuestion, Questionnaire

# The columns that programs add themselves, as their headings are compared. Those that could say who answered:
PERSONAL = {
    *(
        "email",
        "email address",
        "e-mail",
        "name",
        "username",
        "user name",
        "first name",
        "last name",
        "full name",
        "phone number",
    ),
    *(
        "ip address",
        "ipaddr",
        "ipaddress",
        "token",
        "seed",
        "firstname",
        "lastname",
        "user",
        "_submitted_by",
        "deviceid",
    ),
    *("phonenumber", "refurl", "referrer url", "submitterid", "submittername"),
}
# And others.
TECHNICAL = {
    *(
        "id",
        "start time",
        "last modified time",
        "total points",
        "quiz feedback",
        "language",
        "start language",
        "startlanguage",
    ),
    *(
        "response id",
        "lastpage",
        "last page",
        "startdate",
        "date started",
        "start",
        "today",
        "_id",
        "_uuid",
        "_validation_status",
    ),
    *(
        "_notes",
        "_status",
        "__version__",
        "_tags",
        "_index",
        "formhub/uuid",
        "meta/instanceid",
        "_attachments",
        "_geolocation",
    ),
    # Of ODK Central, which also has a column for each note of a form.
    *(
        "key",
        "meta-instanceid",
        "attachmentspresent",
        "attachmentsexpected",
        "status",
        "reviewstate",
        "edits",
        "formversion",
    ),
    *("note_introduction", "note_credit"),
}
# When someone sent their answers.
SENT = {
    "completion time",
    "timestamp",
    "submitdate",
    "date submitted",
    "datestamp",
    "date last action",
    "_submission_time",
    "submissiondate",
    "end",
}
# Blank in the row of someone who did not get to the end: LimeSurvey's.
FINISHED = {"submitdate", "date submitted"}
# How many of their words two wordings share, of all that they have, if one may be the other reworded.
_NEARLY = 0.6
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]\s*$")
_NUMBERED = re.compile(r"\d{1,2}$")


@dataclass
class Columns:
    """The columns of a file: which question each has the answers to, by its position.

    `same` gives the question for headings that someone has decided on, and `left_out` are those that are none.
    """

    asked: Questionnaire
    same: Mapping[str, str] = field(default_factory=dict)
    left_out: Collection[str] = ()
    questions: dict[int, AskedQuestion] = field(default_factory=dict)
    sent: int | None = None
    finished: int | None = None
    personal: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    former: list[tuple[str, str]] = field(default_factory=list)

    def choose(self, headings: Sequence[str]) -> Sequence[int]:
        """The positions of the columns to read. No other is read: not who answered, nor what the question set does not ask.

        Raises `Refusal` if a question is there twice or no question is there, or if a column is nearly a question that is missing.
        """
        decided = {as_compared(heading): one for heading, one in self.same.items()}
        unknown: list[tuple[int, str]] = []
        for position, heading in enumerate(headings):
            plain = as_compared(heading)
            # A second column of one name has a number after it.
            if _NUMBERED.sub("", plain) in PERSONAL:
                self.personal.append(heading)
            elif plain in SENT:
                self.sent = position if self.sent is None else self.sent
                self.finished = position if plain in FINISHED else self.finished
            elif found := self._question(heading, decided.get(plain)):
                self._take(position, found, heading)
            elif plain and plain not in TECHNICAL:
                unknown.append((position, heading))
        if not {one.id for one in self.questions.values()} - {SERVICE}:
            raise Refusal("no-questions", title=self.asked.title)
        self._look_at(unknown)
        return [*self.questions, *({self.sent, self.finished} - {None})]  # type: ignore[list-item]

    @property
    def missing(self) -> list[AskedQuestion]:
        """The questions without a column."""
        return [one for one in self.asked.questions if one not in self.questions.values()]

    def _take(self, position: int, found: AskedQuestion, heading: str) -> None:
        for other, question in self.questions.items():
            if question == found:
                raise Refusal(
                    "one-question-twice",
                    first=column_letters(other),
                    second=column_letters(position),
                    question=found.text,
                )
        self.questions[position] = found
        if as_compared(found.text) not in as_compared(heading) and not _is_name(heading, found.id):
            self.former.append((heading, found.text))

    def _question(self, heading: str, decided: str | None) -> AskedQuestion | None:
        if decided is not None:
            return next((one for one in self.asked.questions if one.id == decided), None)
        codes = question_codes([one.id for one in self.asked.questions])
        for form in _forms(heading):
            for one in self.asked.questions:
                if (
                    _words(form) in map(_words, (one.text, *one.before))
                    or _is_name(form, one.id)
                    or form.lower() == codes[one.id]
                ):
                    return one
        return None

    def _look_at(self, unknown: Sequence[tuple[int, str]]) -> None:
        """Keep the columns that are no question, unless one of them is nearly one that is missing."""
        left_out = {as_compared(one) for one in self.left_out}
        for position, heading in unknown:
            near = next((one for one in self.missing if _is_nearly(heading, one)), None)
            if near is not None and as_compared(heading) not in left_out:
                raise Refusal(
                    "reworded", column=column_letters(position), heading=heading[:200], question=near.text, id=near.id
                )
            self.others.append(heading)


def _forms(heading: str) -> Iterator[str]:
    """A heading, and what of it may be the question: in brackets, after a group or a code, or before a number that makes it unique."""
    yield heading
    if match := _IN_BRACKETS.search(heading):
        yield match[1]
    if "/" in heading:
        yield heading.rpartition("/")[2]
    code, mark, text = heading.partition(". ")
    if mark and code.isalnum():
        yield text
    if _NUMBERED.search(heading):
        yield _NUMBERED.sub("", heading)


def _is_name(heading: str, name: str) -> bool:
    """Whether a heading is the short name of a question, as an XLSForm has it."""
    return heading.strip().lower().replace("_", "-").removeprefix("q-") == name.removeprefix("q-")


def _is_nearly(heading: str, question: AskedQuestion) -> bool:
    return any(_likeness(heading, words) >= _NEARLY for words in (question.text, *question.before))


def _words(text: str) -> list[str]:
    """The words of a heading or a question. Whoever types a question again often leaves out a mark."""
    return re.findall(r"\w+", as_compared(text))


def _likeness(one: str, other: str) -> float:
    first, second = {*_words(one)}, {*_words(other)}
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0
