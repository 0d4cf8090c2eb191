"""Search, by keyboard alone: from one key to a record in seconds."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visiting import Visitor, wait_until

# Whether the dialog shows as many results as it says that there are, or as it shows at most.
_ALL_THERE = """() => {
  const [said] = document.querySelector("#kb-search [role=status]").innerText.match(/[\\d,]+(?= results?)/) ?? ["0"];
  const shown = document.querySelectorAll("#kb-search .kb-entry__title").length;
  return shown === Math.min(8, Number(said.replaceAll(",", "")));
}"""


def search(page: Page, words: str) -> list[str]:
    """Open search and type `words`. Gives the titles that are found."""
    page.keyboard.press("/")
    return find(page, words)


def find(page: Page, words: str) -> list[str]:
    """Search for `words` where search is open. Gives the titles that are found."""
    expect(page.locator("#kb-search")).to_be_visible()
    page.locator("#kb-search input[type=search]").fill(words)
    # What is found says for which words, and what was found for the first of them is not it yet.
    told = re.compile(
        rf"(?:results?|Nothing found) for {re.escape(words)}(?:$|\. More pages)|“{re.escape(words)}” instead|No page has all"
    )
    expect(page.locator("#kb-search [role=status]")).to_contain_text(told)
    # The best come first, and the others after them.
    page.wait_for_function(_ALL_THERE)
    return page.locator("#kb-search .kb-entry__title").all_inner_texts()


def focused(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.textContent.trim()"))


def test_by_keyboard_alone(visit: Visitor) -> None:
    page = visit("champions/")
    titles = search(page, "supervision")
    assert "Supervision" in titles
    page.keyboard.press("ArrowDown")
    assert focused(page) == titles[0]
    page.keyboard.press("ArrowDown")
    assert focused(page) == titles[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("() => document.activeElement.type") == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(titles[1])
    page.go_back()
    expect(page.locator("h1")).to_have_text("Wellbeing champions")


def test_escape_closes_it_and_leads_back(visit: Visitor) -> None:
    page = visit("")
    opener = page.locator(".kb-header .kb-search-open")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kb-search")).to_be_visible()
    page.keyboard.type("lunch")
    page.keyboard.press("Escape")
    expect(page.locator("#kb-search")).to_be_hidden()
    expect(opener).to_be_focused()


def test_enter_shows_all_results_and_they_can_be_shared(visit: Visitor) -> None:
    page = visit("")
    search(page, "burnout")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?find=burnout")
    expect(page.locator("main [role=status]").first).to_contain_text("results for burnout")
    other = visit("search/?find=burnout&kind=evidence")
    expect(other.locator("main [role=status]").first).to_contain_text("results for burnout")
    assert other.locator("main .kb-found h2").all_inner_texts()[0].startswith("Evidence")
    assert other.locator("main .kb-found").count() == 1


def test_back_undoes_what_was_chosen_on_the_search_page(visit: Visitor) -> None:
    page = visit("search/?find=burnout")
    groups = page.locator("main .kb-found")
    expect(groups.nth(1)).to_be_visible()
    before = groups.count()
    page.get_by_role("checkbox", name="Evidence").check()
    page.wait_for_url("**/search/?find=burnout&kind=evidence")
    expect(groups).to_have_count(1)
    page.go_back()
    page.wait_for_url("**/search/?find=burnout")
    expect(groups).to_have_count(before)
    expect(page.get_by_role("checkbox", name="Evidence")).not_to_be_checked()


def test_nothing_is_fetched_before_somebody_searches(visit: Visitor) -> None:
    page = visit("initiatives/shared-lunch/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in visit.watch.requests if "search-index" in url or "search_" in url]
    search(page, "lunch")
    assert [url for url in visit.watch.requests if "search-index" in url]


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        (
            "",
            {
                "lunch": "Shared lunch with colleagues",
                "supervison": "Supervision",
                "mindfullness": "Mindfulness",
                "reflective prac": "Reflective practice",
                "mentoring": "Peer support",
                "buddies": "Peer support",
                "north yorkshire nhs talking therapies": "North Yorkshire IAPT",
                "burnt out": "Does therapist burnout affect patient outcomes?",
            },
        ),
        # A service by its former name.
        ("demo/", {"apricot nhs talking therapies": "Apricot", "IAPT": "Apricot"}),
    ],
)
def test_it_finds_what_a_reader_means(address: str, titles: dict[str, str], visit: Visitor) -> None:
    page = visit(address)
    page.keyboard.press("/")
    for words, title in titles.items():
        find(page, words)
        found = page.locator("#kb-search .kb-entry__title").get_by_text(title, exact=True)
        expect(found, f"{words} finds {title}").to_be_visible()


def test_results_are_in_groups_with_facts_and_the_words_marked(visit: Visitor) -> None:
    page = visit("demo/")
    search(page, "supervision")
    kinds = page.locator("#kb-search .kb-found h2").all_inner_texts()
    assert {"Initiatives", "Evidence", "Themes"} <= set(kinds)
    entry = page.locator("#kb-search .kb-found--initiatives .kb-entry").filter(has_text="in every supervision")
    assert "10 minutes · No cost but time" in entry.locator(".kb-entry__facts").inner_text()
    assert "supervision" in [word.lower() for word in entry.locator("mark").all_inner_texts()]
    everything = page.locator("#kb-search .kb-search__results").inner_text()
    for leak in ("¶", "Link to this section", "Skip to", "Suggest a change", "Take it with you", "undefined"):
        assert leak not in everything


def test_typing_a_slash_into_a_field_is_only_a_slash(visit: Visitor) -> None:
    page = visit("search/")
    field = page.locator("main").get_by_role("searchbox")
    field.focus()
    page.keyboard.type("and/or")
    expect(field).to_have_value("and/or")
    expect(page.locator("#kb-search")).to_be_hidden()


def test_without_a_connection_it_says_so(visit: Visitor) -> None:
    # On a device of its own sort, which has kept nothing of the search from another test.
    page = visit("", device_scale_factor=3)
    page.context.set_offline(True)
    try:
        page.keyboard.press("/")
        page.keyboard.type("lunch")
        expect(page.locator("#kb-search [role=status]")).to_contain_text("Check your connection")
    finally:
        page.context.set_offline(False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_on_a_phone(scheme: Literal["light", "dark"], visit: Visitor) -> None:
    page = visit("", width=320, height=480, colours=scheme)
    page.locator(".kb-header .kb-search-open").click()
    page.keyboard.type("wellbeing")
    expect(page.locator("#kb-search .kb-entry").first).to_be_visible()
    box = page.locator("#kb-search").bounding_box()
    assert box is not None
    assert box["width"] <= 320
    assert page.evaluate("() => document.querySelector('#kb-search').scrollWidth") <= 320
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 320


def test_what_was_typed_before_the_script_arrived_stays(visit: Visitor) -> None:
    waiting = list[Route]()
    page = visit("", routes={"**/search_page.js": lambda route: waiting.append(route)})
    page.goto(page.url + "search/", wait_until="commit")
    field = page.locator("main").get_by_role("searchbox")
    field.press_sequentially("lunch")
    wait_until(page, lambda: waiting)
    [script] = waiting
    script.continue_()
    expect(page).to_have_url(re.compile(r"find=lunch$"))
    expect(field).to_have_value("lunch")


def test_who_to_ask_leads_to_the_directory(visit: Visitor) -> None:
    page = visit("")
    assert search(page, "who to ask in South Yorkshire")[0] == "Wellbeing champions"


def test_a_decision_and_an_action_are_found_as_such(visit: Visitor) -> None:
    page = visit("demo/")
    page.keyboard.press("/")
    for words, said in {
        "decision minutes name services": "Decision: Minutes name services and roles, never people.",
        "action share the wording": "Action: Share the wording of the supervision question",
    }.items():
        find(page, words)
        meeting = page.locator("#kb-search .kb-found--meetings .kb-entry__summary").filter(has_text=said)
        expect(meeting).not_to_have_count(0)


def test_words_in_quotation_marks_stand_side_by_side(visit: Visitor) -> None:
    page = visit("")
    page.keyboard.press("/")
    assert "Reflective practice" in find(page, '"reflective practice"')
    assert find(page, '"practice reflective"') == []


def test_three_letters_are_enough(visit: Visitor) -> None:
    page = visit("")
    search(page, "min")
    marked = page.locator("#kb-search mark").all_inner_texts()
    assert any(word.lower().startswith("mindful") for word in marked)


def test_a_word_that_no_page_has_is_named(visit: Visitor) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.locator("#kb-search input[type=search]").fill("marimba supervision")
    expect(page.locator("#kb-search [role=status]")).to_contain_text("No page has “marimba”.")
    expect(page.locator("#kb-search .kb-entry__title").get_by_text("Supervision", exact=True)).to_be_visible()


def test_a_part_that_does_not_come_is_told_and_can_be_asked_for_again(visit: Visitor) -> None:
    # The file of the words that begin with "m".
    lost = re.compile(rf"/search-index/\w+/w-{b'm'.hex()}")
    page = visit("", routes={lost: lambda route: route.abort()})
    page.keyboard.press("/")
    page.locator("#kb-search input[type=search]").fill("supervision mindfulness")
    status = page.locator("#kb-search [role=status]")
    expect(status).to_contain_text("The connection failed.")
    expect(page.locator("#kb-search .kb-entry__title").get_by_text("Supervision", exact=True)).to_be_visible()
    page.unroute(lost)
    status.get_by_role("button", name="Try again").click()
    expect(status).to_contain_text("results for supervision mindfulness")


def test_offline_it_goes_on_with_what_was_loaded(visit: Visitor) -> None:
    page = visit("")
    before = search(page, "supervision")
    find(page, "burnout")
    page.context.set_offline(True)
    try:
        assert find(page, "supervision") == before
    finally:
        page.context.set_offline(False)
