"""The forms of a question set, as the programs read them that take them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import html

from macros.kinds import QuestionSet
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.limesurvey import limesurveys, question_codes
from macros.outputs.survey_sheets import survey_sheets
from macros.outputs.word_questions import question_documents
from macros.outputs.xlsform import workbook, xlsform_sheets, xlsforms
from macros.pages.question_set import own_downloads, to_ask
from macros.pages.questionnaire import AskedOption, AskedQuestion, Questionnaire
from tests.support.exporting import PLACE, public
from tests.support.project import ROOT
from tests.support.rendering import renderer

OURS, ONS = "working-life", "ons4"


def convert(content: bytes) -> Any:
    """What the servers make of an XLSForm."""
    # It takes a third of a second to load.
    from pyxform.xls2xform import convert as converted

    return converted(content, file_type=".xlsx")


@pytest.fixture(scope="module")
def network() -> PublicLibrary:
    return public(read_library(ROOT))


@pytest.fixture(scope="module")
def files(network: PublicLibrary) -> Mapping[str, bytes]:
    made = [
        *survey_sheets(network, PLACE, renderer()),
        *xlsforms(network),
        *limesurveys(network, PLACE),
        *question_documents(network, PLACE),
    ]
    return {one.path: one.content for one in made}


def test_a_set_that_may_not_be_copied_has_no_forms(network: PublicLibrary, files: Mapping[str, bytes]) -> None:
    assert {one.id for one in to_ask(network)} == {OURS, ONS}
    assert {path.split("/")[1] for path in files} == {OURS, ONS}
    sets = network.all_of(QuestionSet).values()
    assert {one.id for one in sets if not own_downloads(one, network, PLACE.top)} == {
        "copenhagen-burnout-inventory",
        "hse-indicator-tool",
        "nhs-staff-survey",
        "wemwbs",
    }


def test_what_a_page_offers_is_made(network: PublicLibrary, files: Mapping[str, bytes]) -> None:
    for one in to_ask(network):
        for download in own_downloads(one, network, PLACE.top):
            path = download.file + "index.html" if download.file.endswith("/") else download.file
            assert path in files


def test_two_builds_are_the_same_to_the_byte(network: PublicLibrary, files: Mapping[str, bytes]) -> None:
    again = {one.path: one.content for one in [*xlsforms(network), *question_documents(network, PLACE)]}
    assert again == {path: files[path] for path in again}


@pytest.mark.thorough
@pytest.mark.parametrize("name", [OURS, ONS])
def test_an_xlsform_is_one(name: str, files: Mapping[str, bytes], network: PublicLibrary, tmp_path: Path) -> None:
    made = convert(files[f"question-sets/{name}/xlsform.xlsx"])
    assert made.warnings == []
    form = html.fromstring(made.xform.encode())
    [record] = [one for one in to_ask(network) if one.id == name]
    asked = list(form.iter("select1"))
    assert [one.findtext("label") for one in asked][1:] == [one.text for one in record.items]
    assert asked[0].get("ref").endswith("/service")
    assert f'id="{name}"' in made.xform


def test_an_xlsform_of_answers_that_are_numbers(files: Mapping[str, bytes]) -> None:
    made = convert(files[f"question-sets/{ONS}/xlsform.xlsx"]).xform
    assert [f"<name>{number}</name>" in made for number in range(11)] == [True] * 11


def test_an_xlsform_of_names_that_are_taken(network: PublicLibrary) -> None:
    record = network.all_of(QuestionSet)[OURS]
    names = ["meta", "introduction", "credit", "5-ways", "name"]
    asked = [AskedQuestion(one, f"Is this {one}?", [AskedOption("yes", "Yes")]) for one in names]
    sheets = xlsform_sheets(record, Questionnaire("Names", "Hello.", "Ours.", asked))
    made = convert(workbook(sheets, datetime(2026, 1, 1)))
    assert made.warnings == []
    assert [one.get("ref") for one in html.fromstring(made.xform.encode()).iter("select1")] == [
        "/data/q-meta",
        "/data/introduction",
        "/data/credit",
        "/data/q-5-ways",
        "/data/name",
    ]


def test_a_survey_for_limesurvey(files: Mapping[str, bytes], network: PublicLibrary) -> None:
    content = files[f"question-sets/{OURS}/limesurvey.txt"]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = [*csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter="\t")]
    said = {row["name"]: row["text"] for row in rows if row["class"] == "S"}
    assert (said["anonymized"], said["ipaddr"], said["datestamp"]) == ("Y", "N", "N")
    questions = [row for row in rows if row["class"] == "Q"]
    [record] = [one for one in to_ask(network) if one.id == OURS]
    assert [row["text"] for row in questions][1:] == [one.text for one in record.items]
    # LimeSurvey refuses any other code, and an answer belongs to the question above it.
    assert all(row["name"].isalnum() and row["name"][0].isalpha() and len(row["name"]) <= 20 for row in questions)
    assert len({row["name"] for row in questions}) == len(questions)
    at = rows.index(questions[1])
    assert [row["text"] for row in rows[at + 1 : at + 6]] == [one.text for one in record.scale]
    assert all(row["class"] == "A" and len(row["name"]) <= 5 for row in rows[at + 1 : at + 6])
    # They would read "&amp;" otherwise: only the welcome and the end are HTML.
    assert "surveyls_welcometext" in {row["name"] for row in rows if row["class"] == "SL"}


def test_codes_that_would_be_the_same() -> None:
    codes = question_codes(["breaks-away-from-my-desk", "breaks-away-from-my-desk-and-screen", "5-ways"])
    assert codes == {
        "breaks-away-from-my-desk": "breaksawayfrommydesk",
        "breaks-away-from-my-desk-and-screen": "breaksawayfrommyd002",
        "5-ways": "q5ways",
    }


def test_a_word_document_has_its_numbers_and_letters_in_the_text(files: Mapping[str, bytes]) -> None:
    content = files[f"question-sets/{OURS}/questions.docx"]
    lines = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert lines[0] == "Working life in our services"
    assert lines[2] == "1. Which service do you work in?"
    start = lines.index("2. I can do my work well in the hours I am paid for.")
    assert lines[start + 1 : start + 6] == [
        "A. Strongly disagree",
        "B. Disagree",
        "C. Neither agree nor disagree",
        "D. Agree",
        "E. Strongly agree",
    ]
    assert lines[-1].endswith("CC BY 4.0.")


def test_the_page_to_answer_on_can_be_read_without_its_script(files: Mapping[str, bytes]) -> None:
    page = html.fromstring(files[f"question-sets/{OURS}/answer/index.html"])
    questions = page.findall(".//fieldset")
    assert len(questions) == 15
    assert questions[1].findtext("legend") == "2. I can do my work well in the hours I am paid for."
    assert {one.get("name") for one in questions[1].iter("input")} == {"work-fits-hours"}
    # Nothing is chosen for anyone, nothing has to be answered, and nothing can be written that says who they are.
    assert not page.xpath("//input[@checked or @required or not(@type='radio')] | //textarea | //form/@action")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "form-action 'none'" in policy
    assert "connect-src" not in policy
