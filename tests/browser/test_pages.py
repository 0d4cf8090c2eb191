"""A page of every sort, looked at once on every device that a reader may have: all that is wrong with it is listed at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe_findings, findings_on_every_device
from tests.browser.pages import LISTS, PAGES
from tests.browser.paper import printed, small_type
from tests.browser.sizes import covered, more_room, sticks_out
from tests.browser.visiting import Visitor
from tests.support.building import Site

# A page of every sort that looks different.
SOME = ["home", "initiatives", "initiative", "evidence", "meeting", "service", "theme", "champions"]
# Those that people are likely to print, and those that are made for it.
PRINTED = [*LISTS, "evidence", "meeting", "service", "theme", "champions", "home"]
ON_PAPER = ["initiative", "initiative-told", "initiative-stopped", "theme-pack", "champion-pack", "meeting", "evidence"]

_MOVING = """() => {
  const slow = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
  const found = [];
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.push("html scrolls smoothly");
  for (const one of document.querySelectorAll("*"))
    for (const part of [null, "::before", "::after", "::backdrop"]) {
      const style = getComputedStyle(one, part);
      if (slow(style.transitionDuration) || slow(style.animationDuration)) found.push(`${one.tagName}.${one.className}${part ?? ""}`);
    }
  return found;
}"""
_FRAMELESS = """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, .kb-button")]
  .filter((one) => one.checkVisibility() && !["checkbox", "radio"].includes(one.type))
  .filter((one) => getComputedStyle(one).borderTopStyle === "none" || parseFloat(getComputedStyle(one).borderTopWidth) === 0)
  .map((one) => one.outerHTML.slice(0, 120))"""
_OUTLINE = """(one) => {
  const style = getComputedStyle(one);
  return [style.outlineStyle, style.outlineColor, style.backgroundColor];
}"""
_GROUND = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
_INK = "() => getComputedStyle(document.querySelector('h1')).color.match(/\\d+/g).slice(0, 3).map(Number)"


def with_less_motion(page: Page) -> Iterator[str]:
    """The page was opened for a reader who wants it."""
    yield from (f"moves: {one}" for one in page.evaluate(_MOVING))


def in_light_and_dark(page: Page) -> Iterator[str]:
    if min(page.evaluate(_GROUND)) <= 200:
        yield "is not light on a device that is"
    page.emulate_media(color_scheme="dark")
    if max(page.evaluate(_GROUND)) >= 80:
        yield "is not dark on a device that is"
    page.emulate_media(color_scheme="light")


def on_a_phone(page: Page) -> Iterator[str]:
    page.set_viewport_size({"width": 320, "height": 640})
    yield from (f"sticks out of a phone: {one}" for one in sticks_out(page))
    # A window of 1280 by 1024 at four times the size.
    page.set_viewport_size({"width": 320, "height": 256})
    yield from (f"sticks out at four times the size: {one}" for one in sticks_out(page))
    if covered(page) >= 0.4:
        yield "is covered too much by what stays in its place"
    with more_room(page):
        yield from (f"sticks out with more room between letters: {one}" for one in sticks_out(page))
    page.set_viewport_size({"width": 1280, "height": 900})


def in_the_colours_of_the_device(page: Page, colours: Any) -> Iterator[str]:
    page.emulate_media(forced_colors="active", color_scheme=colours)
    yield from axe_findings(page, only_colours=True)
    yield from (f"has no frame: {one}" for one in page.evaluate(_FRAMELESS))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    style, colour, ground = page.locator(":focus").evaluate(_OUTLINE)
    if style != "solid" or colour == ground:
        yield f"does not show where the focus is: {style} {colour} on {ground}"
    page.emulate_media(forced_colors="none", color_scheme="light")


def on_paper(page: Page, is_made_for_it: bool) -> Iterator[str]:
    """What leads elsewhere is not printed, and the ink is dark also where the screen is."""
    if is_made_for_it:
        page.emulate_media(media="print")
        yield from (f"is too small on paper: {one}" for one in small_type(page))
        page.emulate_media(media="null")
        return
    heading = page.locator("h1").inner_text()
    page.emulate_media(color_scheme="dark")
    sheets = printed(page)
    if not 1 <= len(sheets) <= 6:
        yield f"takes {len(sheets)} sheets"
    if heading not in sheets[0]:
        yield "has no heading on its first sheet"
    if "Skip to the text" in " ".join(sheets):
        yield "prints what only leads elsewhere"
    page.emulate_media(media="print", color_scheme="dark")
    if max(page.evaluate(_INK)) >= 100:
        yield "has no dark ink"
    page.emulate_media(media="null", color_scheme="light")


def with_filters_open(page: Page) -> Iterator[str]:
    """It is the last thing that is looked at: a choice stays."""
    open_all_folds(page)
    page.locator(".kb-option").first.click()
    assert page.locator(".kb-chosen li").first.is_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    open_all_folds(page)
    page.emulate_media(color_scheme="dark")
    yield from axe_findings(page)


def open_all_folds(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true })")


def test_everybody_can_use_a_text_with_everything_in_it(visit: Visitor, signs: Site) -> None:
    page = visit("themes/written/", site=signs, motion=False)
    wrong = [*on_a_phone(page), *in_light_and_dark(page), *on_paper(page, is_made_for_it=False)]
    wrong += findings_on_every_device(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    wrong += in_the_colours_of_the_device(page, "dark")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_a_page(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], motion=False)
    wrong = list(on_a_phone(page))
    if name in SOME:
        wrong += [*with_less_motion(page), *in_light_and_dark(page)]
    if name in ON_PAPER:
        wrong += on_paper(page, is_made_for_it=True)
    if name in PRINTED:
        wrong += on_paper(page, is_made_for_it=False)
    wrong += findings_on_every_device(page)
    if name in SOME:
        page.set_viewport_size({"width": 1280, "height": 900})
        wrong += in_the_colours_of_the_device(page, "dark" if SOME.index(name) % 2 else "light")
    if name in LISTS:
        page.set_viewport_size({"width": 1280, "height": 900})
        wrong += with_filters_open(page)
    assert not wrong, "\n".join(wrong)


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
    assert not found, "\n".join(found)


def test_axe_finds_nothing_with_results_on_the_search_page(visit: Visitor) -> None:
    page = visit("search/?find=wellbeing&kind=evidence", motion=False)
    page.locator("main .kb-entry").nth(5).wait_for()
    open_all_folds(page)
    found = findings_on_every_device(page)
    assert not found, "\n".join(found)


def test_axe_finds_what_is_wrong(visit: Visitor) -> None:
    page = visit("", motion=False)
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend", "<img src='assets/mark.svg'><a href='.'></a>")"""
    )
    found = "\n".join(axe_findings(page))
    assert "[image-alt]" in found
    assert "[link-name]" in found


def test_axe_finds_what_is_too_small_on_a_phone_alone(visit: Visitor) -> None:
    page = visit("", motion=False)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`.probe { inline-size: 40px; block-size: 40px; padding: 0 }
            @media (width < 400px) { .probe { inline-size: 9px; block-size: 9px } }`);
          document.adoptedStyleSheets.push(sheet);
          const buttons = "<button class='probe'>A</button><button class='probe'>B</button>";
          document.querySelector("main").insertAdjacentHTML("beforeend", buttons);
        }"""
    )
    found = findings_on_every_device(page)
    assert len(found) == 2
    assert all(one.startswith("320 light: [target-size]") for one in found)


def test_axe_finds_colours_that_are_hard_to_tell_apart_in_whatever_they_are_said(visit: Visitor) -> None:
    page = visit("", motion=False)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(".kb-entry__summary { color: #bbb } h2 { opacity: 0.3 } main p a { text-decoration: none }");
          document.adoptedStyleSheets.push(sheet);
        }"""
    )
    found = "\n".join(axe_findings(page, only_colours=True))
    for wrong in ("[color-contrast]", ".kb-entry__summary", "#small-things-to-try", "[link-in-text-block]"):
        assert wrong in found
