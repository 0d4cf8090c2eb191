"""Files of answers are read right, or refused with words that a secretary can act on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from macros.collate.answers import Answers, Decisions, read_answers, read_folder
from macros.collate.refusal import Refusal
from macros.outputs.limesurvey import limesurvey_text
from macros.pages.questionnaire import AskedOption
from tests.support import exports
from tests.support.cases import for_each
from tests.support.exports import ASKED, BREAKS, LATER, LIMESURVEY, PEOPLE, QUESTIONS, REFUSED, SAY, SHAPES, WHERE

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


@for_each("shape", SHAPES)
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
    assert f"Not asked in this file: {SAY}" in notes(answers)


def test_what_is_not_in_the_question_set_is_said_and_not_read() -> None:
    content = exports.table([[*QUESTIONS, "Anything else?"], [*PEOPLE[0], "My manager is Jo Sample"]])
    assert "Left out, because they are not asked for: Anything else?." in notes(read(content))
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
        f"In column G, 1 answer to “{BREAKS}” is not among the answers to choose from: G2. Correct a copy of the file and "
        "choose that, or choose to count this as blank."
    )
    # The answers to another question are another decision.
    assert "In column H" in refusal(content, replace(DECISIONS, blank_if_unknown=["breaks", "service"]))
    answers = read(content, replace(DECISIONS, blank_if_unknown=["breaks", "say"]))
    assert people(answers) == [RIGHT[2]]
    assert "1 person left every question blank and is not counted." in notes(answers)


def test_a_service_that_the_network_does_not_have() -> None:
    content = exports.microsoft_forms(
        [("Sample service Tansy", "Agree", "Agree"), ("Another service", "Agree", ""), PEOPLE[2]]
    )
    assert refusal(content).startswith(
        "It names a service that this site does not list: “Sample service Tansy”: F2. If the"
    )
    answers = read(content, replace(DECISIONS, blank_if_unknown=["service"]))
    assert people(answers) == [RIGHT[2]]
    assert "2 people did not name a service of the network, and are not counted." in notes(answers)


def test_leaving_people_out_and_counting_answers_as_blank_are_two_decisions() -> None:
    content = exports.microsoft_forms([("Sample service Tansy", "Agree", "Agree"), PEOPLE[0], (*PEOPLE[2][:2], "4")])
    assert refusal(content, replace(DECISIONS, blank_if_unknown=["service"])).startswith("In column H, 1 answer")
    assert refusal(content, replace(DECISIONS, blank_if_unknown=["say"])).startswith("It names a service")


def test_what_a_form_offered_is_quoted_and_what_one_person_wrote_is_not() -> None:
    rows = [
        [*PEOPLE[0][:2], one]
        for one in ("Tend to agree", "Tend to agree", "4", "Ask Jo Sample", "so " * 30, "so " * 30)
    ]
    assert ": “Tend to agree”, “4”: C2, C3, C4, C5, C6, C7." in refusal(exports.table([QUESTIONS, *rows]))
    named = refusal(exports.table([QUESTIONS, ["My team is " + "so " * 30, *PEOPLE[0][1:]]]))
    assert "does not list: A2." in named


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
    assert refusal(exports.microsoft_forms(), until).startswith("No one in it answered between 1 January 2026 and")


def test_whoever_did_not_finish_is_not_counted() -> None:
    rows = [[*LIMESURVEY, *QUESTIONS], [*LATER, *PEOPLE[0]], ["2", "", "1", "en", "9", *PEOPLE[1]]]
    answers = read(exports.table(rows))
    assert people(answers) == RIGHT[:1]
    assert "1 person did not finish the survey and is not counted." in notes(answers)


def test_limesurvey_keeps_no_times_of_the_survey_that_we_offer() -> None:
    """Of an anonymous survey without times it says that everyone finished on 1 January 1980 (LimeSurvey 1.91 to 6, save.php)."""
    rows = [
        [*LIMESURVEY, *QUESTIONS],
        ["1", exports.NOT_KEPT, *LATER[2:], *PEOPLE[0]],
        ["2", "", *LATER[2:], *PEOPLE[1]],
    ]
    answers = read(exports.table(rows))
    assert people(answers) == RIGHT[:1]
    assert notes(answers)[:2] == [
        "The file does not say when people answered, so answers from any day are counted.",
        "1 person did not finish the survey and is not counted.",
    ]
    settings = limesurvey_text(ASKED, "en")
    assert "\tanonymized\t\tY\t" in settings
    assert "\tdatestamp\t\tN\t" in settings


def test_odk_central_says_who_sent_answers_and_when() -> None:
    answers = read(exports.odk_central(["2026-09-29", "2026-09-29", "2026-11-01"], exports.NAMES))
    assert people(answers) == RIGHT[:2]
    assert notes(answers) == [
        "1 person answered before 1 September 2026 or after 31 October 2026 and is not counted.",
        "2 people answered.",
        "Never read, because they could say who answered: SubmitterID, SubmitterName, DeviceID.",
    ]


def test_answers_that_are_numbers() -> None:
    ten = [AskedOption(str(number), str(number)) for number in range(11)]
    asked = replace(ASKED, questions=[replace(one, options=ten) for one in ASKED.questions[1:]])
    answers = read_answers(exports.workbook([[BREAKS, SAY], [7, 10.0], ["3", None]]), asked, DECISIONS)
    assert people(answers) == [("", {"breaks": "7", "say": "10"}), ("", {"breaks": "3"})]


def test_an_answer_whose_words_are_the_short_name_of_another() -> None:
    turned = [AskedOption("1", "2"), AskedOption("2", "1")]
    asked = replace(ASKED, questions=[replace(one, options=turned) for one in ASKED.questions[1:]])
    with pytest.raises(Refusal, match="“1”: A2"):
        read_answers(exports.table([[BREAKS], ["1"]]), asked, DECISIONS)


@for_each("name", REFUSED)
def test_what_cannot_be_used_is_refused_with_what_to_do(name: str) -> None:
    content, says = REFUSED[name]
    said = refusal(content)
    assert said.startswith(says)
    assert "Traceback" not in said


def test_a_damaged_file_is_read_or_refused() -> None:
    said = []
    for content in exports.damaged(400):
        try:
            read(content)
        except Refusal as refusal:
            said.append(str(refusal))
    assert 100 < len(said) < 400
    assert all(said)


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
