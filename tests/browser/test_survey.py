"""A survey in the browser: answered on a page, and counted on another, with nothing sent."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Download, FilePayload, Page, expect

from macros.collate.answers import Decisions, read_answers
from macros.collate.round_files import round_files
from macros.collate.survey import Survey, protected_table
from macros.kinds import QuestionSet, Service
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.pages.questionnaire import Questionnaire, questionnaire
from tests.browser.axe import axe_findings, findings_on_every_device
from tests.browser.visiting import Visitor
from tests.support import exports
from tests.support.building import Site
from tests.support.project import TODAY

SET = "working-life"
ANSWER, COLLATE = f"question-sets/{SET}/answer/", "evaluation/collate/"
OPENED, CLOSED = date(2026, 9, 1), date(2026, 10, 31)
INVITED = 60


@pytest.fixture
def public(own: Site) -> PublicLibrary:
    return PublicLibrary.of(read_library(own.root), TODAY)


def asked(public: PublicLibrary) -> Questionnaire:
    return questionnaire(public.all_of(QuestionSet)[SET], public)


def exported(asked: Questionnaire, heading: str = "") -> bytes:
    """What Microsoft Forms exports of 40 people in each service, with one question in other words."""
    service, *questions = asked.questions
    people = [
        [option.text, *(one.options[number * (number + place) % 5].text for place, one in enumerate(questions))]
        for option in service.options
        for number in range(40)
    ]
    headings = [one.text for one in asked.questions]
    return exports.microsoft_forms(people, [*headings[:-1], heading or headings[-1]], newer=True)


def ready(visit: Visitor, width: int = 1280) -> Page:
    page = visit(COLLATE, width=width, motion=False)
    page.get_by_label("Which questions did you ask?").select_option(SET)
    page.get_by_label("From").fill(OPENED.isoformat())
    page.get_by_label("to", exact=True).fill(CLOSED.isoformat())
    for box in page.locator("[data-service]").all():
        box.fill(str(INVITED))
    return page


def chosen(page: Page, name: str, content: bytes) -> None:
    page.get_by_label("The files with the answers").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def saved(page: Page, button: str) -> Download:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value


def text_of(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def test_answers_are_saved_on_the_device_and_can_be_counted(visit: Visitor) -> None:
    page = visit(ANSWER, width=320, height=640, motion=False)
    page.get_by_role("button", name="Save my answers as a file").click()
    expect(page.get_by_role("status")).to_have_text("You have not chosen any answer yet.")
    question = page.get_by_role("group", name="I take a proper break on most working days.")
    question.get_by_label("Agree", exact=True).check()
    page.get_by_label("North Yorkshire IAPT").check()
    download = saved(page, "Save my answers as a file")
    assert download.suggested_filename.startswith(f"answers-{SET}-")
    said = json.loads(text_of(download))
    # Neither a name nor a time.
    assert said == {
        "format": "survey-answers/1",
        "question_set": SET,
        "answers": {"service": "north-yorkshire", "proper-breaks": "agree"},
    }
    page.get_by_role("button", name="Clear my answers").click()
    assert page.locator("input:checked").count() == 0
    counting = ready(visit)
    chosen(counting, "answers-a.json", json.dumps(said).encode())
    counting.get_by_role("button", name="Count the answers").click()
    expect(counting.get_by_role("heading", name="The round is ready")).to_be_focused()
    expect(counting.locator(".kb-collate__files")).to_contain_text("1 person answered.")


def test_the_same_answers_are_not_counted_twice(visit: Visitor, public: PublicLibrary) -> None:
    content = exported(asked(public))
    page = ready(visit)
    page.get_by_label("The files with the answers").set_input_files(
        [FilePayload(name=name, mimeType="application/octet-stream", buffer=content) for name in ("a.xlsx", "b.xlsx")]
    )
    page.get_by_role("button", name="Count the answers").click()
    expect(page.locator(".kb-collate__files li").last).to_contain_text(
        "It has the same answers as another file, person by"
    )
    expect(page.get_by_text("Nothing was counted yet. Look at the files above.")).to_be_visible()


def test_a_round_is_counted_as_the_command_counts_it(visit: Visitor, public: PublicLibrary) -> None:
    content = exported(asked(public))
    page = ready(visit)
    page.wait_for_load_state("networkidle")
    before = page.evaluate("() => performance.getEntriesByType('resource').length")
    chosen(page, "answers.xlsx", content)
    page.get_by_role("button", name="Count the answers").click()
    expect(page.get_by_role("heading", name="The round is ready")).to_be_visible()
    survey = Survey(public.all_of(QuestionSet)[SET], OPENED, CLOSED, dict.fromkeys(public.all_of(Service), INVITED))
    found = read_answers(content, asked(public), Decisions(OPENED, CLOSED))
    table = protected_table(found.people, survey, public)
    expected = round_files(survey, table, {"answers.xlsx": found.notes}, public, public.today)
    assert {name: text_of(saved(page, f"Save {name}")) for name in expected} == expected
    # Nothing was asked for since the page was ready, and so nothing was sent.
    assert page.evaluate("() => performance.getEntriesByType('resource').length") == before
    assert page.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]


def test_what_is_not_clear_is_asked(visit: Visitor, public: PublicLibrary) -> None:
    page = ready(visit)
    page.get_by_role("button", name="Count the answers").click()
    expect(page.get_by_role("status")).to_have_text("Choose the files with the answers.")
    chosen(page, "answers.xlsx", exported(asked(public), "Something from this network has helped me or my team"))
    page.get_by_role("button", name="Count the answers").click()
    expect(page.locator(".kb-collate__files")).to_contain_text("is nearly “Something from the network has helped")
    expect(page.get_by_role("status")).to_have_text("Nothing was counted yet. Look at the files above.")
    assert axe_findings(page) == []
    page.get_by_role("button", name="It is the same question").click()
    expect(page.get_by_role("heading", name="The round is ready")).to_be_visible()
    expect(page.locator(".kb-collate__files")).to_contain_text("was counted as “Something from the network has helped")


def test_each_question_is_decided_by_itself_and_with_the_keyboard(visit: Visitor, public: PublicLibrary) -> None:
    questions = asked(public)
    service, first = questions.questions[:2]
    agree = first.options[-1].text
    rows = [[one.text for one in (service, first)], *[[service.options[0].text, agree]] * 40]
    rows += [["Another service", agree], [service.options[0].text, "4"]]
    page = ready(visit)
    chosen(page, "answers.csv", exports.table(rows))
    page.get_by_role("button", name="Count the answers").click()
    leave_out = page.get_by_role("button", name="Leave them out")
    leave_out.focus()
    page.keyboard.press("Enter")
    # Another question, which nobody has answered yet.
    expect(page.locator(".kb-collate__files .kb-collate__refused")).to_contain_text("1 answer")
    expect(page.locator(".kb-collate__files .kb-collate__refused")).to_be_focused()
    expect(page.get_by_role("heading", name="The round is ready")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The round is ready")).to_be_focused()
    # What to do next is one step away, and so is a way for those without an account.
    page.get_by_role("link", name="publish the round").click()
    expect(page.get_by_role("heading", name="Publish the round")).to_be_in_viewport()
    expect(page.get_by_role("link", name="the next meeting")).to_be_visible()


def test_any_file_gets_an_answer(visit: Visitor) -> None:
    page = ready(visit)
    for name, content in {
        "answers.docx": exports.REFUSED["a Word document"][0],
        "half.xlsx": exports.REFUSED["half of a workbook"][0],
        "large.xlsx": exports.REFUSED["far too large"][0],
        "empty.csv": b"",
        "other.json": b"{}",
    }.items():
        chosen(page, name, content)
        expect(page.locator(".kb-collate__files .kb-collate__refused")).to_have_count(0)
        page.get_by_role("button", name="Count the answers").click()
        refused = page.locator(".kb-collate__files .kb-collate__refused")
        expect(refused).to_be_visible()
        assert "fault" not in refused.inner_text(), name


def test_everyone_can_use_both_pages(visit: Visitor, public: PublicLibrary) -> None:
    assert findings_on_every_device(visit(ANSWER, motion=False)) == []
    page = ready(visit)
    chosen(page, "answers.xlsx", exported(asked(public)))
    page.get_by_role("button", name="Count the answers").click()
    expect(page.get_by_role("heading", name="The round is ready")).to_be_visible()
    assert findings_on_every_device(page) == []
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")


def test_without_a_script_the_questions_can_be_read(visit: Visitor) -> None:
    page = visit(ANSWER, scripts=False)
    assert page.locator("fieldset:visible").count() == 15
    assert page.get_by_role("button").count() == 0
    expect(page.locator("form noscript")).to_be_visible()


def test_a_page_that_cannot_load_says_so(visit: Visitor) -> None:
    page = visit(
        "evaluation/run-a-survey/", routes={"**/api/collate.json": lambda route: route.fulfill()}, motion=False
    )
    page.get_by_role("link", name="Turn survey answers into a table").first.click()
    expect(page.get_by_text("Check your connection, then load the page again.")).to_be_visible()
