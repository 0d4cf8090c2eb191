"""Without scripts nothing is lost but comfort."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LISTS, PAGES
from tests.browser.visiting import Visitor

# What can be pressed or filled in and does nothing without a script. A form with an address, a fold, and a button that opens
# what the browser itself can open all work.
_LIFELESS = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button], [onclick]")]
  .filter((one) => one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
  .filter((one) => !(one.popoverTargetElement || one.getAttribute("commandfor") || one.form?.getAttribute("action")))
  .map((one) => one.outerHTML)"""
_FACTS = """() => {
  const isShown = (one) => one.checkVisibility({visibilityProperty: true});
  const entries = [...document.querySelectorAll(".kb-entry")];
  const main = document.querySelector("main");
  return {
    headings: document.querySelectorAll("h1").length,
    letters: main.innerText.length,
    entries: entries.length,
    shown: entries.filter(isShown).length,
    inMain: entries.filter((one) => main.contains(one) && isShown(one)).length,
    total: document.querySelector(".kb-total")?.innerText ?? "",
  };
}"""


def lacks(page: Page, is_list: bool) -> Iterator[str]:
    yield from (f"pretends to work: {one}" for one in page.evaluate(_LIFELESS))
    facts = page.evaluate(_FACTS)
    if facts["headings"] != 1:
        yield "has not one first heading"
    if facts["letters"] <= 100:
        yield "says nothing"
    if facts["shown"] != facts["entries"]:
        yield "hides records"
    if is_list and int(facts["total"].split()[0]) != facts["inMain"]:
        yield f"lists others than the {facts['total']}"


def test_everything_is_there_and_nothing_pretends_to_work(visit: Visitor) -> None:
    page = visit("", scripts=False)
    wrong = []
    for name, address in PAGES.items():
        page.goto(visit.url(address))
        wrong += [f"{name} {one}" for one in lacks(page, name in LISTS)]
    assert wrong == []


def test_a_list_says_that_it_is_not_narrowed_down(visit: Visitor) -> None:
    page = visit(PAGES["initiatives-narrowed"], scripts=False)
    said = page.locator("main noscript")
    expect(said).to_be_visible()
    assert "Below is the whole list, even if your link asked for part of it." in said.inner_text()


@pytest.mark.parametrize(("name", "label"), [("initiative", "Print this card"), ("theme-pack", "Print this pack")])
def test_a_page_offers_to_print_where_a_script_can_do_it(name: str, label: str, visit: Visitor) -> None:
    assert not visit(PAGES[name], scripts=False).get_by_text(label).is_visible()
    expect(visit(PAGES[name]).get_by_text(label)).to_be_visible()


def test_the_menu_of_a_phone_opens(visit: Visitor) -> None:
    page = visit("", width=320, height=640, scripts=False)
    link = page.locator(".kb-nav").get_by_role("link", name="Evidence")
    assert not link.is_visible()
    page.get_by_role("button", name="Menu").click()
    expect(page.locator(".kb-nav").get_by_role("button", name="Close")).to_be_focused()
    assert page.locator(":is(a, button, input, summary, [tabindex]):visible:not(.kb-nav *)").count() == 0
    link.click()
    page.wait_for_url("**/evidence/")


def test_search_leads_to_the_list_of_everything(visit: Visitor) -> None:
    page = visit("demo/", scripts=False)
    page.locator(".kb-header").get_by_role("link", name="Search").click()
    page.wait_for_url("**/search/")
    page.locator("main").get_by_role("link", name="A to Z of everything").click()
    page.wait_for_url("**/a-to-z/")
    page.locator("main").get_by_role("link", name="Walk and talk supervision").first.click()
    page.wait_for_url("**/walk-and-talk-supervision/")
