"""Somebody proposes an initiative, a question or a topic in a browser, and what they send is valid the first time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from macros.kinds import Initiative, Meeting
from macros.library.library import read_library
from macros.library.today import today
from macros.lint.engine import check_library
from tests.browser.answering import ANSWER
from tests.browser.axe import findings_on_every_device
from tests.browser.sizes import sticks_out
from tests.browser.visiting import Visitor
from tests.support.building import Site, Sites
from tests.support.project import ROOT

INITIATIVE, QUESTION, TOPIC, ADOPTION, OFFER = (
    f"contribute/{name}/"
    for name in ("propose", "propose-question", "propose-topic", "we-took-this-up", "i-could-present-this")
)
ISSUES = "https://github.com/yorkshire-humber-senior-pwp-network/knowledge-base/issues/new"
TITLE = 'Siân\'s quiz: who, what & "why"?'
STORY = {
    "What you did": "We asked each other questions:\r\n\r\n- who are you?\r\n- why #2?\r\n\r\n#1 was the best. مرحبا 💚",
    "How to try it": "1. Ask one.\n2. Ask another.",
    "What changed": "We do not know yet.",
}
_KEPT = "() => Object.keys(localStorage)"


def errors(page: Page) -> Locator:
    return page.get_by_role("group", name="There is a problem")


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Check and continue").click()


def fill_in(page: Page, **changed: str) -> None:
    """Answer everything that an established initiative needs."""
    texts = {
        "Title": TITLE,
        "Summary": "The team asks itself three questions a week: short ones, on Mondays.",
        "Contact": "team@example.invalid",
        **STORY,
        **changed,
    }
    chosen = ["Peer support", "In use", "East Riding", "Team meeting"]
    page.evaluate(
        ANSWER,
        [
            chosen,
            {
                **texts,
                "Started": "March 2025",
                "Minutes": "30",
                "Cost": "No cost but time: No cost apart from people's time.",
            },
        ],
    )


def fill_in_orchard(page: Page) -> None:
    """Propose an idea to another network."""
    page.get_by_label("Title").fill("Pears")
    page.get_by_label("Summary").fill("We would like to have pears at every meeting.")
    page.get_by_role("radio", name="Idea").check()
    page.get_by_role("group", name="Themes").get_by_role("checkbox").first.check()
    page.get_by_role("group", name="Services").get_by_role("checkbox").first.check()
    page.get_by_label("Contact").fill("team@example.invalid")
    page.get_by_label("How to try it").fill("Bring one.")


def what_is_sent(page: Page) -> str:
    return page.get_by_label("What you are sending").input_value()


def address_of(page: Page, name: str) -> str:
    return str(page.get_by_role("link", name=name).get_attribute("href"))


def body_of_mail(page: Page) -> str:
    body = address_of(page, "Send it by e-mail").partition("&body=")[2]
    return unquote(body).replace("\r\n", "\n")


def findings_on(text: str, path: str, folder: Path, network: Path = ROOT) -> list[str]:
    """What the rules say of a file of the project, warnings included, once `text` is in it."""
    shutil.copytree(network / "content", folder / "content")
    shutil.copy(network / "mkdocs.yml", folder)
    (folder / "content" / path).write_text(text, encoding="utf-8", newline="")
    found = check_library(read_library(folder), today("Europe/London"))
    return [f"{one.rule}: {one.message}" for one in found if one.path == f"content/{path}"]


def test_what_is_wrong_is_said_at_the_top_and_at_each_question(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    page.get_by_label("Summary").fill("Too short.")
    go_on(page)
    expect(errors(page)).to_be_focused()
    assert 'The text in "Summary" is too short: 10 characters, and it takes at least 30.' in errors(page).inner_text()
    links = errors(page).get_by_role("link")
    assert links.count() == 7
    links.filter(has_text='Answer "Themes": ').click()
    expect(page.get_by_role("checkbox", name="Breaks and boundaries")).to_be_focused()
    title = page.get_by_label("Title")
    assert title.get_attribute("aria-invalid") == "true"
    expect(title).to_have_accessible_description(re.compile('Error: Answer "Title": '))
    assert page.locator(".kb-propose__result").is_hidden()


def test_what_is_mended_is_wrong_no_longer(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    fill_in(page, Contact="jo.bloggs@example.invalid")
    go_on(page)
    assert errors(page).get_by_role("link").all_inner_texts() == [
        "This looks like the e-mail address of a person. Give the mailbox of a role or a team instead. "
        "Take it out: once it is published, people can always find it."
    ]
    page.get_by_label("Contact").fill("team@example.invalid")
    go_on(page)
    expect(errors(page)).to_be_hidden()
    heading = page.get_by_role("heading", name="Check it, then send it")
    expect(heading).to_be_focused()
    # The page that was written is longer than the window.
    assert 0 <= heading.evaluate("(one) => one.getBoundingClientRect().top") < 100
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_label("Title")).to_be_focused()
    assert page.locator("[aria-invalid]").count() == 0


def test_a_field_takes_one_paragraph_and_a_date_as_people_write_it(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    fill_in(page, Summary="The team asks itself three questions a week:\n\n- short ones\n- on Mondays")
    page.get_by_label("Started").fill("13/14/2025")
    go_on(page)
    assert errors(page).get_by_role("link").all_inner_texts() == [
        'Write one paragraph under "Summary", without a list and without a blank line.',
        'The field "Started" needs a date, not "13/14/2025". Write the year first, such as 2018-08-06, or 2018-08 or 2018 if that '
        "is all you know.",
    ]
    page.get_by_label("Summary").fill("The team asks itself three questions a week:\nshort ones, on Mondays.")
    for written, shown in {"1/9/2025": "1 September 2025", "March 2019": "March 2019", "2019": "2019"}.items():
        page.get_by_label("Started").fill(written)
        expect(page.get_by_role("region", name="Preview").get_by_text(shown, exact=True)).to_be_visible()
    go_on(page)
    expect(errors(page)).to_be_hidden()
    assert "\nstarted: 2019\n" in page.locator("#propose-sent").input_value()


def test_a_question_is_asked_only_where_it_has_a_meaning(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    assert [page.get_by_label(name).is_visible() for name in ("Started", "Why stopped")] == [False, False]
    page.get_by_role("radio", name="Tried or being tried").check()
    assert [page.get_by_label(name).is_visible() for name in ("Started", "Why stopped")] == [True, False]
    page.get_by_role("radio", name="Stopped").check()
    assert [page.get_by_label(name).is_visible() for name in ("Started", "Why stopped")] == [True, True]
    go_on(page)
    said = errors(page).inner_text()
    assert all(f'"{name}"' in said for name in ("Started", "Stopped", "Why stopped", "What you did", "What changed"))
    page.get_by_role("radio", name="Idea").check()
    go_on(page)
    said = errors(page).inner_text()
    assert not any(
        f'"{name}"' in said for name in ("Started", "Stopped", "Why stopped", "What you did", "What changed")
    )


def test_a_name_that_is_taken_is_refused(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    fill_in(page, Title="Shared Lunch!")
    go_on(page)
    message = (
        'This is too similar to the title of another page, "Shared lunch with colleagues". '
        "Say in the title what is different about this one."
    )
    assert errors(page).get_by_role("link").all_inner_texts() == [message]
    expect(page.get_by_label("Title")).to_have_accessible_description(re.compile(f"Error: {re.escape(message)} See"))
    link = page.get_by_role("link", name="See that page in a new tab.")
    assert link.evaluate("(one) => one.href") == visit.url("initiatives/shared-lunch/")


def test_the_page_is_shown_while_it_is_written(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    shown = page.get_by_role("region", name="Preview")
    assert "What you write appears here." in shown.inner_text()
    page.get_by_label("Title").type("Lunch <b>")
    expect(shown.get_by_role("heading", name="Lunch <b>")).to_be_visible()
    page.get_by_role("radio", name="Tried or being tried").check()
    page.get_by_label("What you did").fill("Two things:\n\n- one\n- two\n\nThat is all.")
    expect(shown.get_by_role("listitem")).to_have_text(["one", "two"])
    page.get_by_label("What you did").fill("1. a\n   more\n2. b\n\n    - c\n    - d\n        - e\n3. f")
    expect(shown.locator("ol > li")).to_have_text(["a more", re.compile(r"^\s*b\s+c\s+d\s+e\s*$"), "f"])
    expect(shown.locator("ol > li > ul > li")).to_have_text(["c", re.compile(r"^\s*d\s+e\s*$")])
    expect(shown.locator("ul ul > li")).to_have_text("e")
    assert shown.locator("b").count() == 0


def test_what_is_sent_is_valid_as_it_is(visit: Visitor, tmp_path: Path) -> None:
    page = visit(INITIATIVE)
    fill_in(page)
    go_on(page)
    text = what_is_sent(page)
    assert f"added: {today('Europe/London')}\n" in text
    assert "\nstarted: 2025-03\n" in text
    assert "March 2025" in page.locator(".kb-propose__result .kb-preview").inner_text()
    assert findings_on(text, "initiatives/sians-quiz-who-what-why.md", tmp_path) == []
    record = read_library(tmp_path).records["initiative"]["sians-quiz-who-what-why"]
    assert (record.title, record.tags) == (TITLE, ["peer-support"])


def test_every_way_to_send_it_has_the_same_text(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    fill_in(page)
    go_on(page)
    text = what_is_sent(page)
    new = address_of(page, "Send it on GitHub")
    assert new.startswith(f"{ISSUES.removesuffix('issues/new')}new/main/content/initiatives?")
    assert parse_qs(urlsplit(new).query) == {"filename": ["sians-quiz-who-what-why.md"], "value": [text]}
    assert len(f"https://github.com/login?return_to={quote(new, safe='')}") < 8191
    issue = dict(parse_qsl(urlsplit(address_of(page, "Send it as a message")).query))
    assert issue["template"] == "propose-initiative.yml"
    assert (issue["title"], issue["minutes"]) == (TITLE, "30")
    # GitHub's form takes no choices from an address.
    assert issue.keys().isdisjoint({"stage", "services", "tags", "cost"})
    assert issue["what-changed"] == STORY["What changed"]
    with page.expect_download() as started:
        page.get_by_role("link", name="Download it").click()
    assert started.value.suggested_filename == "sians-quiz-who-what-why.md"
    assert Path(started.value.path()).read_text(encoding="utf-8") == text
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy it").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == text


@pytest.fixture
def with_mailbox(sites: Sites) -> Site:
    """A site of a network that has a mailbox, and whose files are on GitHub."""
    kept = {"edit_uri": "https://github.com/a/network/edit/main/content/"}
    return sites.get("demo-on-github", ROOT / "demo", settings=kept)


def ways(page: Page) -> list[str]:
    """The headings of the ways to send it, and what each offers, in order."""
    shown = page.locator(".kb-propose__result > h3, .kb-propose__ways :is(.kb-button, [data-way=long]):visible")
    return [text.split("\n")[0] for text in shown.all_inner_texts()]


NO_ACCOUNT, WITH_ACCOUNT = "Without an account", "With a free account on GitHub"
ON_GITHUB = [WITH_ACCOUNT, "Send it on GitHub", "Send it as a message on GitHub"]


def test_the_way_without_an_account_comes_first(visit: Visitor, with_mailbox: Site) -> None:
    page = visit(INITIATIVE, site=with_mailbox)
    fill_in_orchard(page)
    go_on(page)
    assert ways(page) == [NO_ACCOUNT, "Send it by e-mail", "Download it", "Copy it", *ON_GITHUB]
    letter, _, rest = body_of_mail(page).partition("\n\n")
    assert rest == what_is_sent(page)
    assert address_of(page, "Send it by e-mail").startswith("mailto:network@example.org?subject=Proposal%3A%20Pears&")
    assert letter == (
        f"Hello, this is a proposal for the knowledge base, written with the form at {page.url}. It is not published yet. "
        "Please save everything from the first line of hyphens as content/initiatives/pears.md."
    )


def test_without_a_mailbox_no_one_is_sent_to_their_e_mail(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    fill_in(page)
    go_on(page)
    assert ways(page) == [NO_ACCOUNT, "Download it", "Copy it", *ON_GITHUB]
    assert "give the file to someone you know in the network" in page.locator("[data-way=download]").inner_text()
    assert page.locator("[href^='mailto:']").count() == 0


def test_what_is_too_long_for_an_e_mail_is_copied_to_paste_into_one(visit: Visitor, with_mailbox: Site) -> None:
    """Windows opens no e-mail at an address of more than 2,046 characters, and says nothing."""
    page = visit(INITIATIVE, site=with_mailbox)
    fill_in_orchard(page)
    go_on(page)
    assert page.locator("[data-way=paste]").is_hidden()
    page.get_by_role("button", name="Change it").click()
    page.get_by_label("How to try it").fill("A sentence, and one more: here it is. " * 60)
    go_on(page)
    assert len(address_of(page, "Send it by e-mail")) < 2000
    assert body_of_mail(page).endswith("as content/initiatives/pears.md.\n\nPaste it here.")
    assert page.locator("[data-way=paste]").is_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Send it by e-mail").evaluate(
        "(link) => { link.addEventListener('click', (event) => event.preventDefault()); link.click() }"
    )
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == what_is_sent(page)


def test_a_list_that_is_pasted_from_word_is_shown_as_one(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    box = page.get_by_label("What you did")
    box.fill("We had ")
    box.evaluate(
        """(box) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "“this”:\\r\\n•\\tTea\\r\\n•\\tCake");
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    expect(box).to_have_value("We had “this”:\n- Tea\n- Cake")
    expect(page.locator(".kb-propose__preview li")).to_have_text(["Tea", "Cake"])
    page.keyboard.press("ControlOrMeta+z")
    expect(box).to_have_value("We had ")


def test_a_service_that_is_not_in_the_list_is_named_and_waited_for(visit: Visitor, tmp_path: Path) -> None:
    page = visit(INITIATIVE)
    fill_in(page)
    page.get_by_role("checkbox", name="East Riding").uncheck()
    unlisted = page.get_by_label("Service that is not in the list")
    unlisted.fill("Con")
    go_on(page)
    note, _, text = what_is_sent(page).partition("\n\n")
    assert note == '"Con" is not in the list of services yet. Add it first, as con-service.md: then this is complete.'
    assert "\nservices:\n  - con-service\n" in text
    assert page.get_by_text("Your service is not on the list yet.").is_visible()
    assert page.get_by_role("link", name="Send it on GitHub").is_hidden()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download it").click()
    saved = Path(started.value.path()).read_text(encoding="utf-8")
    assert saved == text.replace("---\n", f"---\n#: {note}\n", 1)
    as_issue = dict(parse_qsl(urlsplit(address_of(page, "Send it as a message on GitHub")).query))
    assert as_issue["unlisted"] == "Con"
    assert [found[:45] for found in findings_on(saved, "initiatives/quiz.md", tmp_path)] == [
        "reference-broken: There is no service called "
    ]
    page.get_by_role("button", name="Change it").click()
    # Whoever does not see that it is in the list need not wait.
    unlisted.fill("east riding Emotional Wellbeing service")
    go_on(page)
    assert "\nservices:\n  - east-riding\n" in what_is_sent(page)
    assert page.get_by_role("link", name="Send it on GitHub").is_visible()
    page.get_by_role("button", name="Change it").click()
    unlisted.fill("East Riding")
    go_on(page)
    assert "\nservices:\n  - east-riding\n" in what_is_sent(page)
    page.get_by_role("button", name="Change it").click()
    for wrong, said in (
        ("<b>", "This is HTML"),
        ("A" * 81, "is too long: 81 characters"),
        ("n/a", 'Answer "Services"'),
    ):
        unlisted.fill(wrong)
        go_on(page)
        assert said in errors(page).inner_text()
    page.get_by_role("checkbox", name="East Riding").check()
    go_on(page)
    assert "\nservices:\n  - east-riding\n" in what_is_sent(page)
    assert page.get_by_role("link", name="Send it on GitHub").is_visible()


def test_what_is_too_long_for_a_link_can_still_be_sent(visit: Visitor) -> None:
    page = visit(INITIATIVE)
    fill_in(page, **{"What you did": "A sentence, and one more: here it is. " * 250})
    go_on(page)
    assert not page.get_by_role("link", name="Send it on GitHub").is_visible()
    assert page.get_by_text("This is too long for a link to GitHub.").is_visible()
    assert address_of(page, "start the file there").endswith("/initiatives?filename=sians-quiz-who-what-why.md")
    with page.expect_download() as started:
        page.get_by_role("link", name="Download it").click()
    assert Path(started.value.path()).read_text(encoding="utf-8") == what_is_sent(page)


def test_a_question_to_open_a_meeting_is_an_idea(visit: Visitor, tmp_path: Path) -> None:
    page = visit(QUESTION)
    page.get_by_label("Your question").fill("What made you laugh this week?")
    page.get_by_role("checkbox", name="North Yorkshire").check()
    page.get_by_label("Contact").fill("team@example.invalid")
    page.get_by_label("How to ask it").fill("Go first.")
    go_on(page)
    text = what_is_sent(page)
    assert findings_on(text, "initiatives/what-made-you-laugh-this-week.md", tmp_path) == []
    front = yaml.safe_load(text.split("---")[1])
    assert front["summary"] == "A question to ask at the start of a meeting: What made you laugh this week?"
    assert (front["stage"], front["tags"], front["opens_meetings"]) == ("idea", ["social-connection"], True)
    issue = dict(parse_qsl(urlsplit(address_of(page, "Send it as a message")).query))
    assert (issue["template"], issue["title"]) == ("propose-question.yml", "What made you laugh this week?")
    assert "## How to try it\n\nGo first.\n" in text


def test_a_topic_waits_until_a_meeting_is_planned(visit: Visitor) -> None:
    page = visit(TOPIC)
    assert page.get_by_text("We do not have the date of the next meeting yet. What you send waits until").is_visible()
    page.get_by_label("Your topic").fill("Supervision: how do others protect time for it?")
    page.get_by_label("Your service").select_option(label="East Riding Emotional Wellbeing Service")
    go_on(page)
    assert ways(page) == [NO_ACCOUNT, "Download it", "Copy it", WITH_ACCOUNT, "Send it as a message on GitHub"]


def test_a_topic_goes_into_the_record_of_the_next_meeting(visit: Visitor, with_mailbox: Site, tmp_path: Path) -> None:
    page = visit(TOPIC, site=with_mailbox)
    assert page.get_by_text("This goes on the agenda of the next meeting: ").is_visible()
    page.get_by_label("Text").fill("Supervision: how do others protect time for it?")
    page.get_by_label("Service").select_option(label="Fig")
    go_on(page)
    lines = what_is_sent(page)
    path = "meetings/2026-12-meeting.md"
    assert address_of(page, "Open the record on GitHub").endswith(f"/edit/main/content/{path}")
    meeting = (ROOT / "demo/content" / path).read_text(encoding="utf-8")
    # Below the topics that are there stands the field that comes next.
    head, end, rest = meeting.partition("diamond9:\n")
    assert findings_on(head + lines + end + rest, path, tmp_path, ROOT / "demo") == []
    topics = read_library(tmp_path).all_of(Meeting)["2026-12-meeting"].topics
    assert (topics[-1].text, topics[-1].service) == ("Supervision: how do others protect time for it?", "fig")
    assert f'paste the lines below at the end of "topics" in content/{path}.' in body_of_mail(page)
    issue = dict(parse_qsl(urlsplit(address_of(page, "Send it as a message")).query))
    assert issue["text"] == "Supervision: how do others protect time for it?"


def test_a_service_takes_up_what_its_reader_came_from(visit: Visitor, tmp_path: Path) -> None:
    page = visit("initiatives/shared-lunch/")
    page.locator("p", has_text="We would like to know how you do it").get_by_role("link", name="Tell us").click()
    expect(page.get_by_label("Initiative")).to_have_value("Shared lunch with colleagues")
    go_on(page)
    assert errors(page).get_by_role("link").all_inner_texts() == ['Answer "Your service": the service that took it up.']
    page.get_by_label("Service that is not in the list").fill("Pear Tree")
    page.get_by_label("Since when").fill("March 2026")
    page.get_by_label("What you changed").fill("We meet on Tuesdays: more of us are in.")
    go_on(page)
    assert page.get_by_text("Your service is not on the list yet.").is_visible()
    assert not page.get_by_role("link", name="Open the record on GitHub").is_visible()
    page.get_by_role("button", name="Change it").click()
    page.get_by_label("Service that is not in the list").fill("")
    page.get_by_label("Your service").select_option(label="North Yorkshire IAPT")
    go_on(page)
    path = "initiatives/shared-lunch.md"
    assert address_of(page, "Open the record on GitHub").endswith(f"/edit/main/content/{path}")
    assert page.locator(".kb-propose__result .kb-preview h3").inner_text() == "Shared lunch with colleagues"
    head, end, rest = (ROOT / "content" / path).read_text(encoding="utf-8").partition("---\n\n")
    assert findings_on(head + what_is_sent(page) + end + rest, path, tmp_path) == []
    [adoption] = read_library(tmp_path).all_of(Initiative)["shared-lunch"].adopted_by
    assert (adoption.service, str(adoption.since)) == ("north-yorkshire", "2026-03")
    assert adoption.adapted == "We meet on Tuesdays: more of us are in."


def test_an_offer_to_present_goes_on_the_agenda(visit: Visitor, sites: Sites, tmp_path: Path) -> None:
    kept = {"edit_uri": "https://github.com/a/network/edit/main/content/"}
    page = visit("initiatives/stay-conversations/", site=sites.get("demo-on-github", ROOT / "demo", settings=kept))
    page.get_by_role("link", name="Offer to present this").click()
    expect(page.get_by_label("Initiative")).to_have_value("Stay conversations in a group")
    go_on(page)
    assert errors(page).get_by_role("link").all_inner_texts() == [
        'Answer "Title": what it is about. 3 to 200 characters.'
    ]
    page.get_by_label("Title").fill("Why we stopped: what we learnt")
    page.get_by_label("Your service").select_option(label="Fig")
    go_on(page)
    path = "meetings/2026-12-meeting.md"
    assert address_of(page, "Open the record on GitHub").endswith(f"/edit/main/content/{path}")
    head, end, rest = (ROOT / "demo/content" / path).read_text(encoding="utf-8").partition("topics:\n")
    assert findings_on(head + what_is_sent(page) + end + rest, path, tmp_path, ROOT / "demo") == []
    offered = read_library(tmp_path).all_of(Meeting)["2026-12-meeting"].presentations[-1]
    assert (offered.title, offered.service, offered.initiative) == (
        "Why we stopped: what we learnt", "fig", "stay-conversations",
    )  # fmt: skip


def test_it_can_be_done_with_the_keyboard_alone(visit: Visitor) -> None:
    page = visit(QUESTION, motion=False)
    page.get_by_label("Your question").focus()
    page.keyboard.type("What made you laugh this week?")
    page.keyboard.press("Enter")
    expect(errors(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="East Riding")).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("team@example.invalid")
    page.keyboard.press("Tab")
    page.keyboard.type("Go first.")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check and continue")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Check it, then send it")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Change it")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Download it")).to_be_focused()


@pytest.mark.parametrize("state", ["empty", "wrong", "filled in", "done", "too long"])
def test_axe_finds_nothing_and_it_fits_in_every_state(state: str, visit: Visitor) -> None:
    page = visit(INITIATIVE, motion=False)
    if state == "filled in":
        page.get_by_role("radio", name="Stopped").check()
        page.get_by_text("Evidence (optional)").first.click()
        page.get_by_label("Save what I write").check()
    if state in ("done", "too long"):
        fill_in(
            page, **({"What you did": "A sentence of seven words, like this. " * 250} if state == "too long" else {})
        )
    if state in ("wrong", "done", "too long"):
        go_on(page)
    found = findings_on_every_device(page)
    page.set_viewport_size({"width": 320, "height": 640})
    outside = sticks_out(page)
    if state == "filled in":
        page.get_by_role("button", name="Delete what was saved").click()
    assert not found, found
    assert outside == []


def test_nothing_is_kept_unless_somebody_asks_for_it(visit: Visitor) -> None:
    page = visit(QUESTION)
    question = page.get_by_label("Your question")
    question.fill("What made you laugh?")
    assert page.evaluate(_KEPT) == []
    page.get_by_label("Save what I write on this device").check()
    page.get_by_role("checkbox", name="East Riding").check()
    page.reload()
    assert question.input_value() == "What made you laugh?"
    assert page.get_by_role("checkbox", name="East Riding").is_checked()
    page.get_by_role("button", name="Delete what was saved").click()
    assert page.evaluate(_KEPT) == []
    assert not page.get_by_label("Save what I write on this device").is_checked()
    page.reload()
    assert question.input_value() == ""


def test_what_was_kept_stays_until_somebody_says_that_it_is_sent(visit: Visitor) -> None:
    page = visit(QUESTION)
    page.get_by_label("Save what I write on this device").check()
    page.get_by_label("Your question").fill("What made you laugh?")
    page.get_by_role("checkbox", name="East Riding").check()
    page.get_by_label("Contact").fill("team@example.invalid")
    page.get_by_label("How to ask it").fill("Go first.")
    go_on(page)
    assert page.evaluate(_KEPT) != []
    page.get_by_role("link", name="Send it on GitHub").evaluate(
        "(link) => { link.addEventListener('click', (event) => event.preventDefault()); link.click() }"
    )
    assert page.evaluate(_KEPT) != []
    status = page.get_by_role("status")
    expect(status.filter(has_text="Your draft is still saved on this device.")).to_be_visible()
    page.get_by_role("button", name="Delete what was saved").click()
    expect(status.filter(has_text="Nothing is saved any more.")).to_be_visible()
    assert page.evaluate(_KEPT) == []


@pytest.mark.parametrize(
    "damaged", ['"x"', "5", "true", "{", '{"title": null, "tags": 5}', '{"title": "x", "tags": 5}']
)
def test_what_was_kept_and_is_damaged_is_forgotten(damaged: str, visit: Visitor) -> None:
    page = visit(INITIATIVE)
    page.get_by_label("Save what I write on this device").check()
    page.evaluate("(text) => localStorage.setItem(Object.keys(localStorage)[0], text)", damaged)
    page.reload()
    assert page.evaluate(_KEPT) == []
    assert not page.get_by_label("Save what I write on this device").is_checked()
    assert page.get_by_label("Title").input_value() == ""
    go_on(page)
    expect(errors(page)).to_be_focused()


def test_without_a_script_the_form_for_issues_is_filled_in(visit: Visitor) -> None:
    page = visit(INITIATIVE, scripts=False, new=True)
    assert page.get_by_text("This form needs JavaScript").is_visible()
    assert page.get_by_label("Why stopped").is_visible()
    assert not page.get_by_label("Save what I write").is_visible()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Summary").fill("A summary.")
    # GitHub's form takes no choices from an address.
    assert page.locator(".kb-propose :is(select, [type=radio], .kb-field [type=checkbox]):visible").count() == 0
    page.get_by_label("Contact").fill("team@example.invalid")
    page.get_by_label("How to try it").fill("Try.")
    with page.expect_request(re.compile("github")) as asked:
        page.get_by_role("button", name="Continue to GitHub").click()
    assert asked.value.url.startswith(f"{ISSUES}?template=propose-initiative.yml&")
    sent = dict(parse_qsl(urlsplit(asked.value.url).query))
    assert sent == {
        "template": "propose-initiative.yml", "title": TITLE, "summary": "A summary.",
        "contact": "team@example.invalid", "how-to-try-it": "Try.",
    }  # fmt: skip
    assert visit.watch.refused == []
    visit.forgive()


def test_without_a_mailbox_no_page_leads_to_an_e_mail(own: Site) -> None:
    found = {page.address: page.tree.xpath("//a/@href[starts-with(., 'mailto:')]") for page in own.pages}
    assert {address: links for address, links in found.items() if links} == {}


def test_without_a_script_the_mailbox_comes_first(visit: Visitor, with_mailbox: Site) -> None:
    page = visit(INITIATIVE, site=with_mailbox, scripts=False)
    said = " ".join(page.locator(".kb-propose__no-script").inner_text().split())
    assert "If you have no account on GitHub, write to network@example.org. You can still fill it in." in said


def test_only_these_pages_lead_a_form_elsewhere(own: Site) -> None:
    policy = "//meta[@http-equiv='Content-Security-Policy']/@content"
    said = {page.address: re.findall("form-action ([^;]*)", page.tree.xpath(policy)[0]) for page in own.pages}
    elsewhere = {address: sources for address, sources in said.items() if sources not in (["'self'"], ["'none'"])}
    assert elsewhere == {
        address: ["'self' https://github.com"] for address in (INITIATIVE, QUESTION, TOPIC, ADOPTION, OFFER)
    }


def test_another_network_has_its_own_words_and_addresses(visit: Visitor, orchard: Site) -> None:
    page = visit("contribute/propose/", site=orchard)
    fill_in_orchard(page)
    go_on(page)
    assert address_of(page, "Send it on example.org").startswith(
        "https://example.org/first-day/new/main/content/initiatives?"
    )


def test_nothing_can_be_proposed_where_there_is_nothing_to_choose_from(visit: Visitor, empty: Site) -> None:
    page = visit("contribute/propose/", site=empty)
    assert "The network needs themes and services to choose from first" in page.locator("main").inner_text()
    assert page.locator("main form").count() == 0
