"""What readers do, the same in Chromium, Firefox and WebKit."""

from __future__ import annotations

import base64
import io
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdf import PdfReader

from macros.kinds import QuestionSet
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.pages.questionnaire import questionnaire
from tests.browser.answering import ANSWER
from tests.browser.engines.reader import Reader
from tests.browser.pages import PAGES
from tests.support import exports
from tests.support.building import Site
from tests.support.project import TODAY

_SET = "working-life"
# What somebody would try who got words of their own onto a page.
_INTRUDE = """(() => {
  const add = (name, set) => document.head.append(Object.assign(document.createElement(name), set));
  add("script", {textContent: "window.intruded = true"});
  add("style", {textContent: "main { display: none }"});
  document.body.setAttribute("style", "display: none");
  document.body.append(Object.assign(new Image(), {src: "http://elsewhere.test/x.png"}));
  fetch("http://elsewhere.test/x.json").catch(() => {});
})()"""
# What the policy refuses of it.
_REFUSED = ["script-src-elem", "style-src-elem", "style-src-attr", "img-src", "connect-src"]
# An idea, by the labels of the form.
_PROPOSAL = [
    ["Idea", "Peer support", "East Riding"],
    {
        "Summary": "The team asks itself three questions a week.",
        "Contact": "team@example.invalid",
        "How to try it": "Ask one.",
    },
]
# Says when and what a survey asked, and chooses a workbook with its answers.
_CHOOSE = """((set, workbook) => {
  const field = (name) => document.querySelector(`.kb-collate [name=${name}]`);
  field("set").value = set;
  field("opened").value = "2026-09-01";
  field("closed").value = "2026-10-31";
  for (const one of document.querySelectorAll("[data-service]")) one.value = 60;
  const chosen = new DataTransfer();
  chosen.items.add(new File([Uint8Array.from(atob(workbook), (one) => one.charCodeAt(0))], "answers.xlsx"));
  field("files").files = chosen.files;
  field("files").dispatchEvent(new Event("change"));
})"""
# Counts how often the page prints, and keeps the names of the files that it saves.
_TAKE_NOTES = """(() => {
  window.kbPrinted = 0;
  window.kbSaved = [];
  window.print = () => { window.kbPrinted += 1 };
  HTMLAnchorElement.prototype.click = function () { window.kbSaved.push(this.download) };
})()"""
_ROWS = """[...document.querySelectorAll(".kb-d9__row")].map((row) =>
  [...row.querySelectorAll(".kb-d9__card")].map((card) => card.children[1].textContent))"""


def sheets(pdf: bytes | None) -> list[str]:
    """The words of each sheet of paper."""
    if pdf is None:
        pytest.skip("this engine cannot print here (Debian: apt install python3-gi gir1.2-webkit2-4.1)")
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]


def test_search_finds_while_a_reader_types_and_the_keyboard_leads_there(reader: Reader) -> None:
    reader.open("champions/")
    reader.press("/")
    reader.wait_for("document.querySelector('#kb-search').open")
    reader.type("supervison")
    reader.wait_for("document.querySelector('#kb-search [role=status]').innerText.includes('results for supervision')")
    assert "Supervision" in reader.texts("#kb-search .kb-entry__title")
    reader.press("ArrowDown", "ArrowDown")
    title = reader.evaluate("document.activeElement.innerText.trim()")
    reader.press("Enter")
    reader.wait_for(f"document.querySelector('h1')?.innerText.trim() === {json.dumps(title)}")


def test_the_search_page_narrows_down_what_it_found(reader: Reader) -> None:
    reader.open("search/?find=burnout")
    reader.wait_for("document.querySelectorAll('main .kb-found').length > 1")
    reader.focus("main input[name=kind][value=evidence]")
    reader.press(" ")
    reader.wait_for("document.querySelectorAll('main .kb-found').length === 1")
    assert reader.evaluate("location.search") == "?find=burnout&kind=evidence"
    reader.evaluate("history.back()")
    reader.wait_for("document.querySelectorAll('main .kb-found').length > 1")


def test_the_policy_lets_nothing_in(reader: Reader) -> None:
    reader.open("")
    reader.evaluate(_INTRUDE)
    reader.wait_for(f"{json.dumps(_REFUSED)}.every((one) => sessionStorage.kbWrong?.includes(one))")
    refused = {line.split()[2].rstrip(":") for line in reader.wrong().splitlines()}
    assert refused == set(_REFUSED)
    assert reader.evaluate("window.intruded ?? false") is False
    assert reader.texts("main") != []


def test_a_list_is_narrowed_down_and_back_undoes_it(reader: Reader) -> None:
    reader.open(PAGES["initiatives"])
    [total] = reader.texts(".kb-total")
    reader.focus(".kb-option input[name=cost][value=free]")
    reader.press(" ")
    reader.wait_for("location.search === '?cost=free'")
    free = len(reader.texts(".kb-entry"))
    assert reader.texts(".kb-total") == [f"{free} of {total.removesuffix('.')}"]
    # Not the text that is laid out: of an entry far below the window, that is none.
    facts = reader.evaluate(
        "[...document.querySelectorAll('.kb-entry:not([hidden]) .kb-entry__facts')].map((one) => one.textContent)"
    )
    assert len(facts) == free
    assert all("No cost but time" in one for one in facts)
    reader.evaluate("history.back()")
    reader.wait_for("location.search === ''")
    reader.wait_for(f"document.querySelector('.kb-total').innerText === {json.dumps(total)}")
    assert len(reader.texts(".kb-entry")) > free


def test_a_table_is_sorted_by_the_heading_that_is_chosen(reader: Reader) -> None:
    reader.open(PAGES["what-to-try"])
    for order in ("ascending", "descending"):
        reader.focus(".kb-sortable button", "Cost")
        reader.press("Enter")
        reader.wait_for(f"document.querySelector('[aria-sort]')?.ariaSort === '{order}'")
    costs = ["not recorded", "High cost", "Some cost", "Low cost", "No cost but time"]
    column = reader.texts(".kb-sortable:has([aria-sort]) tbody td:nth-child(2)")
    assert column == sorted(column, key=costs.index)


def test_the_form_says_what_is_wrong_and_then_writes_the_record(reader: Reader) -> None:
    reader.open("contribute/propose/")
    reader.focus("button", "Check and continue")
    reader.press("Enter")
    reader.wait_for("document.activeElement.innerText.startsWith('There is a problem')")
    reader.focus(".kb-errors a")
    reader.press("Enter")
    reader.wait_for(
        "document.activeElement === document.querySelector('#' + document.querySelector('.kb-errors a').hash.slice(1))"
    )
    reader.type("A quiz: what & why?")
    reader.wait_for("document.querySelector('.kb-preview').innerText.includes('A quiz: what & why?')")
    reader.evaluate(f"({ANSWER})({json.dumps(_PROPOSAL)})")
    reader.select("button", "Check and continue")
    reader.wait_for("document.activeElement.innerText === 'Check it, then send it'")
    sent = reader.evaluate("document.querySelector('#propose-sent').value")
    assert '\ntitle: "A quiz: what & why?"\n' in sent
    link = reader.evaluate("document.querySelector('[data-way=file] a').href")
    assert parse_qs(urlsplit(link).query)["value"] == [sent]


def test_the_diamond_is_ranked_with_the_keyboard(reader: Reader) -> None:
    reader.open("diamond-9/")
    reader.focus(".kb-d9__card")
    before = reader.evaluate(_ROWS)
    reader.press("Enter", "ArrowDown")
    reader.wait_for("document.querySelector('.kb-d9__status').innerText.includes('is now in row 2 of 5')")
    after = reader.evaluate(_ROWS)
    assert before[0][0] in after[1]
    assert after[0][0] in before[1]
    assert before[0][0] in reader.evaluate("document.activeElement.textContent")
    reader.evaluate(_TAKE_NOTES)
    for words in ("Download for the record", "Download a picture", "Print this diamond"):
        reader.focus("button", words)
        reader.press("Enter")
    reader.wait_for("window.kbPrinted === 1 && window.kbSaved.length === 2")


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        # The words are of the last sheet.
        ("initiative-told", 1, "Find this page at"),
        ("theme-pack", 4, "Find this page at"),
        ("meeting-planned", 2, "The programme was added"),
    ],
)
def test_what_is_printed_fits_on_its_sheets(name: str, number: int, words: str, reader: Reader) -> None:
    reader.open(PAGES[name])
    printed = sheets(reader.pdf())
    assert len(printed) == number
    assert words in printed[-1]
    assert "Print this" not in " ".join(printed)


@pytest.mark.parametrize(("name", "label"), [("initiative-told", "Print this card"), ("theme-pack", "Print this pack")])
def test_a_button_prints(name: str, label: str, reader: Reader) -> None:
    reader.open(PAGES[name])
    reader.evaluate(_TAKE_NOTES)
    reader.focus("button", label)
    reader.press("Enter")
    reader.wait_for("window.kbPrinted === 1")


def test_without_scripts_everything_is_there_and_leads_on(reader: Reader) -> None:
    reader.open(PAGES["initiatives-narrowed"], scripts=False)
    assert len(reader.texts("main .kb-entry")) == int(reader.texts(".kb-total")[0].split()[0])
    assert "Below is the whole list" in reader.texts("main noscript")[0]
    assert reader.texts(".kb-filters") == []
    reader.focus(".kb-header a", "Search")
    reader.press("Enter")
    reader.wait_for("location.pathname.endsWith('/search/')")
    reader.focus("main a", "A to Z of everything")
    reader.press("Enter")
    reader.wait_for("location.pathname.endsWith('/a-to-z/')")
    reader.open(PAGES["initiative"], scripts=False)
    assert reader.texts(".kb-print") == []


def test_a_survey_is_answered_and_counted_on_the_device(reader: Reader, own: Site) -> None:
    reader.open(f"question-sets/{_SET}/answer/")
    reader.evaluate(_TAKE_NOTES)
    reader.focus("input")
    reader.press(" ")
    reader.focus("button", "Save my answers")
    reader.press("Enter")
    reader.wait_for("window.kbSaved.length === 1")

    public = PublicLibrary.of(read_library(own.root), TODAY)
    asked = questionnaire(public.all_of(QuestionSet)[_SET], public)
    people = [[question.options[0].text for question in asked.questions]] * 40
    workbook = exports.microsoft_forms(people, [one.text for one in asked.questions], newer=True)
    reader.open("evaluation/collate/")
    reader.wait_for("document.querySelector('[data-service]')")
    reader.evaluate(f"{_CHOOSE}({json.dumps(_SET)}, {json.dumps(base64.b64encode(workbook).decode())})")
    reader.select("button", "Count the answers")
    reader.wait_for("document.activeElement.textContent === 'The round is ready'")
    assert "40 people answered" in reader.texts(".kb-collate__files")[0]
