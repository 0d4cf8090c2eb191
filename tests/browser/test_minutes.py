"""The page that reads minutes, in the browser: from a filled-in agenda to a record to send, with nothing sent."""

from __future__ import annotations

import gzip
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Dialog, FilePayload, Page, expect

from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.library.today import today_in
from macros.minutes.file import read_content
from macros.minutes.record import Draft, drafted
from tests.browser.axe import axe_findings, findings_on_every_device
from tests.browser.visiting import Visitor, wait_until
from tests.support.building import Site
from tests.support.filling import DONE, Form
from tests.unit.test_minutes_hostile import FILES

READING, OWN = "demo/contribute/read-minutes/", "contribute/read-minutes/"
WINTER = "2026-12-meeting"
# What may be loaded beyond what every page has, compressed.
MOST_BYTES = 150_000
ASKED = "[data-list=questions] ol > li > label, [data-list=questions] [role=group] > p"
ANSWER = "[data-list=questions] :is(textarea, select, input)"
ROOMS = 'Which service does "Ask about rooms."?'
FETCHED = "() => performance.getEntriesByType('resource').map((one) => one.name)"


def no_more(form: Form) -> None:
    """Type nothing."""


def filled(demo: Site, more: Callable[[Form], None] = no_more) -> bytes:
    """The agenda of the next meeting, as the site offers it, with some of the minutes."""
    form = Form((demo.folder / f"meetings/{WINTER}/agenda.docx").read_bytes())
    form.attend("Apricot", "x")
    form.attend("Bilberry", apologies="x")
    form.decide("The rota starts in January.")
    form.actions.rows[1].cells[DONE].text = "x"
    form.act("Draft the rota.", "Apricot", "12 January 2027")
    form.act("Ask about rooms.", "The caretaker")
    form.note("Any other business and close", "Tea was short.")
    more(form)
    return form.content


def read(page: Page, file: Path | FilePayload) -> None:
    page.get_by_label("The minutes", exact=True).set_input_files(file)
    page.get_by_role("button", name="Check my minutes").click()


def named(content: bytes, name: str = "minutes.docx") -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def ready(visit: Visitor, content: bytes, width: int = 1280, at: str = READING) -> Page:
    page = visit(at, width=width, motion=False)
    read(page, named(content))
    expect(page.get_by_role("heading", name="What was read")).to_be_focused()
    return page


def by_command(demo: Site, content: bytes) -> Draft:
    library = read_library(demo.root)
    return drafted(read_content(content), library, today_in(library.network), "")


def record(page: Page) -> str:
    return page.locator("#minutes-text").input_value()


def edit(page: Page, before: str, after: str) -> None:
    """Change the text of the record."""
    fold = page.locator("details").filter(has_text="The record and what would change")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.get_by_role("textbox", name="The record", exact=True).fill(record(page).replace(before, after))


def test_an_agenda_becomes_a_record_and_nothing_is_sent(visit: Visitor, demo: Site) -> None:
    content = filled(demo)
    page = visit(READING, motion=False)
    # It is shown once it knows the network.
    expect(page.get_by_role("button", name="Check my minutes")).to_be_visible()
    page.wait_for_load_state("networkidle")
    before = len(page.evaluate(FETCHED))
    read(page, named(content))
    expect(page.get_by_role("heading", name="What was read")).to_be_focused()
    draft = by_command(demo, content)
    assert record(page) == draft.text
    for name in ("understood", "assumed", "left_out", "for_editor"):
        assert page.locator(f"[data-list={name}] li").all_text_contents() == getattr(draft.told, name)
    assert page.locator(ASKED).all_inner_texts() == draft.told.questions
    page.get_by_text("The record and what would change").click()
    expect(page.get_by_role("group", name="What would change").locator("ins").first).to_contain_text("+ ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    assert download.value.suggested_filename == f"{WINTER}.md"
    assert Path(download.value.path()).read_text(encoding="utf-8") == draft.text
    # What shows the notes came from the site.
    assert [urlsplit(one).path for one in page.evaluate(FETCHED)[before:]] == [
        "/knowledge-base/demo/preview/markdown.js"
    ]
    assert page.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]


def letter(page: Page) -> str:
    """What the e-mail says."""
    address = page.get_by_role("link", name="Write the e-mail").get_attribute("href") or ""
    return unquote(address).replace("\r", "").partition("&body=")[2]


def test_an_answer_goes_into_the_record(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    shown = page.locator(".kb-minutes__page")
    expect(shown).to_contain_text("Other actions")
    assert "text: Ask about rooms." not in record(page)
    page.get_by_role("combobox", name=ROOMS).select_option("Cherry")
    expect(shown).to_contain_text("Ask about rooms. (Cherry; still open)")
    expect(shown).not_to_contain_text("Other actions")
    # Those who do not see the page hear of it.
    heard = page.get_by_role("status").filter(has_text="The page below has changed.")
    expect(heard).to_have_text("The page below has changed. Ask about rooms. (Cherry; still open)")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    assert "text: Ask about rooms.\n    owner: cherry" in Path(download.value.path()).read_text(encoding="utf-8")
    expect(page.get_by_text(f"Saved as {WINTER}.md. Attach this file, not the Word file.")).to_be_visible()
    page.get_by_role("combobox", name=ROOMS).select_option("Not answered")
    expect(shown).to_contain_text("Other actions")


def five_unclear_actions(form: Form) -> None:
    """Enough to ask for that a letter gets too long for a link."""
    for number in range(5):
        form.act(f"Buy paint number {number}.", f"Apricot and helper {number}", "some time")


def test_what_is_sent_has_the_answers_the_open_questions_and_what_was_left_out(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo, five_unclear_actions))
    copying = page.get_by_role("button", name="Copy your answers", exact=True)
    page.get_by_role("combobox", name=ROOMS).select_option("Cherry")
    expect(copying).to_be_visible()
    title = page.locator(".kb-minutes__page h3").first.inner_text()
    assert letter(page) == (
        f'Hello, here are the minutes for the page "{title}". I have attached the file {WINTER}.md.\n\n'
        "Paste here what you have copied."
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copying.click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    told = page.evaluate("() => navigator.clipboard.readText()")
    answered, _, rest = told.partition("Not answered yet:")
    asked = page.locator(ASKED).all_inner_texts()
    [rooms] = [one for one in asked if one.startswith(ROOMS)]
    assert answered == f"My answers:\n- {rooms}\n> Service: Cherry\n\n"
    assert '"The caretaker" is not a service' in rooms
    left_out = page.locator("[data-list=left_out] li").all_inner_texts()
    for words in [*asked, *(one for one in left_out if not one.endswith("(it is in a question above)"))]:
        assert words in (answered if words == rooms else rest)
    read_as = page.locator("[data-list=assumed] li").all_inner_texts()
    assert read_as
    assert [words for words in read_as if words not in rest] == []


def test_a_long_letter_is_copied_when_the_e_mail_is_begun(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo, five_unclear_actions))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    begun = page.get_by_role("link", name="Write the e-mail")
    # There is no program for mail here.
    begun.evaluate("link => link.addEventListener('click', (event) => event.preventDefault())")
    begun.click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert "Not answered yet:" in page.evaluate("() => navigator.clipboard.readText()")


def test_a_short_letter_is_all_in_the_e_mail(visit: Visitor, demo: Site) -> None:
    form = Form((demo.folder / f"meetings/{WINTER}/agenda.docx").read_bytes())
    form.attend("Apricot", "x")
    page = ready(visit, form.content)
    expect(page.get_by_role("button", name="Copy your answers", exact=True)).to_be_hidden()
    assert "Not answered yet:\n- " in letter(page)


def test_a_change_by_hand_is_shown_and_stays(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    edit(page, "Tea was short.", "There was no tea.")
    expect(page.get_by_role("group", name="What would change")).to_contain_text("+ There was no tea.")
    expect(page.get_by_text("You have changed the record below.")).to_be_visible()
    page.get_by_role("combobox", name=ROOMS).select_option("Cherry")
    assert "There was no tea." in record(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again from the file").click()
    assert "Tea was short." in record(page)
    assert "owner: cherry" in record(page)


def test_every_answer_that_is_a_choice_changes_the_page(visit: Visitor, demo: Site) -> None:
    def fill(form: Form) -> None:
        form.note("Any other business and close", "Will to check the gate, if it will open.")
        form.note("Any other business and close", "Also present: Quince")
        form.act("Buy paint.", "Apricot", "ASAP")
        form.actions.rows[2].cells[DONE].text = "perhaps"

    page = ready(visit, filled(demo, fill))
    shown = page.locator(".kb-minutes__page")
    cherry = shown.get_by_role("listitem").filter(has_text=re.compile("^Cherry$"))
    expect(cherry).to_have_count(0)
    page.get_by_role("combobox", name="Quince").select_option("Cherry")
    expect(cherry).to_be_visible()
    page.get_by_label('By which day is "Buy paint." to be done?').fill("2027-01-15")
    expect(shown).to_contain_text("Buy paint. (Apricot; by 15 January 2027; still open)")
    page.get_by_role("group", name=re.compile("^Is .* done\\?")).get_by_label("Done on").fill("2026-12-01")
    expect(shown).to_contain_text("done on 1 December 2026")
    page.get_by_role("group", name="Are any of these names of people").get_by_label("Will").check()
    expect(shown).to_contain_text("Someone to check the gate, if it will open.")
    held = page.get_by_role("group", name="Has it been held?")
    held.get_by_label("No").check()
    assert "stage: planned" in record(page)
    held.get_by_label("Yes").check()
    assert "stage: held" in record(page)
    happened = "Services agreed on a rota, and had tea."
    page.get_by_role("textbox", name="What happened, in a sentence?").fill(happened)
    expect(shown).to_contain_text(happened)


def test_it_is_shown_as_a_page(visit: Visitor, demo: Site) -> None:
    shown = ready(visit, filled(demo)).locator(".kb-minutes__page")
    for title in ("Services present", "Decisions", "Actions", "Notes", "Any other business and close"):
        expect(shown.get_by_role("heading", name=title, exact=True)).to_be_visible()
    expect(shown.get_by_role("listitem").filter(has_text="The rota starts in January.")).to_be_visible()
    expect(shown).to_contain_text("Draft the rota. (Apricot; by 12 January 2027; still open)")


def test_the_ways_to_send_come_in_the_order_of_least_effort(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo), at=OWN)
    page.get_by_role("link", name="send it in").click()
    ways = page.locator(".kb-minutes__send").locator("h4, [data-way]:not([hidden]) .kb-button, a.kb-button:visible")
    assert [*dict.fromkeys(one for one in ways.all_inner_texts() if one)] == [
        "By e-mail, without an account",
        "Save the file",
        "Copy your answers",
        "Write the e-mail",
        "On GitHub, with a free account",
        "Send minutes on GitHub",
        "Copy the record",
        "Start the file on GitHub",
    ]


def test_answers_about_one_meeting_are_not_those_about_another(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    question = page.get_by_role("combobox", name=ROOMS)
    question.select_option("Cherry")
    form = Form((demo.folder / "meetings/2027-03-meeting/agenda.docx").read_bytes())
    form.act("Ask about rooms.", "The caretaker")
    read(page, named(form.content))
    expect(page.get_by_text("These are the minutes for the page")).to_contain_text("March 2027")
    expect(question).to_have_value("")


def test_answers_stay_when_the_file_is_read_again(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    question = page.get_by_role("combobox", name=ROOMS)
    question.select_option("Cherry")
    read(page, named(filled(demo)))
    expect(page.get_by_role("heading", name="What was read")).to_be_focused()
    expect(question).to_have_value("cherry")


def test_answers_are_saved_on_this_device_if_someone_asks_for_it(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    page.get_by_role("combobox", name=ROOMS).select_option("Cherry")
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_label("Save my answers on this device").check()
    page.reload()
    read(page, named(filled(demo)))
    expect(page.get_by_role("combobox", name=ROOMS)).to_have_value("cherry")
    page.get_by_role("button", name="Delete what was saved").click()
    expect(page.get_by_text("Nothing is saved any more.")).to_be_visible()
    expect(page.get_by_label("Save my answers on this device")).not_to_be_checked()
    assert page.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]


def test_only_answers_that_are_not_saved_keep_someone_on_the_page(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    question = page.get_by_role("combobox", name=ROOMS)
    question.select_option("Cherry")
    page.reload()
    wait_until(page, lambda: len(asked) == 1)
    read(page, named(filled(demo)))
    page.get_by_label("Save my answers on this device").check()
    question.select_option("Cherry")
    page.reload()
    page.remove_listener("dialog", answer)
    assert len(asked) == 1
    # Tests that come after this one look at the same browser.
    page.evaluate("() => localStorage.clear()")


def test_what_is_typed_into_the_record_is_checked_at_once(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    edit(page, "owner: apricot", "owner: apricots")
    mistake = page.get_by_role("listitem").filter(has_text="There is no service called")
    expect(mistake.first).to_have_text(
        re.compile(r'^Line \d+: There is no service called "apricots"\. Did you mean "apricot"\?$')
    )
    edit(page, "stage: held", "stage: hold")
    expect(page.get_by_text('"hold" is not one of the words for "stage". Did you mean "held"?')).to_be_visible()
    edit(page, "stage: hold", "stage: held")
    edit(page, "apricots", "apricot")
    expect(mistake).to_have_count(0)


def test_changes_are_not_lost_without_a_question(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    edit(page, "Tea was short.", "There was no tea.")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        if dialog.type == "confirm":
            dialog.dismiss()
        else:
            dialog.accept()

    page.on("dialog", answer)
    page.get_by_role("button", name="Start again from the file").click()
    page.get_by_role("button", name="Check my minutes").click()
    assert "There was no tea." in record(page)
    page.goto(visit.url("llms.txt"))
    page.remove_listener("dialog", answer)
    # The last one is the browser's own, before it leaves the page.
    assert [one == "confirm" for one in asked] == [True, True, False]


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_file_that_changed_since_it_was_chosen_is_to_be_chosen_again(
    visit: Visitor, demo: Site, tmp_path: Path, is_gone: bool
) -> None:
    file = tmp_path / "minutes.docx"
    file.write_bytes(filled(demo))
    page = visit(READING, motion=False)
    read(page, file)
    question = page.get_by_role("combobox", name=ROOMS)
    question.select_option("Cherry")
    changed = filled(demo, lambda form: form.decide("We meet in the barn."))
    if is_gone:
        file.unlink()
    else:
        file.write_bytes(changed)
        # Browsers tell the times of files apart by whole seconds.
        os.utime(file, (time.time() + 5,) * 2)
    page.get_by_role("button", name="Check my minutes").click()
    expect(page.locator(".kb-minutes__said")).to_have_text("The file has changed since you chose it. Choose it again.")
    expect(question).to_have_value("cherry")
    expect(question).to_be_visible()
    file.write_bytes(changed)
    read(page, file)
    expect(page.locator(".kb-minutes__page")).to_contain_text("We meet in the barn.")
    expect(page.locator(".kb-minutes__said")).to_be_empty()


def test_what_is_asked_comes_first(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    expect(page.get_by_role("heading", name="What was read")).to_be_in_viewport(ratio=1)
    expect(page.locator(ANSWER).first).to_be_in_viewport()


def test_before_github_it_says_which_names_are_in_the_file(visit: Visitor, demo: Site) -> None:
    words = "Your Word file names {}. Take {} out before you attach the file: anyone can read what you send there."

    page = ready(visit, filled(demo), at=OWN)
    warning = page.locator("[data-way=names]")
    expect(warning).to_be_hidden()
    for names, said, them in (
        (["Sarah Whitfield"], "Sarah Whitfield", "it"),
        (["Sarah Whitfield", "Jane Smith"], "Sarah Whitfield and Jane Smith", "them"),
    ):
        form = Form(filled(demo))
        for name in names:
            form.note("Any other business and close", f"Thanks to {name}.")
        read(page, named(form.content))
        expect(warning).to_have_text(words.format(said, them))
        expect(warning).to_be_visible()


def test_a_picture_is_refused_in_words(visit: Visitor) -> None:
    page = visit(READING, motion=False)
    read(page, named(b"x", "minutes.png"))
    expect(page.locator(".kb-minutes__said")).to_have_text(
        "This is not a Word document. Choose the minutes, whose name ends with .docx."
    )


def test_what_is_certainly_personal_is_not_offered_to_send(visit: Visitor, demo: Site) -> None:
    def note(form: Form) -> None:
        form.note("Any other business and close", "Write to jane.smith@gmail.com.")

    page = ready(visit, filled(demo, note))
    expect(page.get_by_role("heading", name="Send it in")).to_be_hidden()
    expect(page.locator("#minutes-personal")).to_contain_text('It is in this line: "Write to jane.smith@gmail.com.".')
    expect(page.locator("#minutes-personal")).to_contain_text("Then you can send the minutes in.")
    page.get_by_role("link", name="take out what looks personal").click()
    expect(page.locator("#minutes-personal")).to_be_in_viewport()
    edit(page, "jane.smith@gmail.com", "us")
    expect(page.get_by_role("link", name="send it in", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Send it in")).to_be_visible()


@pytest.mark.parametrize(
    "name", ["a bomb", "50 MB", "10,000 rows", "definitions", "macros", "a picture from outside", "a PDF"]
)
def test_a_hostile_file_is_refused_in_words_and_soon(visit: Visitor, name: str, tmp_path: Path) -> None:
    make, _ = FILES[name]
    file = tmp_path / "minutes.docx"
    file.write_bytes(make())
    page = visit(READING, motion=False)
    read(page, file)
    status = page.locator(".kb-minutes__said")
    expect(status).not_to_be_empty()
    assert "fault" not in status.inner_text()
    assert status.inner_text().startswith("This")


def test_another_format_is_told_what_to_do(visit: Visitor) -> None:
    page = visit(READING, motion=False)
    read(page, named(b"x", "minutes.odt"))
    expect(page.locator(".kb-minutes__said")).to_have_text(
        'A file that ends with .odt cannot be read here. Open it, choose "Save as" and the type that ends with .docx, and use that file.'
    )
    assert axe_findings(page) == []


def test_everyone_can_use_it(visit: Visitor, demo: Site) -> None:
    page = ready(visit, filled(demo))
    assert findings_on_every_device(page) == []
    phone = ready(visit, filled(demo), width=320)
    assert phone.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")


def test_it_works_with_the_keyboard(visit: Visitor, demo: Site) -> None:
    page = visit(READING, motion=False)
    file = page.get_by_label("The minutes", exact=True)
    file.set_input_files(named(filled(demo)))
    file.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What was read")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=re.compile(r"Answer \d+ questions"))).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(ANSWER).first).to_be_focused()


def test_without_a_script_it_says_which_other_way_there_is(visit: Visitor) -> None:
    page = visit(OWN, scripts=False)
    said = page.locator("main noscript")
    expect(said).to_be_visible()
    assert 'Attach the file to the form "Send minutes"' in said.inner_text()
    assert page.get_by_role("button", name="Check my minutes").count() == 0


def test_it_is_small(own: Site) -> None:
    files = [own.folder / "assets" / name for name in ("minutes.js", "minutes.css", "personal.js")]
    whole = [*files, own.folder / "api/minutes.json", own.folder / "preview/markdown.js"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in whole) < MOST_BYTES


def test_the_next_meeting_of_the_network_is_known(own: Site) -> None:
    library = read_library(own.root)
    assert PublicLibrary.of(library, today_in(library.network)).main_pages.read_minutes == "contribute/read-minutes.md"


def test_what_goes_to_github_names_no_one(visit: Visitor, demo: Site) -> None:
    def fill(form: Form) -> None:
        form.act("Buy paint.", "Zebedee")
        form.note("Any other business and close", "Ask Joan's team. Jane Smith spoke.")
        form.note("Any other business and close", "Also present: Barnabas Pumpernickel")

    page = ready(visit, filled(demo, fill), at=OWN)
    link = page.get_by_role("link", name="Send minutes on GitHub").get_attribute("href") or ""
    told = parse_qs(urlsplit(link).query)["file"][0] if "file=" in link else ""
    if not told:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Copy your answers for GitHub").click()
        expect(page.get_by_text("Copied.")).to_be_visible()
        told = page.evaluate("() => navigator.clipboard.readText()")
    assert "Not answered yet:" in told
    assert '"a name" is not a service of the network' in told
    assert not [name for name in ("Zebedee", "Joan", "Smith", "Barnabas", "Pumpernickel") if name in told]
