"""The editor in the browser: what it saves passes the checks and is written as by hand, and it calls nobody by itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from macros.kinds import KINDS, PROPOSED
from macros.kinds.not_personal import Looks
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.fixes import fix_files
from macros.lint.people.messages import warning
from macros.schema.description import described
from macros.source.writer import record_text
from tests.browser.axe import findings_on_every_device
from tests.browser.editing import Editor, told
from tests.browser.sizes import sticks_out
from tests.browser.visiting import Servers, Visitor, Windows
from tests.support.awkward import awkward_texts
from tests.support.building import NETWORKS, Site
from tests.support.project import TODAY

# As a browser's text field takes them: every line end is one sign.
TYPED = [text.replace("\r\n", "\n") for text in awkward_texts()]
SUMMARY = "The team's lunch: together, once a week, away from desks."
DAY = "2026-03-12"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the smallest network, which the tests of this module add to."""
    return Path(shutil.copytree(NETWORKS / "smallest", tmp_path_factory.mktemp("editor") / "network"))


@pytest.fixture(scope="module")
def editor(windows: Windows, servers: Servers, own: Site, network: Path) -> Iterator[Editor]:
    """The editor, signed in. Nothing may have gone wrong in the browser when the tests are through."""
    visitor = Visitor(windows, servers, own)
    config = told(network, own.address)
    config["collections"].append(_with_texts(next(one for one in config["collections"] if one["name"] == "meetings")))
    yield Editor(visitor, network, config)
    visitor.close()


def _with_texts(collection: dict[str, Any]) -> dict[str, Any]:
    """The same once more, with decisions that are filled in, however long they are."""
    changed = deepcopy(collection) | {"name": "awkward"}
    decisions, attended = (
        next(field for field in changed["fields"] if field["name"] == name) for name in ("decisions", "attended")
    )
    attended["default"] = ["sample-brindle"]
    decisions |= {"default": TYPED, "collapsed": True, "minimize_collapsed": True}
    decisions["field"] |= {"minlength": 1, "maxlength": 3000}
    return changed


def mended(network: Path, path: str) -> str:
    """The file at `path` after --fix, once nothing but its style is found wrong with it."""
    found = [finding for finding in check_library(read_library(network), TODAY) if finding.path == path]
    assert [finding.message for finding in found if finding.rule != "style-differs"] == []
    fix_files(network, found)
    document = read_library(network).documents[path]
    assert document.text == record_text(described(KINDS[document.kind]), document.values, document.body)
    return document.text


def folded(text: Any) -> str:
    return " ".join(text.split())


def initiative(editor: Editor) -> None:
    editor.choose("Sample service Brindle", "Services")
    editor.choose("Peer support", "Themes")
    editor.choose("Idea", "Stage")
    editor.write("team@example.invalid", "Contact")
    editor.write("## How to try it\n\nAsk what people bring.", "Text")


def meeting(editor: Editor) -> None:
    editor.choose("Sample service Brindle", "Attended")
    editor.write("2026-03", "Date")
    editor.choose("Held", "Stage")
    editor.add("Standing item")
    editor.write("What we learned", "Standing item", "Title")
    editor.write("Network chair", "Standing item", "Led by")


def evidence(editor: Editor) -> None:
    editor.choose("Survey", "Kind")
    editor.write("Walklet and Percy", "Citation", "Authors")
    editor.write("2014", "Citation", "Title")
    editor.write("A journal 3(2)", "Citation", "Where")
    editor.write("https://www.example.invalid/a", "Citation", "Web address")
    editor.write("How common is it?", "Question")
    editor.write("Seven in ten # were tired.", "Findings")
    editor.write("3", "Strength")
    editor.write("One survey: those who answered chose to.", "Strength reason")
    editor.choose("Abstract", "Checked")


def service(editor: Editor) -> None:
    editor.choose("North", "Area")
    editor.write("team@example.invalid", "Contact")


def theme(editor: Editor) -> None:
    editor.choose("People", "Group")


def test_the_first_page_says_what_it_is_and_what_to_do_without_an_account(visit: Visitor) -> None:
    page = visit("admin/", new=True)
    assert page.get_by_role("heading", level=1).inner_text() == "Write and change pages"
    assert page.get_by_role("link", name="Use one of our forms").get_attribute("href") == "../contribute/"
    assert "an access token, which is like a password." in page.locator("main").inner_text()
    found = findings_on_every_device(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert (sticks_out(page), found) == ([], [])
    assert page.evaluate("() => localStorage.length") == 0


def test_without_a_script_the_first_page_says_so(visit: Visitor) -> None:
    page = visit("admin/", scripts=False)
    assert "The editor needs JavaScript, which is turned off" in page.locator("main").inner_text()
    assert page.get_by_role("link", name="Use one of our forms").is_visible()
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("motion", [True, False], ids=["motion", "less-motion"])
def test_it_fills_the_window_below_the_way_back(visit: Visitor, motion: bool) -> None:
    # On a device of its own sort, because the editor keeps its settings on it.
    page = visit("admin/", new=True, motion=motion, has_touch=True)
    page.get_by_role("button", name="Open the editor").click()
    page.get_by_role("button", name="Sign In Using Access Token").click()
    top, bottom, below = page.evaluate(
        "() => { const { top, bottom } = document.querySelector('#nc-root').getBoundingClientRect();"
        " return [top, bottom, document.querySelector('.kb-way-back').offsetHeight]; }"
    )
    assert (top, bottom) == pytest.approx((below, 900), abs=1)
    # It asks whether GitHub is up, which the policy refuses.
    visit.forgive()


@pytest.mark.parametrize("fill", [initiative, meeting, evidence, service, theme], ids=lambda fill: fill.__name__)
def test_a_new_record_passes_the_checks(fill: Callable[[Editor], None], editor: Editor, network: Path) -> None:
    model = KINDS[fill.__name__]
    editor.start(model.FOLDER)
    editor.write("Siân's lunch: a start", "Title")
    editor.write(SUMMARY, "Summary")
    editor.write(DAY, "Added")
    fill(editor)
    path = f"content/{model.FOLDER}/sian-s-lunch-a-start.md"
    text = editor.saved(path)
    assert f"\nadded: {DAY}\n" in text
    assert mended(network, path).startswith(
        f'---\ntitle: "Siân\'s lunch: a start"\nsummary: "{SUMMARY}"\nadded: {DAY}\n'
    )


def test_a_record_that_is_changed_keeps_all_the_rest(editor: Editor, network: Path) -> None:
    folders = [NETWORKS / "smallest/content" / model.FOLDER for model in PROPOSED.values()]
    records = [one for folder in folders for one in folder.glob("*.md") if one.stem != "index"]
    assert len(records) == len(folders)
    for path in sorted(records):
        editor.open(path.parent.name, path.stem)
        editor.write(f"#1: {path.stem}, changed", "Title")
        name = f"content/{path.parent.name}/{path.name}"
        editor.saved(name)
        old = re.sub(
            "^title: .*$", f'title: "#1: {path.stem}, changed"', path.read_text("utf-8"), flags=re.MULTILINE, count=1
        )
        assert mended(network, name) == old


@pytest.mark.parametrize(
    "text",
    [
        'People\'s "Wellbeing" Hub: #2 - a start & more, 50% of them @home',
        "مرحبا بكم 💚 שלום: this is a summary of a record",
        'Team, what and when\n\nPWPs: lunch, Monday 12:30\n    Admin: "walk" # Friday',
    ],
)
def test_what_is_typed_comes_out_of_the_reader(text: str, editor: Editor, network: Path) -> None:
    editor.open("initiatives", "sample-lunch")
    editor.add("Source")
    editor.write(text, "Summary")
    editor.write(text, "Why retired")
    editor.write(text, "Source", "Title")
    editor.write("https://example.invalid/", "Source", "Web address")
    editor.write(f"## What happens\n\n{text}", "Text")
    path = "content/initiatives/sample-lunch.md"
    editor.saved(path)
    document = read_library(network).documents[path]
    assert folded(document.values["summary"]) == folded(text)
    source = document.values["source"]
    assert isinstance(source, dict)
    assert folded(source["title"]) == folded(text)
    assert folded(document.values["why_retired"]) == folded(text)
    assert document.body == f"\n## What happens\n\n{text}\n"


def test_200_awkward_texts_survive(editor: Editor, network: Path) -> None:
    """They are filled in for the writer, because typing them would take too long; they are saved as if they were typed."""
    editor.start("awkward")
    editor.write("Awkward", "Title")
    editor.write(SUMMARY, "Summary")
    editor.write("2026-03", "Date")
    editor.choose("Held", "Stage")
    path = "content/meetings/awkward.md"
    editor.saved(path)
    document = read_library(network).documents[path]
    # Some are too long for a decision, or have signs in them that no record may have: the rules say so, and nothing is lost.
    assert [folded(text) for text in document.values["decisions"]] == [folded(text) for text in TYPED]
    assert len(TYPED) == 200


def test_what_looks_personal_is_not_saved(editor: Editor) -> None:
    """What is only likely is told once. Whoever saves it again has looked at it."""
    path = "content/initiatives/sample-lunch.md"
    before = editor.read(path)
    editor.open("initiatives", "sample-lunch")
    editor.write("Ring 07700 900123 if you would like to know more about it.", "Summary")
    editor.write("## What happens\n\nThe patient's NHS number is 999 000 0018.", "Text")
    editor.write("Call 01632 960123 after six.", "Why retired")
    certain = [
        f"Summary: {warning(Looks.TELEPHONE, is_certain=True)}",
        f"Text: {warning(Looks.NHS_NUMBER, is_certain=True)}",
    ]
    likely = f"Why retired: {warning(Looks.TELEPHONE, is_certain=False)} If it is not, go on."
    assert editor.refusal() == " ".join(["Nothing was saved.", *certain, likely])
    assert editor.refusal() == " ".join(["Nothing was saved.", *certain])
    assert editor.read(path) == before
    editor.write(SUMMARY, "Summary")
    editor.write("## What happens\n\nLunch.", "Text")
    assert "01632 960123" in editor.saved(path)


def test_what_stages_and_dates_need_is_told_before_saving(editor: Editor) -> None:
    """In the words of the rules, with the names that the fields have in the editor."""
    path = "content/initiatives/sample-lunch.md"
    before = editor.read(path)
    editor.open("initiatives", "sample-lunch")
    editor.choose("Stopped", "Stage")
    editor.write("2099-02", "Started")
    editor.write("2025-02-30", "Stopped")
    assert editor.refusal() == " ".join(
        [
            "Nothing was saved.",
            'Started: "2099-02" is in the future. Check the year and the month.',
            'Stopped: "2025-02-30" is not a date in the calendar. Check the month and the day.',
            "Stopped: It stopped (2025-02-30) before it started (February 2099). Check both dates.",
            "Why stopped: An initiative that has stopped says what others should know before they try it. "
            'Fill in "Why stopped".',
        ]
    )
    editor.choose("Idea", "Stage")
    assert 'Started: An idea has not started. Take "Started" out, or change the stage to "trying".' in editor.refusal()
    assert editor.read(path) == before
    editor.choose("In use", "Stage")
    editor.write("2025-02", "Started")
    editor.write("", "Stopped")
    editor.write("Away from desks, once a week and with no agenda.", "Summary")
    assert "\nstage: established\n" in editor.saved(path)


def test_the_fields_of_a_file_stay_in_its_order(editor: Editor, network: Path) -> None:
    """In the editor, the text and what people think of come first."""
    editor.start("evidence")
    editor.write("A report in order", "Title")
    editor.write(SUMMARY, "Summary")
    evidence(editor)
    editor.write("6", "Review every")
    editor.write("A few people", "Population")
    text = editor.saved("content/evidence/a-report-in-order.md")
    names = re.findall("^([a-z_]+):", text.split("\n---\n")[0], re.MULTILINE)
    assert names == [name for name in described(KINDS["evidence"]) if name in names]
    assert {"review_every", "population", "kind"} <= set(names)


def test_nothing_is_lost_on_escape(editor: Editor) -> None:
    editor.open("services", "sample-brindle")
    editor.write("A summary that is not saved, and must not be lost.", "Summary")
    editor.page.keyboard.press("Escape")
    assert editor.field("Summary").locator("input, textarea").first.input_value().startswith("A summary that is not")


# Last, because the editor keeps what was not saved for whoever opens the record again.
def test_what_is_wrong_is_refused_in_the_words_of_the_checks(editor: Editor, network: Path) -> None:
    path = "content/initiatives/sample-lunch.md"
    before = editor.read(path)
    editor.open("initiatives", "sample-lunch")
    editor.write("a.person", "Contact")
    editor.write("last spring", "Started")
    editor.write("", "Title")
    editor.save()
    for label, message in {
        "Contact": "This needs the e-mail address of a role or a team.",
        "Started": "Write the year first, such as 2018-08-06, or 2018-08 or 2018 if that is all you know.",
        "Title": "This field is required.",
    }.items():
        expect(editor.field(label).get_by_role("alert")).to_contain_text(message)
    assert editor.read(path) == before
