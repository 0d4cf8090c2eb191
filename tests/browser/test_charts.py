"""Charts in the browser: every word is in the drawing, and none lies on another, as letters are as wide as they are."""

from __future__ import annotations

import pytest

from tests.browser.visiting import Visitor

# Half a unit cannot be seen. A box around a text has room above and below the letters.
_FAULTS = """() => [...document.querySelectorAll(".kb-plot svg")].flatMap((svg) => {
  const { x, width } = svg.viewBox.baseVal;
  const all = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()]);
  const outside = all.filter(([, box]) => box.x < x - 0.5 || box.x + box.width > x + width + 0.5);
  const covered = all.flatMap(([words, one], place) => all.slice(place + 1).filter(([, other]) =>
    one.x < other.x + other.width - 0.5 && other.x < one.x + one.width - 0.5 &&
    one.y + 3 < other.y + other.height - 3 && other.y + 3 < one.y + one.height - 3
  ).map(([others]) => `${words} lies on ${others}`));
  return [...outside.map(([words]) => `${words} sticks out`), ...covered];
})"""


@pytest.mark.parametrize("address", ["demo/evaluation/", "demo/services/apricot/", "demo/workforce/2025-26/"])
def test_words_have_room(visit: Visitor, address: str) -> None:
    page = visit(address, motion=False)
    page.evaluate("() => document.fonts.ready")
    assert page.locator(".kb-plot svg text").count() > 20
    assert page.evaluate(_FAULTS) == []
