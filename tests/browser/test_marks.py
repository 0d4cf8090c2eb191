"""The marks of strength, which are drawings, can be told apart in whatever colours a device has."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.pages import PAGES
from tests.browser.visiting import Visitor

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
