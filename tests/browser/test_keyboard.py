"""Everything can be done with the keyboard alone, and a reader sees where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PAGES
from tests.browser.visiting import Visitor

MAIN = ["home", "initiatives", "evidence-list", "meetings", "services", "themes", "initiative", "evidence", "meeting"]
MAIN += ["service", "theme", "champions", "actions", "contribute"]

# Takes note of every place that the focus comes to, and of those that a reader may not see at once.
_TAKE_NOTES = """() => {
  window.kbStops = [];
  window.kbUnseen = [];
  const isLarge = ({left, top, right, bottom}) => right - left >= 2 && bottom - top >= 2;
  const within = (one, other) => ({
    left: Math.max(one.left, other.left), top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right), bottom: Math.min(one.bottom, other.bottom),
  });
  // What is in sight of a line of an element: a table that is wider than a phone is in a box that cuts it off.
  const inSight = (line, one) => {
    let seen = within(line, {left: 0, top: 0, right: innerWidth, bottom: innerHeight});
    for (let around = one.parentElement; around; around = around.parentElement)
      if (getComputedStyle(around).overflowX !== "visible") seen = within(seen, around.getBoundingClientRect());
    return seen;
  };
  const hidden = (one) => {
    const style = getComputedStyle(one);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "no outline";
    const boxes = [...one.getClientRects()].filter(isLarge);
    if (!boxes.length) return "no size";
    const box = boxes.map((line) => inSight(line, one)).find(isLarge);
    if (!box) return "out of sight";
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (!top || !(one.contains(top) || top.contains(one) || one.labels?.[0]?.contains(top))) return "covered";
  };
  // The page has moved to it by then, and the next key is still to come.
  addEventListener("focusin", ({target}) => {
    const place = window.kbStops.push(target) - 1;
    setTimeout(() => target === document.activeElement && hidden(target) && window.kbUnseen.push(place));
  });
  // What is in focus, and what keeps a reader from seeing that it is there.
  window.kbWrong = () => {
    const one = document.activeElement;
    const why = hidden(one);
    return why && `${one.tagName.toLowerCase()} "${(one.textContent || one.name || one.type || "").trim().slice(0, 50)}": ${why}`;
  };
  window.kbExpected = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0);
}"""
_SOME_FRAMES = """async () => {
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
}"""
_MISSED = """() => window.kbExpected().filter((one) => !window.kbStops.includes(one))
  .map((one) => one.outerHTML.slice(0, 120))"""


def unseen(page: Page) -> Iterator[str]:
    """The places that a reader does not see who comes to them with a key, and has time to look.

    While a key is held down, a page that is still being laid out may be behind.
    """
    for place in page.evaluate("() => window.kbUnseen"):
        page.evaluate("(place) => (window.kbStops[place - 1] ?? document.body).focus()", place)
        page.keyboard.press("Tab")
        page.evaluate(_SOME_FRAMES)
        wrong = page.evaluate("() => window.kbWrong()")
        if wrong:
            yield wrong


@pytest.mark.parametrize("name", MAIN)
@pytest.mark.parametrize("width", [1280, 320])
def test_everything_can_be_reached_and_seen(name: str, width: int, visit: Visitor) -> None:
    page = visit(PAGES[name], width=width, motion=False)
    page.evaluate(_TAKE_NOTES)
    expected = page.evaluate("() => window.kbExpected().length")
    assert expected > 5
    # The key is held down, which is one message to the browser for each step.
    for _ in range(expected + 3):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    page.evaluate(_SOME_FRAMES)
    assert page.evaluate(_MISSED) == []
    assert list(unseen(page)) == []


@pytest.mark.parametrize("name", ["home", "initiative", "initiatives", "not-found"])
def test_the_first_step_skips_to_the_text(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the text"
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["initiative", "fields-meeting"])
def test_a_link_beside_a_heading_is_for_the_pointer_and_stops_nobody_else(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name])
    link = page.locator(".headerlink").first
    assert not link.is_visible(), "it would be a step on the way through the page, and be read out with its heading"
    page.locator(":has(> .headerlink)").first.hover()
    expect(link).to_be_visible()
    address = link.get_attribute("href") or "nowhere"
    link.click()
    expect(page).to_have_url(re.compile(f"{re.escape(address)}$"))


def test_the_menu_of_a_phone_opens_and_closes(visit: Visitor) -> None:
    page = visit("", width=320)
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-nav").get_by_role("link", name="Evidence")).to_be_visible()
    expect(page.locator(".kb-nav").get_by_role("button", name="Close")).to_be_focused()
    stops = page.locator(".kb-nav :is(a, button)").filter(visible=True).count()
    # Whichever way the focus leaves the menu, it is not covered by it.
    for key, steps in (("Shift+Tab", 1), ("Tab", stops)):
        for _ in range(steps):
            assert page.locator(".kb-nav :focus").count() == 1
            page.keyboard.press(key)
        expect(page.locator(".kb-nav")).to_be_hidden()
        expect(page.locator(".kb-header__row :focus")).to_have_count(1)
        menu.focus()
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".kb-nav").get_by_role("link", name="Evidence")).to_be_hidden()
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".kb-nav").get_by_role("button", name="Close").click()
    expect(page.locator(".kb-nav").get_by_role("link", name="Evidence")).to_be_hidden()
