"""Pages fit: on the smallest phone, at four times the size, and with more room between the letters."""

from __future__ import annotations

import pytest
from building import Site
from playwright.sync_api import Page

from browser.axe import axe_findings
from browser.pages import PAGES
from browser.visiting import Visitor

# Whether the page has to be moved sideways, and what of it sticks out. What scrolls inside a box of its own does not.
_STICKS_OUT = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  const outer = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
  return outer.slice(0, 5).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`);
}"""
# How much of the window is always covered by what stays in its place.
_COVERED = """() => {
  const fixed = [...document.querySelectorAll("body *")].filter((one) =>
    ["fixed", "sticky"].includes(getComputedStyle(one).position) && one.checkVisibility());
  return fixed.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight;
}"""
# What WCAG 1.4.12 lets a reader ask for.
_MORE_ROOM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""


def sticks_out(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_STICKS_OUT)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_never_moved_sideways(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], width=320, height=640)
    assert sticks_out(page) == []
    # A window of 1280 by 1024 at four times the size.
    page.set_viewport_size({"width": 320, "height": 256})
    assert sticks_out(page) == []
    assert page.evaluate(_COVERED) < 0.4
    page.evaluate(_MORE_ROOM)
    assert sticks_out(page) == []


@pytest.mark.parametrize("address", ["initiatives/weather-diary/", "themes/company/pack/"])
def test_a_wide_table_is_moved_in_its_own_box_with_the_keyboard_too(
    address: str, visit: Visitor, brimful: Site
) -> None:
    page = visit(address, site=brimful, width=320, height=640, motion=False)
    assert sticks_out(page) == []
    box = page.get_by_role("group", name="Table: What changed")
    room = box.evaluate("(one) => one.clientWidth")
    assert room < page.get_by_role("table").evaluate("(one) => one.scrollWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(one) => one.scrollLeft > 0", arg=box.element_handle())
    assert axe_findings(page) == []


def test_a_page_is_readable_on_a_wide_screen(visit: Visitor) -> None:
    page = visit(PAGES["initiative"], width=2560, height=1440)
    text = page.locator(".kb-body p").first.bounding_box()
    assert text is not None
    assert text["width"] < 900
