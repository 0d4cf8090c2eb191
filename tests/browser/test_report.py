"""A reader selects words on a page and reports a problem with them, with an account or without."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Locator, Page

from tests.browser.visiting import Visitor
from tests.support.building import EMPTY, NETWORKS, Site, Sites

PAGE = "initiatives/shared-lunch/"
ISSUES = "https://github.com/yorkshire-humber-senior-pwp-network/knowledge-base/issues/new?"
_SELECT = "(one) => getSelection().selectAllChildren(one)"

# The page is told of a selection a moment after it was made.
_SELECT_AND_BE_TOLD = """(one) => new Promise((done) => {
  document.addEventListener("selectionchange", done, {once: true});
  getSelection().selectAllChildren(one);
})"""


def select(part: Locator) -> str:
    """Select all words of a part of a page."""
    part.evaluate(_SELECT)
    return part.inner_text()


def body(link: Locator) -> str:
    address = str(link.get_attribute("href"))
    return unquote(address.partition("&body=")[2]).replace("\r\n", "\n")


def on_github(page: Page) -> Locator:
    return page.get_by_role("link", name="report it on GitHub")


def test_what_is_selected_is_quoted_under_the_address_of_the_page(visit: Visitor) -> None:
    page = visit(PAGE)
    words = select(page.locator(".kb-body p").first)
    link = on_github(page)
    link.hover()
    page.mouse.down()
    assert f"/initiatives/shared-lunch/\n\n> {words}\n\nWhat is wrong? Anyone can read this.\n" in body(link)
    asked = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert asked["title"] == ["Problem on: Shared lunch with colleagues"]


def test_it_can_be_done_with_the_keyboard(visit: Visitor) -> None:
    page = visit(PAGE)
    words = select(page.locator(".kb-lead"))
    on_github(page).focus()
    assert f"\n\n> {words}\n\n" in body(on_github(page))


def test_what_was_selected_last_is_quoted_when_a_tap_has_cleared_the_selection(visit: Visitor) -> None:
    page = visit(PAGE)
    page.locator(".kb-body p").first.evaluate(_SELECT_AND_BE_TOLD)
    words = page.locator(".kb-lead").inner_text()
    page.locator(".kb-lead").evaluate(_SELECT_AND_BE_TOLD)
    page.evaluate("() => getSelection().removeAllRanges()")
    on_github(page).hover()
    page.mouse.down()
    assert f"\n\n> {words}\n\n" in body(on_github(page))
    assert body(on_github(page)).count("> ") == 1


def test_many_lines_are_quoted_line_by_line_and_cut(visit: Visitor) -> None:
    page = visit(PAGE)
    select(page.locator(".kb-text"))
    on_github(page).focus()
    quoted = body(on_github(page)).split("\n\n", 1)[1].rpartition("\n\n")[0]
    assert 400 < len(quoted) < 700
    assert all(line.startswith("> ") for line in quoted.split("\n"))


def test_without_a_selection_or_a_script_the_page_is_named(visit: Visitor) -> None:
    for scripts in (True, False):
        link = on_github(visit(PAGE, scripts=scripts))
        assert str(link.get_attribute("href")).startswith(ISSUES)
        assert body(link).endswith("/initiatives/shared-lunch/\n\nWhat is wrong? Anyone can read this.\n")


def test_a_network_with_a_mailbox_takes_it_without_an_account(visit: Visitor, sites: Sites, tmp_path: Path) -> None:
    said = (EMPTY / "content/network.yml").read_text(encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/network.yml").write_text(f"{said}contact: network@example.org\n", encoding="utf-8")
    page = visit("initiatives/picnic/", site=sites.get("with-mailbox", EMPTY, NETWORKS / "orchard", tmp_path))
    words = select(page.locator(".kb-lead"))
    link = page.get_by_role("link", name="report it by e-mail")
    link.focus()
    assert str(link.get_attribute("href")).startswith("mailto:network@example.org?subject=")
    assert f"\n\n> {words}\n\nWhat is wrong?\n" in body(link)


def test_what_is_made_up_is_not_reported(visit: Visitor, demo: Site) -> None:
    assert visit("initiatives/thank-you-board/", site=demo).get_by_text("Is something on this page wrong?").count() == 0
