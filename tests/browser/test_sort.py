"""Tables that readers can sort, by pointer and by keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.browser.pages import PAGES
from tests.browser.visiting import Visitor


def column(table: Locator, number: int) -> list[str]:
    cells = table.locator(f"tbody tr > :nth-child({number + 1})")
    return cells.all_inner_texts()


def test_a_table_is_sorted_by_the_heading_that_is_chosen(visit: Visitor) -> None:
    table = visit(PAGES["what-to-try"]).locator(".kb-sortable").first
    evidence = column(table, 3)
    cost = table.get_by_role("button", name="Cost")
    cost.click()
    costs = ["Free", "Low cost", "Some cost", "High cost", "not recorded"]
    assert column(table, 1) == sorted(column(table, 1), key=costs.index)
    assert table.locator("[aria-sort]").get_attribute("aria-sort") == "ascending"
    cost.press("Enter")
    assert column(table, 1) == sorted(column(table, 1), key=costs.index, reverse=True)
    assert table.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    table.get_by_role("button", name="Strongest related evidence").click()
    assert column(table, 3) == evidence == sorted(evidence, reverse=True)


def test_without_scripts_a_table_is_in_the_order_of_its_evidence(visit: Visitor) -> None:
    table = visit(PAGES["what-to-try"], scripts=False).locator(".kb-sortable").first
    assert table.get_by_role("button").count() == 0
    evidence = column(table, 3)
    assert evidence == sorted(evidence, reverse=True)
