"""Everything can be done with the keyboard alone, and a reader sees where they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES
from tests.browser.visiting import Visitor

MAIN = ["home", "initiatives", "evidence-list", "meetings", "services", "themes", "initiative", "evidence", "meeting"]
MAIN += ["service", "theme", "champions", "actions", "contribute"]

# Notes of every place that the focus comes to: what it is, and what keeps a reader from seeing that it is there.
_TAKE_NOTES = """() => {
  window.kbStops = [];
  const told = (one) => `${one.tagName.toLowerCase()} "${(one.textContent || one.name || one.type || "").trim().slice(0, 50)}"`;
  const hidden = (one) => {
    const style = getComputedStyle(one);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "no outline";
    const box = one.getClientRects()[0];
    if (!box || box.width < 2 || box.height < 2) return "no size";
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) return "out of sight";
    const top = document.elementFromPoint(x, y);
    if (!top || !(one.contains(top) || top.contains(one) || one.labels?.[0]?.contains(top))) return "covered";
  };
  addEventListener("focusin", ({target}) => requestAnimationFrame(() => requestAnimationFrame(() => {
    window.kbStops.push(target);
    const why = target === document.activeElement && hidden(target);
    if (why) (window.kbUnseen ??= []).push(`${told(target)}: ${why}`);
  })));
  window.kbExpected = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0);
}"""
_TWO_FRAMES = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"
)
_MISSED = """() => window.kbExpected().filter((one) => !window.kbStops.includes(one))
  .map((one) => one.outerHTML.slice(0, 120))"""


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
    page.evaluate(_TWO_FRAMES)
    assert page.evaluate(_MISSED) == []
    assert page.evaluate("() => window.kbUnseen ?? []") == []


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
    assert link.is_visible()
    link.click()
    assert page.url.endswith(link.get_attribute("href") or "nowhere")


def test_the_menu_of_a_phone_opens_and_closes(visit: Visitor) -> None:
    page = visit("", width=320)
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    assert page.locator(".kb-nav").get_by_role("link", name="Evidence").is_visible()
    expect(page.locator(".kb-nav").get_by_role("button", name="Close")).to_be_focused()
    stops = page.locator(".kb-nav :is(a, button)").filter(visible=True).count()
    # Whichever way the focus leaves the menu, it is not covered by it.
    for key, steps in (("Shift+Tab", 1), ("Tab", stops)):
        for _ in range(steps):
            assert page.locator(".kb-nav :focus").count() == 1
            page.keyboard.press(key)
        expect(page.locator(".kb-nav")).to_be_hidden()
        assert page.locator(".kb-header__row :focus").count() == 1
        menu.focus()
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert not page.locator(".kb-nav").get_by_role("link", name="Evidence").is_visible()
    assert page.evaluate("() => document.activeElement.textContent.trim()") == "Menu"
    page.keyboard.press("Enter")
    page.locator(".kb-nav").get_by_role("button", name="Close").click()
    assert not page.locator(".kb-nav").get_by_role("link", name="Evidence").is_visible()
