"""Files of answers as survey programs write them. Nobody in them is real."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from openpyxl import Workbook

from macros.pages.questionnaire import NOT_SAID, SERVICE, AskedOption, AskedQuestion, Questionnaire

AGREEMENT = [
    AskedOption(one.lower().replace(" ", "-"), one) for one in ("Disagree", "Neither agree nor disagree", "Agree")
]
BREAKS, SAY = "I take proper breaks.", "I have a say in how I do my work."
FORMER_SAY = "I can decide how I do my work."
WHERE = "Which service do you work in?"
SERVICES = [AskedOption("brindle", "Sample service Brindle"), AskedOption("sorrel", "Sample service Sorrel")]
ASKED = Questionnaire(
    "How work is",
    "Please do not give your name.",
    "Licence: CC BY 4.0.",
    [
        AskedQuestion(SERVICE, WHERE, [*SERVICES, AskedOption(NOT_SAID, "Another service")]),
        AskedQuestion("breaks", BREAKS, AGREEMENT),
        AskedQuestion("say", SAY, AGREEMENT, [FORMER_SAY]),
    ],
)
# Three people, with everything that a program may put beside their answers.
PEOPLE = [
    ("Sample service Brindle", "Agree", "Disagree"),
    ("Sample service Brindle", "Neither agree nor disagree", ""),
    ("Sample service Sorrel", "Agree", "Agree"),
]
QUESTIONS = (WHERE, BREAKS, SAY)
FIRST_DAY = datetime(2026, 9, 29, 8, 0)

Rows = Sequence[Sequence[Any]]


def workbook(rows: Rows, sheet: str = "Sheet1", formats: Mapping[int, str] | None = None) -> bytes:
    """A workbook with these rows. `formats` are those of columns, counted from 1."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for column, number_format in (formats or {}).items():
        for [cell] in page.iter_rows(min_col=column, max_col=column, min_row=2):
            cell.number_format = number_format
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def microsoft_forms(
    people: Rows = PEOPLE,
    questions: Sequence[str] = QUESTIONS,
    *,
    identifier: str = "Id",
    newer: bool = False,
    name: str = "",
) -> bytes:
    """What Microsoft Forms exports: columns of its own, then one for each question."""
    own = [identifier, "Start time", "Completion time", "Email", "Name", *(["Last modified time"] if newer else [])]
    rows: list[Sequence[Any]] = [[*own, *questions]]
    for number, answers in enumerate(people, 1):
        sent = FIRST_DAY + timedelta(hours=number)
        rows.append([number, FIRST_DAY, sent, "anonymous", name or None, *([None] if newer else []), *answers])
    return workbook(rows, formats={2: "m/d/yy h:mm:ss", 3: "m/d/yy h:mm:ss"})


def table(rows: Rows, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """A text whose cells are separated."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def google_forms(times: Sequence[str], people: Rows = PEOPLE) -> bytes:
    """What Google Forms exports."""
    rows = [["Timestamp", "Email Address", *QUESTIONS]]
    rows += [[time, "anonymous@example.org", *answers] for time, answers in zip(times, people, strict=True)]
    return table(rows)
