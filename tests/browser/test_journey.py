"""A new reader with a keyboard and nothing else: from a question to what others did, who to ask, the diary and the printer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visitor

# Of what is in focus: what it is called.
_CALLED = """() => {
  const one = document.activeElement;
  return (one.labels?.[0] ?? one).textContent.trim().replace(/\\s+/g, " ");
}"""
# Nobody should have to press a key more often.
PATIENCE = 40


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what is called `words` is in focus."""
    passed: list[str] = []
    while len(passed) < PATIENCE:
        page.keyboard.press("Tab")
        passed.append(page.evaluate(_CALLED))
        if passed[-1].startswith(words):
            return
    raise AssertionError(f"{words} is not among the next {PATIENCE} stops: {passed}")


def follow(page: Page, words: str, heading: str | None = None) -> None:
    """Go to the link called `words`, and to the page behind it."""
    tab_to(page, words)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(heading or words)
    # Its heading may be there before the rest of it.
    page.wait_for_load_state()


def follow_result(page: Page, title: str) -> None:
    """Go to a result on the search page, where choices that narrow it down may stand before the results."""
    if page.get_by_role("button", name="Skip to the results").is_visible():
        tab_to(page, "Skip to the results")
        page.keyboard.press("Enter")
    follow(page, title)


def follow_section(page: Page, words: str, heading: str) -> None:
    """Go to a section, which on a phone is in the menu."""
    if page.get_by_role("button", name="Menu").is_visible():
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
    follow(page, words, heading)


@pytest.fixture(params=[1280, 320])
def page(request: pytest.FixtureRequest, visit: Visitor) -> Page:
    """The home page, on a laptop and on a phone or at four times the size."""
    return visit("", width=request.param, height=800)


@pytest.fixture(params=[1280, 320])
def demonstration(request: pytest.FixtureRequest, visit: Visitor) -> Page:
    """That of the demonstration."""
    return visit("demo/", width=request.param, height=800)


def test_three_things_that_others_did_and_what_they_rest_on(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("supervision")
    page.keyboard.press("Enter")
    initiatives = page.locator("main .kb-found--initiatives .kb-entry__title")
    expect(initiatives.nth(2)).to_be_visible()
    for title in initiatives.all_inner_texts()[:3]:
        follow_result(page, title)
        page.go_back()
        expect(initiatives.nth(2)).to_be_visible()

    follow_result(page, "Wellbeing in the supervision contract")
    survey = "How common is burnout among PWPs and high-intensity therapists?"
    expect(page.locator(".kb-entry").filter(has_text=survey)).to_contain_text("Strength 3 of 5")
    follow(page, survey)
    expect(page.locator(".kb-facts").first).to_contain_text("3 of 5. One online survey")


def test_whom_to_ask_on_the_south_bank(demonstration: Page) -> None:
    page = demonstration
    follow_section(page, "Services", "Services")
    follow(page, "Champions", "Wellbeing champions")
    tab_to(page, "wellbeing@elderberry.example.org")
    mailbox = page.locator(":focus")
    assert mailbox.get_attribute("href") == "mailto:wellbeing@elderberry.example.org"
    area = mailbox.locator("xpath=preceding::h2[1]")
    expect(area).to_contain_text("South bank")


def test_the_next_meeting_goes_into_a_calendar(demonstration: Page) -> None:
    page = demonstration
    follow(page, "Meeting, December 2026")
    tab_to(page, "Put this meeting in your calendar (.ics)")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".ics")


def test_what_is_made_for_the_printer(page: Page) -> None:
    follow_section(page, "Themes", "Themes")
    follow(page, "Supervision")
    tab_to(page, "Print")
    page.keyboard.press("Enter")
    page.wait_for_url("**/themes/supervision/pack/")
