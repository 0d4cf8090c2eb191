"""Files of answers are read right, or refused with words that a secretary can act on."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook

from macros.collate.answers import Answers, Decisions, read_answers, read_folder
from macros.collate.refusal import Refusal
from macros.collate.sheet import MOST_ROWS
from macros.pages.questionnaire import AskedOption
from tests.support import exports
from tests.support.exports import ASKED, BREAKS, FORMER_SAY, PEOPLE, QUESTIONS, SAY, WHERE

DECISIONS = Decisions(date(2026, 9, 1), date(2026, 10, 31))
Read = list[tuple[str, dict[str, str]]]
# What the three people of the examples answered.
RIGHT: Read = [
    ("brindle", {"breaks": "agree", "say": "disagree"}),
    ("brindle", {"breaks": "neither-agree-nor-disagree"}),
    ("sorrel", {"breaks": "agree", "say": "agree"}),
]


def read(content: bytes, decisions: Decisions = DECISIONS) -> Answers:
    return read_answers(content, ASKED, decisions)


def people(answers: Answers) -> Read:
    return [(one.service, dict(one.answers)) for one in answers.people]


def notes(answers: Answers) -> list[str]:
    return [str(note) for note in answers.notes]


def refusal(content: bytes, decisions: Decisions = DECISIONS) -> str:
    with pytest.raises(Refusal) as refused:
        read(content, decisions)
    return str(refused.value)


SPACED = ["Which\xa0service do you work in?\xa0", f"{BREAKS}\xa0", f" {SAY}\n"]
LIMESURVEY = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]
LATER = ["1", "2026-09-29 08:00:00", "2", "en", "123456"]
KOBO = ["start", "end", "_id", "_uuid", "_submission_time"]
TIMES = ["2026-09-29T08:00:00.000+01:00", "2026-09-29T08:01:00.000+01:00", "7", "a-b", "2026-09-29T07:01:02"]

SHAPES: Mapping[str, bytes] = {
    "as it is now": exports.microsoft_forms(newer=True),
    "as it was": exports.microsoft_forms(identifier="ID"),
    "no-break spaces": exports.microsoft_forms(questions=SPACED),
    "a semicolon after each answer": exports.microsoft_forms([[f"{one};" if one else "" for one in row] for row in PEOPLE]),
    "the same question again in the form": exports.microsoft_forms(questions=[WHERE, f"{BREAKS}2", SAY]),
    "an earlier wording": exports.microsoft_forms(questions=[WHERE, BREAKS, FORMER_SAY]),
    "capitals and curly quotes": exports.microsoft_forms([[one.upper() for one in row] for row in PEOPLE]),
    "Google, with a time zone": exports.google_forms(["2026/09/29 8:00:12 am GMT+1"] * 3),
    "Google, American": exports.google_forms(["9/29/2026 8:00:12", "9/30/2026 9:12:01", "10/1/2026 10:00:00"]),
    "Google, British": exports.google_forms(["29/09/2026 08:00:12", "01/10/2026 09:12:01", "02/10/2026 10:00:00"]),
    "saved by a German Excel": exports.table(
        [["Id", "Start time", "Completion time", "Email", "Name", *QUESTIONS]]
        + [["1", "29.09.2026 08:00", "29.09.2026 08:01", "anonymous", "", *row] for row in PEOPLE],
        ";",
        "cp1252",
    ),
    "with a separator line": b"sep=;\r\n" + exports.table([QUESTIONS, *PEOPLE], ";"),
    "as Unicode text": exports.table([QUESTIONS, *PEOPLE], "\t", "utf-16"),
    "LimeSurvey, full texts": exports.table([[*LIMESURVEY, *QUESTIONS], *([*LATER, *row] for row in PEOPLE)], ";"),
    "LimeSurvey, codes": exports.table([[*LIMESURVEY, "service", "breaks", "say"], *([*LATER, *row] for row in PEOPLE)]),
    "LimeSurvey, code and text": exports.table(
        [[*LIMESURVEY, f"service. {WHERE}", f"breaks. {BREAKS}", f"say. {SAY}"], *([*LATER, *row] for row in PEOPLE)]
    ),
    "a grid": exports.table([[WHERE, f"How far do you agree? [{BREAKS}]", f"How far do you agree? [{SAY}]"], *PEOPLE]),
    "KoBo, labels": exports.table([[*KOBO, *QUESTIONS], *([*TIMES, *row] for row in PEOPLE)], ";"),
    "KoBo, names": exports.table(
        [
            [*KOBO, "survey/service", "survey/breaks", "survey/say"],
            [*TIMES, "brindle", "agree", "disagree"],
            [*TIMES, "brindle", "neither_agree_nor_disagree", ""],
            [*TIMES, "sorrel", "agree", "agree"],
        ]
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_right(shape: str) -> None:
    assert people(read(SHAPES[shape])) == RIGHT


def test_names_and_addresses_are_never_read() -> None:
    content = exports.microsoft_forms(name="Jo Sample", questions=[WHERE, BREAKS, SAY])
    answers = read(content)
    assert "Never read, because they could say who answered: Email, Name." in notes(answers)
    assert "Jo Sample" not in repr(answers)
    # A question called "Name" has a number after it.
    with_name = exports.table([["Name", "Name2", "Email", *QUESTIONS], ["", "Jo Sample", "", *PEOPLE[0]]])
    assert "Jo Sample" not in repr(read(with_name))
    assert "Never read, because they could say who answered: Name, Name2, Email." in notes(read(with_name))


def test_columns_that_were_added_later_are_blank_for_those_before() -> None:
    answers = read(exports.microsoft_forms([("Sample service Brindle", "Agree"), PEOPLE[2]]))
    assert people(answers) == [("brindle", {"breaks": "agree"}), RIGHT[2]]


def test_a_question_that_the_form_left_out_is_said() -> None:
    answers = read(exports.table([[WHERE, BREAKS], *(row[:2] for row in PEOPLE)]))
    assert f"Not asked in this file: {SAY}." in notes(answers)


def test_what_is_not_in_the_question_set_is_said_and_not_read() -> None:
    content = exports.table([[*QUESTIONS, "Anything else?"], [*PEOPLE[0], "My manager is Jo Sample"]])
    assert "Left out, because they are not in the question set: Anything else?." in notes(read(content))
    assert "Jo Sample" not in repr(read(content))


def test_a_reworded_question_waits_for_a_decision() -> None:
    heading = "I have a big say in how I do my work"
    content = exports.microsoft_forms(questions=[WHERE, BREAKS, heading])
    assert refusal(content) == (
        f"Column H, “{heading}”, is nearly “{SAY}”. Say whether it is the same question in other words, or another one to "
        "leave out."
    )
    same = read(content, replace(DECISIONS, same={heading: "say"}))
    assert people(same) == RIGHT
    assert f"“{heading}” was counted as “{SAY}”." in notes(same)
    another = read(content, replace(DECISIONS, left_out=[heading]))
    assert people(another) == [(service, {"breaks": answers["breaks"]}) for service, answers in RIGHT]


def test_an_answer_that_nobody_could_choose_waits_for_a_decision() -> None:
    content = exports.microsoft_forms([("Sample service Brindle", "Agree;Disagree;", "Ask Jo Sample"), PEOPLE[2]])
    said = refusal(content)
    assert said == (
        f"In column G, 1 answer could not be chosen for “{BREAKS}”: see G2. Correct the file, or choose to count this as blank."
    )
    answers = read(content, replace(DECISIONS, blank_if_unknown=True))
    assert people(answers) == [RIGHT[2]]
    assert "1 person left every question blank and is not counted." in notes(answers)


def test_a_service_that_the_network_does_not_have() -> None:
    content = exports.microsoft_forms([("Sample service Tansy", "Agree", "Agree"), ("Another service", "Agree", "")])
    assert refusal(content).startswith("It names a service that the network does not have: see F2.")
    answers = read(content, replace(DECISIONS, blank_if_unknown=True))
    assert people(answers) == [("", {"breaks": "agree", "say": "agree"}), ("", {"breaks": "agree"})]


def test_a_file_of_one_service() -> None:
    content = exports.table([[BREAKS, SAY], *(row[1:] for row in PEOPLE)])
    assert refusal(content) == (
        "It does not say which service each person works in. Say which service the whole file is from."
    )
    assert {service for service, _ in people(read(content, replace(DECISIONS, service="sorrel")))} == {"sorrel"}


def test_dates_that_could_be_read_both_ways() -> None:
    content = exports.google_forms(["09/10/2026 08:00:12", "10/10/2026 08:00:12", "10/09/2026 08:00:12"])
    assert refusal(content) == "The dates in column A could have the day or the month first, as in 03/04. Say which."
    assert len(read(content, replace(DECISIONS, day_first=True)).people) == 3
    until = replace(DECISIONS, closed=date(2026, 9, 30), day_first=True)
    answers = read(content, until)
    assert people(answers) == [RIGHT[2]]
    assert "2 people answered before 1 September 2026 or after 30 September 2026 and are not counted." in notes(answers)


def test_nobody_is_left() -> None:
    until = replace(DECISIONS, opened=date(2026, 1, 1), closed=date(2026, 2, 1))
    assert refusal(exports.microsoft_forms(), until).startswith("Nobody in it answered between 1 January 2026 and")


def test_whoever_did_not_finish_is_not_counted() -> None:
    rows = [[*LIMESURVEY, *QUESTIONS], [*LATER, *PEOPLE[0]], ["2", "", "1", "en", "9", *PEOPLE[1]]]
    answers = read(exports.table(rows))
    assert people(answers) == RIGHT[:1]
    assert "1 person did not finish the survey and is not counted." in notes(answers)


def test_answers_that_are_numbers() -> None:
    ten = [AskedOption(str(number), str(number)) for number in range(11)]
    asked = replace(ASKED, questions=[replace(one, options=ten) for one in ASKED.questions[1:]])
    answers = read_answers(exports.workbook([[BREAKS, SAY], [7, 10.0], ["3", None]]), asked, DECISIONS)
    assert people(answers) == [("", {"breaks": "7", "say": "10"}), ("", {"breaks": "3"})]


def test_an_answer_whose_words_are_the_short_name_of_another() -> None:
    turned = [AskedOption("1", "2"), AskedOption("2", "1")]
    asked = replace(ASKED, questions=[replace(one, options=turned) for one in ASKED.questions[1:]])
    with pytest.raises(Refusal, match="could not be chosen"):
        read_answers(exports.table([[BREAKS], ["1"]]), asked, DECISIONS)


def with_formulas() -> bytes:
    rows = [list(QUESTIONS), ["Sample service Brindle", '=HYPERLINK("https://example.org/","Agree")', "Agree"]]
    return exports.workbook(rows)


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
    """A small file whose sheet takes up 300 MB."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/workbook.xml", "<workbook/>")
        with target.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return written.getvalue()


REFUSED = {
    "nothing": (b"", "It is empty."),
    "spaces": (b" \r\n ", "It is empty."),
    "an empty workbook": (exports.workbook([]), "It is empty."),
    "no answers": (exports.microsoft_forms([]), "It has questions and no answers."),
    "another survey": (exports.table([["How old are you?"], ["7"]]), "None of its columns is a question of"),
    "no headings": (exports.table(PEOPLE), "None of its columns is a question of"),
    "one question twice": (
        exports.table([[BREAKS, SAY, f"{SAY}2"], PEOPLE[0]]),
        "Columns B and C both have the answers",
    ),
    "a password": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "It is protected by a password."),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"Workbook", "It is an old workbook (.xls)."),
    "a Word document": (other_zip("word/document.xml"), "It is a Word document."),
    "a presentation": (other_zip("ppt/presentation.xml"), "It is a PowerPoint presentation."),
    "an OpenDocument file": (other_zip("content.xml"), "It is an OpenDocument file"),
    "a binary workbook": (other_zip("xl/workbook.bin"), "It is a binary workbook"),
    "a ZIP file": (other_zip("answers.xlsx"), "It is a ZIP file."),
    "half of a workbook": (exports.microsoft_forms()[:3000], "It is damaged."),
    "a formula at the end": (
        exports.workbook([[BREAKS], ["Agree"], ["=COUNTA(A2:A2)"]]),
        "It has a formula in cell A3.",
    ),
    "a workbook in name": (b"PK\x03\x04 and nothing else", "It is damaged."),
    "a workbook without its parts": (other_zip("xl/workbook.xml"), "It is damaged."),
    "a web page": (b"<html><body>Sign in</body></html>", "It is a web page."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "It is not a table."),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "None of its columns is a question of"),
    "far away": (far_away(), "It has something in cell XFD1048576,"),
    "a formula": (with_formulas(), "It has a formula in cell B2."),
    "too many columns": (exports.table([["x"] * 501]), "It has more than 500 columns"),
    "too many rows": (exports.table([[BREAKS], *[["Agree"]] * (MOST_ROWS + 1)]), "It has more than 20,000 rows"),
    "a cell without end": (b'"' + b"x" * 200_000, "It is not a table."),
    "far too large": (large(), "It is far too large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_with_what_to_do(name: str) -> None:
    content, says = REFUSED[name]
    said = refusal(content)
    assert said.startswith(says)
    assert "Traceback" not in said


def test_ten_thousand_people() -> None:
    assert len(read(exports.workbook([QUESTIONS, *[PEOPLE[0]] * 10_000])).people) == 10_000


def saved(answers: Mapping[str, str], question_set: str = "work") -> bytes:
    return json.dumps({"format": "survey-answers/1", "question_set": question_set, "answers": answers}).encode()


def test_a_folder_of_answer_files() -> None:
    files = {f"{number}.json": saved({"service": service, **given}) for number, (service, given) in enumerate(RIGHT)}
    answers = read_folder(files, "work", ASKED, DECISIONS)
    assert people(answers) == RIGHT
    for name, content, says in [
        ("a.json", b"{", '"a.json" is not a file of answers.'),
        ("a.json", b"[" * 100_000, '"a.json" is not a file of answers.'),
        ("a.json", saved({}, "others"), '"a.json" has the answers to "others", not to "work".'),
        ("a.json", json.dumps({"name": "Jo Sample"}).encode(), '"a.json" is not a file of answers.'),
    ]:
        with pytest.raises(Refusal) as refused:
            read_folder({**files, name: content}, "work", ASKED, DECISIONS)
        assert str(refused.value).startswith(says)
