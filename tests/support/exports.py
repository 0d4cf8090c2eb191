"""Files of answers as survey programs write them. No one in them is real."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook

from macros.collate.sheet import MOST_ROWS
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


def odk_central(days: Sequence[str], people: Rows) -> bytes:
    """What ODK Central exports, with a column for each note of the form (lib/data/briefcase.js of its server in August 2026)."""
    own = ["meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected"]
    own += ["Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    rows = [["SubmissionDate", "note_introduction", "service", "breaks", "say", "note_credit", *own]]
    rest = ["", "uuid:a-b", "uuid:a-b", "12", "Jo Sample", "0", "0", "", "", "", "0", "20260901"]
    rows += [[f"{day}T07:01:02.345Z", "", *one, *rest] for day, one in zip(days, people, strict=True)]
    return table(rows)


def as_codes(content: bytes) -> bytes:
    """The workbook with carriage returns in place of "@", as Excel keeps them (ISO/IEC 29500-1, 22.9.2.19)."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(b"@", b"_x000D_\n") if name.startswith("xl/worksheets/") else part)
    return written.getvalue()


def with_days_as_text(content: bytes) -> bytes:
    """The workbook with its days as ISO 8601 (`t="d"`), which one reader takes for other days (findings/december-2026-is-july-1905.sh)."""
    book = load_workbook(io.BytesIO(content))
    book.iso_dates = True
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


# What the three people answered, in every shape in which it may come.
SPACED = ["Which\xa0service do you work in?\xa0", f"{BREAKS}\xa0", f" {SAY}\n"]
LIMESURVEY = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]
NOT_KEPT = "1980-01-01 00:00:00"
LATER = ["1", "2026-09-29 08:00:00", "2", "en", "123456"]
KOBO = ["start", "end", "_id", "_uuid", "_submission_time"]
TIMES = ["2026-09-29T08:00:00.000+01:00", "2026-09-29T08:01:00.000+01:00", "7", "a-b", "2026-09-29T07:01:02"]
NAMES = [("brindle", "agree", "disagree"), ("brindle", "neither_agree_nor_disagree", ""), ("sorrel", "agree", "agree")]

# Headings of a grid, with more commas than the table has columns.
GRID = [f"At work, at home, on the way, and on the whole [{one}]" for one in (BREAKS, SAY)]

SHAPES: Mapping[str, bytes] = {
    "as it is now": microsoft_forms(newer=True),
    "days as ISO 8601": with_days_as_text(microsoft_forms(newer=True)),
    "as it was": microsoft_forms(identifier="ID"),
    "no-break spaces": microsoft_forms(questions=SPACED),
    "a semicolon after each answer": microsoft_forms([[f"{one};" if one else "" for one in row] for row in PEOPLE]),
    "the same question again in the form": microsoft_forms(questions=[WHERE, f"{BREAKS}2", SAY]),
    "an earlier wording": microsoft_forms(questions=[WHERE, BREAKS, FORMER_SAY]),
    "capitals and curly quotes": microsoft_forms([[one.upper() for one in row] for row in PEOPLE]),
    "Google, with a time zone": google_forms(["2026/09/29 8:00:12 am GMT+1"] * 3),
    "Google, American": google_forms(["9/29/2026 8:00:12", "9/30/2026 9:12:01", "10/1/2026 10:00:00"]),
    "typed again without marks": microsoft_forms(
        questions=["Which service do you work in", f"{BREAKS} *", SAY.rstrip(".")]
    ),
    "Google, British": google_forms(["29/09/2026 08:00:12", "01/10/2026 09:12:01", "02/10/2026 10:00:00"]),
    "saved by a German Excel": table(
        [["Id", "Start time", "Completion time", "Email", "Name", *QUESTIONS]]
        + [["1", "29.09.2026 08:00", "29.09.2026 08:01", "anonymous", "", *row] for row in PEOPLE],
        ";",
        "cp1252",
    ),
    "with a separator line": b"sep=;\r\n" + table([QUESTIONS, *PEOPLE], ";"),
    "as Unicode text": table([QUESTIONS, *PEOPLE], "\t", "utf-16"),
    "LimeSurvey, full texts": table([[*LIMESURVEY, *QUESTIONS], *([*LATER, *row] for row in PEOPLE)], ";"),
    "LimeSurvey, codes": table([[*LIMESURVEY, "service", "breaks", "say"], *([*LATER, *row] for row in PEOPLE)]),
    "LimeSurvey, code and text": table(
        [[*LIMESURVEY, f"service. {WHERE}", f"breaks. {BREAKS}", f"say. {SAY}"], *([*LATER, *row] for row in PEOPLE)]
    ),
    "LimeSurvey, which kept no times": table(
        [[*LIMESURVEY, *QUESTIONS], *(["1", NOT_KEPT, *LATER[2:], *row] for row in PEOPLE)]
    ),
    "semicolons, and many commas in headings": table([[WHERE, *GRID], *PEOPLE], ";"),
    "tabs, and many commas in headings": table([[WHERE, *GRID], *PEOPLE], "\t"),
    "carriage returns": workbook([[WHERE, f"{BREAKS}\r\n", SAY.replace(" in ", "\r\nin ")], *PEOPLE]),
    "carriage returns as codes": as_codes(workbook([[WHERE, f"{BREAKS}@", SAY.replace(" in ", "@in ")], *PEOPLE])),
    "a grid": table([[WHERE, f"How far do you agree? [{BREAKS}]", f"How far do you agree? [{SAY}]"], *PEOPLE]),
    "KoBo, labels": table([[*KOBO, *QUESTIONS], *([*TIMES, *row] for row in PEOPLE)], ";"),
    "ODK Central": odk_central(["2026-09-29"] * 3, NAMES),
    "KoBo, names": table(
        [[*KOBO, "survey/service", "survey/breaks", "survey/say"], *([*TIMES, *row] for row in NAMES)]
    ),
}


def with_formulas() -> bytes:
    rows = [list(QUESTIONS), ["Sample service Brindle", '=HYPERLINK("https://example.org/","Agree")', "Agree"]]
    return workbook(rows)


def far_away() -> bytes:
    book = Workbook()
    book.active["A1"] = BREAKS
    book.active["XFD1048576"] = "x"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def other_zip(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        target.writestr(name, "x")
    return written.getvalue()


def large() -> bytes:
    """A small file whose sheet takes up 210 MB."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/workbook.xml", "<workbook/>")
        with target.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(210):
                part.write(b" " * 1_000_000)
    return written.getvalue()


def _misled() -> bytes:
    """A workbook whose list of parts is said to start far away."""
    content = bytearray(microsoft_forms())
    content[-6:-2] = b"\xff\xff\xff\x7f"
    return bytes(content)


# What cannot be used, and how the words begin that say so.
REFUSED = {
    "nothing": (b"", "It is empty."),
    "spaces": (b" \r\n ", "It is empty."),
    "an empty workbook": (workbook([]), "It is empty."),
    "no answers": (microsoft_forms([]), "It has headings and nothing below them."),
    "another survey": (table([["How old are you?"], ["7"]]), "None of its columns is a question of"),
    "no headings": (table(PEOPLE), "None of its columns is a question of"),
    "one question twice": (table([[BREAKS, SAY, f"{SAY}2"], PEOPLE[0]]), "Columns B and C both have the answers"),
    "a password": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "It is protected by a password."),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"Workbook", "It is an old workbook (.xls)."),
    "a Word document": (other_zip("word/document.xml"), "It is a Word document."),
    "a presentation": (other_zip("ppt/presentation.xml"), "It is a PowerPoint presentation."),
    "an OpenDocument file": (other_zip("content.xml"), "It is an OpenDocument file"),
    "a binary workbook": (other_zip("xl/workbook.bin"), "It is a binary workbook"),
    "a ZIP file": (other_zip("answers.xlsx"), "It is a ZIP file."),
    "half of a workbook": (microsoft_forms()[:3000], "It is damaged."),
    "a formula at the end": (workbook([[BREAKS], ["Agree"], ["=COUNTA(A2:A2)"]]), "It has a formula in cell A3."),
    "a list that leads out of the file": (_misled(), "It is damaged."),
    "a workbook in name": (b"PK\x03\x04 and nothing else", "It is damaged."),
    "a workbook without its parts": (other_zip("xl/workbook.xml"), "It is damaged."),
    "a web page": (b"<html><body>Sign in</body></html>", "It is a web page."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "It is not a table."),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "None of its columns is a question of"),
    "the day first and the month first": (
        google_forms(["9/29/2026 8:00:12", "30/9/2026 9:12:01", "10/1/2026 10:00:00"]),
        "The dates in column A have the day first in some rows and the month first in others.",
    ),
    "far away": (far_away(), "It has something in cell XFD1048576,"),
    "a formula": (with_formulas(), "It has a formula in cell B2."),
    "too many columns": (table([["x"] * 501]), "It has more than 500 columns"),
    "too many rows": (table([[BREAKS], *[["Agree"]] * (MOST_ROWS + 1)]), "It has more than 20,000 rows"),
    "a cell without end": (b'"' + b"x" * 200_000, "It is not a table."),
    "far too large": (large(), "It is far too large"),
}


def damaged(number: int) -> list[bytes]:
    """As many files that were changed by chance, in a part of a workbook or as a whole, the same every time."""
    chance = random.Random(number)
    bases = [microsoft_forms(), SHAPES["LimeSurvey, full texts"], SHAPES["as Unicode text"]]
    return [_changed(chance.choice(bases), chance) for _ in range(number)]


def _changed(content: bytes, chance: random.Random) -> bytes:
    if not content.startswith(b"PK") or chance.random() < 0.5:
        return _with_noise(content, chance)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, _with_noise(part, chance) if chance.random() < 0.5 else part)
    return written.getvalue()


def _with_noise(content: bytes, chance: random.Random) -> bytes:
    noisy = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(noisy) + 1)
        noisy[at : at + chance.choice([0, 1, 40])] = chance.randbytes(chance.choice([0, 1, 20]))
    return bytes(noisy)
