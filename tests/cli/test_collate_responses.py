"""From the files of a survey to the record of a round, on the coordinator's own computer."""

from __future__ import annotations

import csv
import os
import random
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from macros.collate.answers import Person
from macros.collate.refusal import Refusal
from macros.collate.survey import Survey, protected_table
from macros.figures.table import EVERYONE, Entry
from macros.kinds import QuestionSet, Service
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.pages.questionnaire import questionnaire
from tests.support import exports
from tests.support.programs import Done, run
from tests.support.project import ROOT, TODAY, TODAY_EPOCH

SET = "working-life"
HIDDEN = "[c]"


@pytest.fixture(scope="module")
def public() -> PublicLibrary:
    return PublicLibrary.of(read_library(ROOT / "demo"), TODAY)


def made_up(public: PublicLibrary, sizes: dict[str, int]) -> list[Person]:
    """People of services, who answer by chance, the same every time."""
    chance = random.Random(15)
    record = public.all_of(QuestionSet)[SET]
    options = [one.id for one in record.scale]
    return [
        Person(
            service,
            {one.id: chance.choices(options, [1, 2, 3, 6, 3])[0] for one in record.items if chance.random() > 0.05},
        )
        for service, size in sizes.items()
        for _ in range(size)
    ]


def named(people: list[Person]) -> list[Person]:
    """Those who are counted."""
    return [one for one in people if one.service]


SIZES = {"apricot": 60, "bilberry": 34, "cherry": 7, "": 5}


def exported(public: PublicLibrary, people: list[Person]) -> bytes:
    """What Microsoft Forms would export of them."""
    asked = questionnaire(public.all_of(QuestionSet)[SET], public)
    texts = {(one.id, option.id): option.text for one in asked.questions for option in one.options}
    rows = [
        [texts["service", person.service or "not-said"]]
        + [texts.get((one.id, person.answers.get(one.id, "")), "") for one in asked.questions[1:]]
        for person in people
    ]
    headings = ["Id", "Email", "Name", *(one.text for one in asked.questions)]
    return exports.workbook([headings, *([number, "", "", *row] for number, row in enumerate(rows, 1))])


def collate(out: Path, *arguments: object, root: Path = ROOT / "demo") -> Done:
    days = ("--opened", "2026-11-01", "--closed", "2026-11-20")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH}
    script = ROOT / "scripts/collate_responses.py"
    return run(script, "--root", root, "--questions", SET, *days, "--out", out, *arguments, environment=environment)


ASKED = [word for name in SIZES if name for word in ("--asked", f"{name}=80")]


def test_a_round_that_the_check_accepts(public: PublicLibrary, tmp_path: Path) -> None:
    people = made_up(public, SIZES)
    file, out, network = tmp_path / "answers.xlsx", tmp_path / "out", tmp_path / "demo"
    file.write_bytes(exported(public, people))
    done = collate(out, file, *ASKED)
    assert done.returncode == 0, done.stderr
    name = f"2026-11-{SET}"
    assert {one.name for one in out.iterdir()} == {f"{name}.md", f"{name}.csv", "report.txt"}
    assert "101 people answered." in done.stdout
    assert "5 people did not name a service of the network, and are not counted." in done.stdout
    # Every number that is shown is the true one, rounded.
    true = Counter(
        (whose, question, what)
        for person in people
        if person.service
        for whose in ("", person.service)
        for question, answer in person.answers.items()
        for what in (answer, "answered")
    )
    rows = [*csv.DictReader((out / f"{name}.csv").read_text(encoding="utf-8").splitlines())]
    shown = [row for row in rows if not row["area"] and row["question"] and row["count"] != HIDDEN]
    assert len(shown) > 40
    for row in shown:
        number = true[row["service"], row["question"], row["answer"]]
        assert number >= 8
        assert abs(number - int(row["count"])) <= 2
    # Of seven people nothing is shown, and the report says why, with no number.
    assert {row["count"] for row in rows if row["service"] == "cherry" and row["answer"] != "asked"} == {HIDDEN}
    report = (out / "report.txt").read_text(encoding="utf-8")
    assert "- Cherry: everyone who answered" in report.split("Because the group has fewer people than may be shown:")[1]
    # It is a record that the check accepts, beside those that are there.
    shutil.copytree(ROOT / "demo", network)
    (network / "content/survey-rounds").mkdir(exist_ok=True)
    for kind in ("md", "csv"):
        shutil.copy(out / f"{name}.{kind}", network / "content/survey-rounds")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH}
    checked = run(ROOT / "scripts/validate.py", "--root", network, environment=environment)
    assert "survey-rounds" not in checked.stdout
    # The same answers with one more person would give that person away.
    with pytest.raises(Refusal) as refused:
        protected_table(named(people), survey(public), PublicLibrary.of(read_library(network), TODAY))
    assert str(refused.value).startswith(
        "“Working life in our services, November 2026” has the same questions and some of"
    )


def survey(public: PublicLibrary) -> Survey:
    invited = {name: 80 for name in SIZES if name}
    return Survey(public.all_of(QuestionSet)[SET], date(2026, 11, 1), date(2026, 11, 20), invited)


def test_people_are_counted_in_their_service_its_area_and_the_network(public: PublicLibrary) -> None:
    table = protected_table(named(made_up(public, SIZES)), survey(public), public)
    groups = {entry.group.name for entry in table.cells}
    areas = {public.all_of(Service)[name].area for name in SIZES if name}
    assert groups == {"", *areas, *filter(None, SIZES)}
    assert table.cells[Entry(EVERYONE, "", "asked")] == 240
    assert table.cells[Entry(EVERYONE, "", "answered")] == 100


def test_more_answers_than_people(public: PublicLibrary) -> None:
    with pytest.raises(Refusal) as refused:
        protected_table(made_up(public, {"apricot": 81}), survey(public), public)
    assert str(refused.value) == (
        "In Apricot, 81 people answered, but you said that you asked only 80. Check both numbers: has a file been given twice?"
    )


WRONG = {
    "no such file": (
        ["nothing.xlsx", *ASKED],
        "Error: nothing.xlsx: There is no such file. Check its name and its folder.",
    ),
    "no one asked": (["{file}"], "Add --asked SERVICE=NUMBER."),
    "no such service": (["aprikot={file}", *ASKED], 'The network has no service "aprikot". It has: apricot,'),
    "no such set": (["{file}", "--questions", "work"], 'There is no question set "work" with questions. There are:'),
    "no number": (["{file}", "--asked", "apricot=many"], 'such as north=52, not "apricot=many".'),
    "no such question": (
        ["{file}", *ASKED, "--same", "How?=breaks"],
        'The question set has no question "breaks". It has:',
    ),
    "closed first": (["{file}", *ASKED, "--closed", "2026-10-01"], "Error: The survey closed before it opened."),
    "the same file twice": (
        ["{file}", "{file}", *ASKED],
        "Error: answers.xlsx: It has the same answers as another file, person by person.",
    ),
    "not a workbook": ([__file__, *ASKED], "test_collate_responses.py: None of its columns is a question of"),
    "an empty folder": (["{folder}", *ASKED], "It is empty."),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_in_a_sentence(name: str, public: PublicLibrary, tmp_path: Path) -> None:
    arguments, says = WRONG[name]
    file = tmp_path / "answers.xlsx"
    file.write_bytes(exported(public, made_up(public, {"apricot": 6})))
    (tmp_path / "folder").mkdir()
    done = collate(tmp_path / "out", *(one.format(file=file, folder=tmp_path / "folder") for one in arguments))
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_each_decision_is_said_with_the_option_for_it(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    heading = "I have a real say in how I do my work."
    file.write_bytes(exports.table([["Timestamp", heading], ["03/04/2026", "Agree"]]))
    assert "Error: answers.csv: None of its columns" in collate(tmp_path / "out", file, *ASKED).stderr
    question = "I take a proper break on most working days."
    file.write_bytes(exports.table([["Timestamp", heading, question], ["09/11/2026", "Agree", "Maybe"]]))
    given = ["--same", f"{heading}=say-in-my-work"]
    assert given[0] in collate(tmp_path / "out", file, *ASKED).stderr
    no_service = collate(tmp_path / "out", file, *ASKED, *given).stderr
    assert "Write the service in front of the name of the file: SERVICE=FILE." in no_service
    for option in (["--day-first"], ["--blank-if-unknown", "proper-breaks"]):
        assert " ".join(option) in collate(tmp_path / "out", f"apricot={file}", *ASKED, *given).stderr
        given += option
    done = collate(tmp_path / "out", f"apricot={file}", *ASKED, *given)
    assert done.returncode == 0, done.stderr
    wrong = collate(tmp_path / "out", file, *ASKED, "--blank-if-unknown", "breaks").stderr
    assert 'The question set has no question "breaks". It has: service, ' in wrong
