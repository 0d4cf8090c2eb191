"""What is wider than a window has room of its own, and what has much room does not become too wide to read."""

from __future__ import annotations

import pytest

from tests.browser.axe import axe_findings
from tests.browser.pages import PAGES
from tests.browser.sizes import sticks_out
from tests.browser.visiting import Visitor
from tests.support.building import Site


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
