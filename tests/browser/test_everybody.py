"""axe finds nothing: on a page of any sort, with filters open, with search open, in light and dark, on a phone and a laptop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.axe import axe_findings, findings_on_every_device
from browser.pages import LISTS, PAGES
from browser.visiting import Visitor


def open_all_folds(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true })")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_page(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], motion=False)
    found = findings_on_every_device(page)
    assert not found, found


@pytest.mark.parametrize("name", LISTS)
def test_axe_finds_nothing_with_filters_open(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], motion=False)
    open_all_folds(page)
    page.locator(".kb-option").first.click()
    assert page.locator(".kb-chosen li").first.is_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    open_all_folds(page)
    page.emulate_media(color_scheme="dark")
    found = "\n".join(axe_findings(page))
    assert not found, found


def test_axe_finds_nothing_with_search_open(visit: Visitor) -> None:
    page = visit("", motion=False)
    page.keyboard.press("/")
    found = findings_on_every_device(page)
    page.keyboard.type("supervison")
    page.locator("#kb-search .kb-entry").nth(5).wait_for()
    found += findings_on_every_device(page)
    page.locator("#kb-search input[type=search]").fill("zzzzz")
    page.get_by_text("Nothing found").first.wait_for()
    found += findings_on_every_device(page)
    assert not found, found


def test_axe_finds_nothing_with_results_on_the_search_page(visit: Visitor) -> None:
    page = visit("search/?find=wellbeing&kind=evidence", motion=False)
    page.locator("main .kb-entry").nth(5).wait_for()
    open_all_folds(page)
    found = findings_on_every_device(page)
    assert not found, found


def test_axe_finds_what_is_wrong(visit: Visitor) -> None:
    page = visit("", motion=False)
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend", "<img src='assets/mark.svg'><a href='.'></a>")"""
    )
    found = "\n".join(axe_findings(page))
    assert "[image-alt]" in found
    assert "[link-name]" in found
