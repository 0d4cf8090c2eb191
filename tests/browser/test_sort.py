"""Tables and lists that readers can sort, by pointer and by keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import PAGES
from tests.browser.paper import printed
from tests.browser.visiting import Visitor


def column(table: Locator, number: int) -> list[str]:
    cells = table.locator(f"tbody tr > :nth-child({number + 1})")
    return cells.all_inner_texts()


def strength(evidence: str) -> str:
    """How strong a cell says that evidence is, without what kind it is: "4 of 5"."""
    return evidence.partition(" (")[0]


def test_a_table_is_sorted_by_the_heading_that_is_chosen(visit: Visitor) -> None:
    table = visit(PAGES["what-to-try"]).locator(".kb-sortable").first
    evidence = column(table, 3)
    cost = table.get_by_role("button", name="Cost")
    cost.click()
    costs = ["No cost but time", "Low cost", "Some cost", "High cost", "not recorded"]
    assert column(table, 1) == sorted(column(table, 1), key=costs.index)
    assert table.locator("[aria-sort]").get_attribute("aria-sort") == "ascending"
    cost.press("Enter")
    assert column(table, 1) == sorted(column(table, 1), key=costs.index, reverse=True)
    assert table.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    table.get_by_role("button", name="Strongest related evidence").click()
    assert column(table, 3) == evidence == sorted(evidence, key=strength, reverse=True)


def test_without_scripts_a_table_is_in_the_order_of_its_evidence(visit: Visitor) -> None:
    table = visit(PAGES["what-to-try"], scripts=False).locator(".kb-sortable").first
    assert table.get_by_role("button").count() == 0
    evidence = column(table, 3)
    assert evidence == sorted(evidence, key=strength, reverse=True)


LIST = "initiatives/"


def rows(page: Page) -> list[list[str]]:
    """The titles under each heading, in the order in which they are shown, also those that the browser has yet to draw."""
    groups = page.locator(".kb-group:visible").all()
    return [group.locator(".kb-entry:visible .kb-entry__title").all_text_contents() for group in groups]


def numbers(page: Page, place: int) -> list[list[float]]:
    """The numbers of the entries under each heading in one of the orders."""
    groups = page.locator(".kb-group:visible").all()
    given = [[one.get_attribute("data-order") or "" for one in group.locator(".kb-entry").all()] for group in groups]
    places = [[one.split()[place] for one in group] for group in given]
    return [[float("inf" if one == "-" else one) for one in group] for group in places]


def test_rows_are_sorted_under_each_heading_and_none_is_lost(visit: Visitor) -> None:
    page = visit(LIST)
    by_title = rows(page)
    choice = page.get_by_label("Sort by")
    for place, label in enumerate(("Least time first", "Lowest cost first", "Most evidence first")):
        choice.select_option(label=label)
        assert all(group == sorted(group) for group in numbers(page, place))
        assert [sorted(group) for group in rows(page)] == [sorted(group) for group in by_title]
    assert rows(page) != by_title
    choice.select_option(label="Title")
    assert rows(page) == by_title


def test_a_sorted_list_can_be_narrowed_down_and_shared(visit: Visitor) -> None:
    page = visit(f"{LIST}?sort=minutes")
    expect(page.get_by_label("Sort by")).to_have_value("minutes")
    page.get_by_role("checkbox", name="No cost but time").check()
    expect(page).to_have_url(re.compile("sort=minutes"))
    expect(page).to_have_url(re.compile("cost=free"))
    assert all(group == sorted(group) for group in numbers(page, 0))
    page.get_by_label("Sort by").select_option(label="Title")
    expect(page).not_to_have_url(re.compile("sort="))
    expect(page).to_have_url(re.compile("cost=free"))


def test_an_order_that_there_is_not_is_left_out(visit: Visitor) -> None:
    page = visit(f"{LIST}?sort=nonsense")
    expect(page.get_by_label("Sort by")).to_have_value("")
    assert rows(page) == rows(visit(LIST))


def test_without_scripts_rows_stay_in_the_order_of_their_titles(visit: Visitor) -> None:
    page = visit(LIST, scripts=False)
    assert not page.get_by_label("Sort by").is_visible()
    assert all(group == sorted(group, key=str.casefold) for group in rows(page))


def test_on_paper_nothing_offers_to_sort(visit: Visitor) -> None:
    page = visit(PAGES["what-to-try"])
    page.locator(".kb-sortable").first.get_by_role("button", name="Cost").click()
    sheet = printed(page)[0]
    assert "Cost ↑" in sheet
    assert "↕" not in sheet
