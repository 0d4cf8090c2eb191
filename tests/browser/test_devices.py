"""What a reader's device asks for is done: less motion, its own colours."""

from __future__ import annotations

from typing import Any

import pytest

from browser.axe import axe_findings
from browser.pages import PAGES
from browser.visiting import Visitor

SOME = ["home", "initiatives", "initiative", "evidence", "meeting", "service", "theme", "champions"]

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


@pytest.mark.parametrize("name", SOME)
def test_nothing_moves_for_who_wants_less_motion(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], motion=False)
    assert page.evaluate(_MOVING) == []


@pytest.mark.parametrize(("name", "colours"), list(zip(SOME, ["light", "dark"] * 4, strict=True)))
def test_a_page_keeps_to_the_colours_of_the_device(name: str, colours: str, visit: Visitor) -> None:
    page = visit(PAGES[name], forced_colours=True, colours=colours, motion=False)
    assert axe_findings(page, only_colours=True) == []
    assert page.evaluate(_FRAMELESS) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.locator(":focus").evaluate(
        "(one) => { const style = getComputedStyle(one); return [style.outlineStyle, style.outlineColor, style.backgroundColor] }"
    )
    assert outline[0] == "solid"
    assert outline[1] != outline[2]


_MARKS = """(one) => {
  const [all, full] = [...one.children].map((path) => getComputedStyle(path));
  return {all: all.fill, full: full.fill, outline: all.stroke, text: getComputedStyle(document.body).color};
}"""


@pytest.mark.parametrize("device", [{}, {"colours": "dark"}, {"forced_colours": True, "colours": "dark"}])
def test_the_marks_of_strength_are_filled_or_empty_in_any_colours(device: dict[str, Any], visit: Visitor) -> None:
    page = visit(PAGES["evidence"], **device)
    for _ in ("on the screen", "on paper"):
        marks = page.locator(".kb-facts .kb-strength").evaluate(_MARKS)
        assert marks["all"] == "none"
        assert marks["full"] == marks["outline"]
        assert marks["full"] not in ("none", "transparent")
        if device.get("forced_colours"):
            assert marks["full"] == marks["text"]
        page.emulate_media(media="print")


@pytest.mark.parametrize("name", SOME)
def test_light_and_dark_follow_the_device(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], motion=False)
    ground = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    assert min(page.evaluate(ground)) > 200
    page.emulate_media(color_scheme="dark")
    assert max(page.evaluate(ground)) < 80
