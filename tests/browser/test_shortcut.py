"""The one key that opens search can be switched off, which people need who speak to their computer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import Visitor

SWITCH = "Open search with the / key"
# What a browser does that is set to keep nothing.
_REFUSE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});"""


@pytest.fixture
def visit(visit: Visitor) -> Iterator[Visitor]:
    """Opens a page, and forgets afterwards what the reader chose."""
    yield visit
    visit("llms.txt").evaluate("() => localStorage.clear()")


def kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("() => ({...localStorage})")
    return found


def switch(page: Page) -> Locator:
    """The switch that the reader sees: the search page has it in its text, other pages in the dialog."""
    return page.get_by_role("checkbox", name=SWITCH)


def expect_key(page: Page, *, works: bool) -> None:
    """Press the key, and see whether the page does what it promises."""
    hint, dialog = page.locator(".kb-search-open kbd"), page.locator("#kb-search")
    expect(hint).to_be_visible(visible=works)
    assert page.locator(".kb-search-open").get_attribute("aria-keyshortcuts") == ("/" if works else None)
    page.keyboard.press("/")
    assert dialog.is_visible() == works
    page.keyboard.press("Escape")


def test_switched_off_it_stays_off_until_it_is_switched_on(visit: Visitor) -> None:
    page = visit("search/")
    switch(page).uncheck()
    page.goto(visit.url("initiatives/"))
    expect_key(page, works=False)
    page.reload()
    expect_key(page, works=False)
    assert kept(page) == {"kb-shortcut": "off"}

    page.get_by_role("link", name="Search", exact=True).first.click()
    expect(switch(page)).not_to_be_checked()
    switch(page).check()
    page.keyboard.press("Escape")
    expect_key(page, works=True)
    assert kept(page) == {}
    page.goto(visit.url("initiatives/"))
    expect_key(page, works=True)


def test_switched_off_it_can_be_typed(visit: Visitor) -> None:
    page = visit("search/")
    switch(page).uncheck()
    page.keyboard.press("/")
    expect(switch(page)).to_be_focused()
    page.locator("main").get_by_role("searchbox").press_sequentially("and/or")
    expect(page.locator("main").get_by_role("searchbox")).to_have_value("and/or")


def test_switched_on_it_works_from_the_switch_itself(visit: Visitor) -> None:
    page = visit("search/")
    switch(page).uncheck()
    switch(page).check()
    page.keyboard.press("/")
    expect(page.locator("main").get_by_role("searchbox")).to_be_focused()


def test_another_window_follows(visit: Visitor) -> None:
    page, other = visit(""), visit("search/")
    switch(other).uncheck()
    expect(page.locator(".kb-search-open kbd")).to_be_hidden()
    expect_key(page, works=False)


def test_a_page_that_a_reader_comes_back_to_follows(visit: Visitor) -> None:
    page = visit("")
    # The browser of the tests keeps no page for the way back: it is told what it would tell such a page.
    page.evaluate("() => { localStorage.setItem('kb-shortcut', 'off'); dispatchEvent(new Event('pageshow')); }")
    expect_key(page, works=False)


def test_where_nothing_can_be_kept_it_is_off_for_this_page(visit: Visitor) -> None:
    page = visit("search/", new=True)
    page.add_init_script(_REFUSE)
    page.reload()
    expect(switch(page)).to_be_checked()
    switch(page).uncheck()
    expect(page.locator(".kb-search-open kbd")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("main").get_by_role("searchbox")).not_to_be_focused()
    page.reload()
    expect(switch(page)).to_be_checked()
