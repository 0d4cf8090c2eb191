"""The answers of each person in a file, without anything that says who they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from macros.collate.answer_file import read_answer_files
from macros.collate.any_sheet import read_sheet
from macros.collate.days import days_of
from macros.collate.headings import Columns
from macros.collate.places import places, quoted
from macros.collate.refusal import Note, Refusal
from macros.collate.sheet import Sheet, column_letters
from macros.kinds.question_set import as_compared
from macros.pages.questionnaire import NOT_SAID, SERVICE, AskedQuestion, Questionnaire
from macros.schema.durations import counted
from macros.schema.types import in_words

# If so many people answer alike in two files, one after the other, they are the same people.
FEWEST_ALIKE = 5


@dataclass(frozen=True)
class Decisions:
    """What the coordinator has decided.

    `service` is the one that a whole file is from. `same` gives the question for headings in other words, and `left_out` are headings
    of columns to leave out. `blank_if_unknown` are the short names of questions whose answers count as blank if no one could choose them:
    each was decided by itself. For `SERVICE`, the people are left out. `day_first` is for dates that could be read both ways.
    """

    opened: date
    closed: date
    service: str | None = None
    same: Mapping[str, str] = field(default_factory=dict)
    left_out: Collection[str] = ()
    blank_if_unknown: Collection[str] = ()
    day_first: bool | None = None


@dataclass(frozen=True)
class Person:
    """The service of someone who answered, empty if it is not known, and their answers by question."""

    service: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Answers:
    """Everyone in a file, and what was done with it."""

    people: Sequence[Person]
    notes: Sequence[Note]


def read_answers(content: bytes, asked: Questionnaire, decisions: Decisions) -> Answers:
    """Everyone in a file that a survey program has written. Raises `Refusal`."""
    columns = Columns(asked, decisions.same, decisions.left_out)
    return _people(read_sheet(content, columns.choose), columns, decisions)


def read_folder(files: Mapping[str, bytes], question_set: str, asked: Questionnaire, decisions: Decisions) -> Answers:
    """Everyone in a folder of the files that the page of a question set saves. Raises `Refusal`."""
    columns = Columns(asked)
    if not files:
        raise Refusal("empty")
    return _people(read_answer_files(files, question_set, columns.choose), columns, decisions)


def _people(sheet: Sheet, columns: Columns, decisions: Decisions) -> Answers:
    has_service = any(one.id == SERVICE for one in columns.questions.values())
    if decisions.service is None and not has_service and _asks_service(columns.asked):
        raise Refusal("no-service")
    in_time, notes = _in_time(sheet, columns, decisions)
    place = {position: index for index, position in enumerate(sheet.columns)}
    answers: list[dict[str, str]] = [{} for _ in sheet.rows]
    services = [""] * len(sheet.rows)
    for position, question in columns.questions.items():
        texts = [row[place[position]] if inside else "" for row, inside in zip(sheet.rows, in_time, strict=True)]
        values, unknown = _values(texts, question)
        where = places(position, [sheet.numbers[index] for index in unknown])
        written = [texts[index] for index in unknown]
        if question.id == SERVICE:
            if unknown and SERVICE not in decisions.blank_if_unknown:
                raise Refusal("unknown-service", where=quoted(written) + where)
            services = [value if value != NOT_SAID else "" for value in values]
            continue
        if unknown:
            said = {
                "number": counted(len(unknown), "answer"),
                "are": "is" if len(unknown) == 1 else "are",
                "column": column_letters(position),
            }
            if question.id not in decisions.blank_if_unknown:
                # What only one person wrote may be about someone.
                where = quoted(written, fewest=2) + where
                raise Refusal("unknown-answers", id=question.id, question=question.text, where=where, **said)
            notes.append(Note("counted-as-blank", said))
        for index, value in enumerate(values):
            if value:
                answers[index][question.id] = value
    if decisions.service is not None:
        services = [decisions.service] * len(services)
    everyone = [Person(service, given) for service, given in zip(services, answers, strict=True) if given]
    if not everyone:
        raise Refusal("no-one-left", opened=in_words(decisions.opened), closed=in_words(decisions.closed))
    # Someone who is in the network and in none of its services would tell readers how far the others are rounded.
    people = [one for one in everyone if one.service] if _asks_service(columns.asked) else everyone
    if not people:
        raise Refusal("no-one-named")
    unnamed = len(everyone) - len(people)
    if unnamed:
        notes.append(Note("unnamed", _counting(unnamed)))
    return Answers(people, [*notes, *_told(people, sum(in_time) - unnamed, columns, decisions)])


def _asks_service(asked: Questionnaire) -> bool:
    return any(one.id == SERVICE for one in asked.questions)


def _in_time(sheet: Sheet, columns: Columns, decisions: Decisions) -> tuple[list[bool], list[Note]]:
    """Whether each person finished, and between the days of the survey; and what to say about that."""
    everyone = [True] * len(sheet.rows)
    if columns.sent is None:
        return everyone, [Note("no-time")]
    sent = [row[sheet.columns.index(columns.sent)] for row in sheet.rows]
    finished = everyone
    if columns.finished is not None:
        at = sheet.columns.index(columns.finished)
        finished = [bool(row[at]) for row in sheet.rows]
    days = days_of(sent, column_letters(columns.sent), decisions.day_first)
    inside = [day is None or decisions.opened <= day <= decisions.closed for day in days]
    notes = [] if any(days) else [Note("no-time")]
    if unfinished := finished.count(False):
        notes.append(Note("not-finished", _counting(unfinished)))
    if outside := sum(done and not within for done, within in zip(finished, inside, strict=True)):
        period = {"opened": in_words(decisions.opened), "closed": in_words(decisions.closed)}
        notes.append(Note("out-of-time", {**_counting(outside), **period}))
    return [done and within for done, within in zip(finished, inside, strict=True)], notes


def _values(texts: Sequence[str], question: AskedQuestion) -> tuple[list[str], list[int]]:
    """The answer in each cell, empty for none, and the positions of cells with something that is no answer."""
    known: dict[str, str | None] = {}
    for one in question.options:
        for words in {_plain(one.text), _plain(one.id)}:
            # Where the words of one answer are the short name of another, no one can tell which is meant.
            known[words] = one.id if known.get(words, one.id) == one.id else None
    values = [known.get(_plain(text)) if text else "" for text in texts]
    return [value or "" for value in values], [index for index, value in enumerate(values) if value is None]


def _plain(answer: str) -> str:
    """An answer as it is compared. Microsoft Forms puts a semicolon after each of several, even if only one was chosen."""
    return as_compared(answer).replace("_", "-")


def _told(people: Sequence[Person], in_time: int, columns: Columns, decisions: Decisions) -> list[Note]:
    notes = [Note("people", _counting(len(people)))]
    if blank := in_time - len(people):
        notes.append(Note("blank-rows", _counting(blank)))
    if columns.personal:
        notes.append(Note("dropped", {"columns": ", ".join(columns.personal)}))
    notes += [Note("former-words", {"heading": heading, "question": text}) for heading, text in columns.former]
    if missing := [one.text for one in columns.missing if one.id != SERVICE or decisions.service is None]:
        notes.append(Note("missing", {"questions": "; ".join(missing).removesuffix(".")}))
    if columns.others:
        notes.append(Note("left-out", {"columns": "; ".join(one[:80] for one in columns.others)}))
    return notes


def _counting(number: int) -> Mapping[str, str]:
    """What a sentence on a number of people needs."""
    return {"people": counted(number, "person", "people"), "are": "is" if number == 1 else "are"}
