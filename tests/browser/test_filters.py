"""A list is narrowed down by what a reader chooses, and says how much is left."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.builder.scripts import without_comments
from tests.browser.axe import axe_findings
from tests.browser.pages import LISTS, PAGES
from tests.browser.visiting import Visitor
from tests.support.project import ROOT

_SEEN = "() => document.querySelectorAll('.kb-entry:not([hidden])').length"
# For every answer to a question, alone among the answers to it: the number beside it, and what choosing it leaves.
_EACH = """() => [...document.querySelectorAll(".kb-facet")].flatMap((facet) => {
  const inputs = [...facet.querySelectorAll("input")];
  const already = inputs.filter((one) => one.checked);
  for (const one of already) one.click();
  const found = inputs.map((input) => {
    const said = Number(input.parentElement.querySelector(".kb-option__count").textContent);
    input.click();
    const seen = document.querySelectorAll(".kb-entry:not([hidden])").length;
    const status = document.querySelector(".kb-total").textContent;
    const address = location.search;
    input.click();
    return {answer: `${input.name}=${input.value}`, said, seen, status, address};
  });
  for (const one of already) one.click();
  return found;
})"""
_TOP = "(one) => one.getBoundingClientRect().top"
_END_OF_RING = """(one) => {
  const {outlineOffset, outlineWidth} = getComputedStyle(one);
  return one.getBoundingClientRect().bottom + parseFloat(outlineOffset) + parseFloat(outlineWidth);
}"""
_GROUPS = """() => [...document.querySelectorAll('.kb-group')].map((group) => ({
  isShown: group.checkVisibility(),
  said: group.querySelector('.kb-count').textContent,
  seen: group.querySelectorAll('.kb-entry:not([hidden])').length,
}))"""
_IS_ON_TOP = """(one) => {
  const {left, top, width, height} = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
_JUMPS = """() => [...document.querySelectorAll('.kb-jump li')].map((one) =>
  [one.checkVisibility(), one.lastElementChild.innerText])"""
# What has moved until now is told as well.
_SHIFT = """() => {
  window.kbShift = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.kbShift += one.value })
    .observe({type: "layout-shift", buffered: true});
}"""


def box(page: Page, name: str, value: str) -> Locator:
    """The box to tick for an answer, whether it is folded away or not."""
    return page.locator(f'.kb-option input[name="{name}"][value="{value}"]')


def choose(page: Page, name: str, value: str) -> None:
    """Tick a box, or take the tick away."""
    box(page, name, value).evaluate("(one) => one.click()")


def titles(page: Page) -> list[str]:
    return page.locator(".kb-entry:not([hidden]) .kb-entry__title").all_text_contents()


def address(page: Page) -> str:
    """What stands in the address after the path."""
    return str(page.evaluate("() => location.search + location.hash"))


# Each filter.


@pytest.mark.parametrize("name", LISTS)
def test_every_filter_leaves_as_many_as_it_says(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name])
    everything = page.evaluate(_SEEN)
    tried = page.evaluate(_EACH)
    assert len(tried) > 10
    for one in tried:
        assert 0 < one["said"] == one["seen"], one
        assert one["address"] == f"?{one['answer']}"
        assert one["status"].startswith(f"{one['seen']} of {everything} "), one
    assert page.evaluate(_SEEN) == everything
    assert address(page) == ""


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("initiatives", "?theme=supervision&cost=free"),
        ("evidence-list", "?strength=3"),
        ("meetings", "?year=2026"),
        ("services", "?champion=yes"),
    ],
)
def test_the_number_beside_an_answer_is_what_choosing_it_would_leave(name: str, chosen: str, visit: Visitor) -> None:
    page = visit(PAGES[name] + chosen)
    left = page.evaluate(_SEEN)
    tried = page.evaluate(_EACH)
    assert [one for one in tried if one["said"] != one["seen"]] == []
    assert any(one["said"] == 0 for one in tried)
    assert page.evaluate(_SEEN) == left


def test_answers_to_one_question_add_up_and_to_two_narrow_down(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    found = {}
    for name, value in [("theme", "supervision"), ("theme", "workload"), ("minutes", "up-to-10")]:
        choose(page, name, value)
        found[value] = set(titles(page))
        choose(page, name, value)
    choose(page, "theme", "supervision")
    choose(page, "theme", "workload")
    about_both = set(titles(page))
    assert about_both == found["supervision"] | found["workload"]
    choose(page, "minutes", "up-to-10")
    assert set(titles(page)) == about_both & found["up-to-10"]
    assert set(titles(page)) < about_both
    assert address(page) == "?theme=supervision&theme=workload&minutes=up-to-10"


def test_a_practitioner_finds_what_takes_ten_minutes_and_costs_nothing(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    page.get_by_label("Up to 10 minutes").check()
    page.get_by_label("No cost but time").check()
    facts = page.locator(".kb-entry:visible .kb-entry__facts").all_inner_texts()
    assert facts
    for one in facts:
        minutes = re.match(r"(\d+) minutes? · No cost but time", one)
        assert minutes, one
        assert int(minutes[1]) <= 10


def test_an_answer_that_would_leave_nothing_is_quiet_and_can_be_chosen(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?cost=high")
    none = page.locator(".kb-option--none input")
    assert none.count()
    assert none.first.is_enabled()
    assert all(one.endswith("0") for one in page.locator(".kb-option--none").all_inner_texts() if one)


# What is said.


def test_headings_and_the_links_to_them_follow(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    printed = visit(PAGES["initiatives"], scripts=False).evaluate(_GROUPS)
    assert page.evaluate(_GROUPS) == printed, "what nobody has narrowed down stays as it was printed"
    choose(page, "cost", "high")
    groups = page.evaluate(_GROUPS)
    for one in groups:
        assert one["said"] == str(one["seen"])
        assert one["isShown"] == (one["seen"] > 0)
    assert not all(one["isShown"] for one in groups)
    jumps = page.evaluate(_JUMPS)
    assert [is_shown for is_shown, _ in jumps] == [one["isShown"] for one in groups]
    assert [text for is_shown, text in jumps if is_shown] == [one["said"] for one in groups if one["isShown"]]


def test_how_much_is_left_is_spoken(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    status = page.get_by_role("status").first
    before = status.inner_text()
    choose(page, "theme", "supervision")
    expect(status).to_have_text(re.compile(r"^\d+ of \d+ initiatives$"))
    choose(page, "theme", "supervision")
    expect(status).to_have_text(before)


def test_what_is_chosen_can_be_taken_away_piece_by_piece(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?theme=supervision&theme=workload&cost=free")
    chips = page.locator(".kb-chosen li button")
    assert chips.all_text_contents() == [
        "Remove Theme: Supervision",
        "Remove Theme: Workload",
        "Remove Cost: No cost but time",
    ]
    page.get_by_role("button", name="Remove Theme: Supervision").click()
    assert address(page) == "?theme=workload&cost=free"
    assert not box(page, "theme", "supervision").is_checked()
    expect(page.get_by_role("button", name="Remove Theme: Workload")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove Cost: No cost but time")).to_be_focused()
    page.keyboard.press("Enter")
    assert address(page) == ""
    expect(page.locator(".kb-filters__fold > summary")).to_be_focused()
    assert not page.locator(".kb-chosen").is_visible()


def test_everything_can_be_cleared_at_once(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    everything, before = page.evaluate(_SEEN), page.locator(".kb-total").inner_text()
    page = visit(PAGES["initiatives"] + "?theme=supervision&cost=free")
    page.locator(".kb-chosen").get_by_role("button", name="Clear all").click()
    assert page.evaluate(_SEEN) == everything
    assert page.locator(".kb-total").inner_text() == before
    assert address(page) == ""
    assert page.locator(".kb-option input:checked").count() == 0


def test_where_nothing_fits_a_reader_is_told_and_can_go_back(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?cost=high&minutes=up-to-10")
    assert page.evaluate(_SEEN) == 0
    assert page.get_by_text("Nothing matches all of your choices").is_visible()
    assert page.locator(".kb-total").inner_text().startswith("0 of ")
    page.locator(".kb-empty").get_by_role("button", name="clear all").click()
    assert page.evaluate(_SEEN) > 0
    assert not page.get_by_text("Nothing matches all of your choices").is_visible()


# The address.


def test_back_and_forward_undo_and_redo(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    seen = [page.evaluate(_SEEN)]
    for name, value in [("theme", "supervision"), ("minutes", "up-to-10")]:
        choose(page, name, value)
        seen.append(page.evaluate(_SEEN))
    assert len(set(seen)) == 3
    page.go_back()
    assert page.evaluate(_SEEN) == seen[1]
    assert not box(page, "minutes", "up-to-10").is_checked()
    page.go_back()
    assert page.evaluate(_SEEN) == seen[0]
    assert not page.locator(".kb-chosen").is_visible()
    page.go_forward()
    page.go_forward()
    assert page.evaluate(_SEEN) == seen[2]
    assert box(page, "minutes", "up-to-10").is_checked()


def test_who_comes_back_from_a_record_finds_the_list_as_it_was(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    choose(page, "theme", "supervision")
    left = titles(page)
    page.locator(".kb-entry:not([hidden]) a").first.click()
    page.wait_for_url(re.compile(r"/initiatives/[^/?]+/$"))
    page.go_back()
    page.wait_for_url("**/initiatives/?theme=supervision")
    expect(box(page, "theme", "supervision")).to_be_checked()
    assert titles(page) == left


def test_a_link_that_is_shared_opens_as_it_was_left(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    choose(page, "theme", "workload")
    choose(page, "theme", "supervision")
    shared, left = page.url, titles(page)
    other = visit("")
    other.goto(shared)
    assert titles(other) == left
    assert box(other, "theme", "supervision").is_visible(), "what is chosen is not folded away"


def test_what_the_address_says_and_nobody_knows_is_passed_over(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?cost=free&cost=nothing&colour=blue&theme=")
    assert page.locator(".kb-chosen li").all_text_contents() == ["Remove Cost: No cost but time"]
    choose(page, "cost", "low")
    assert address(page) == "?colour=blue&cost=free&cost=low", "what is somebody else's stays"


def test_a_heading_is_reached_without_losing_what_is_chosen(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?cost=free")
    left = titles(page)
    page.locator(".kb-jump").get_by_role("link", name="Tried or being tried").click()
    assert address(page) == "?cost=free#kb-tried-or-being-tried"
    assert titles(page) == left


# Devices, hands and eyes.


def test_without_a_script_nothing_is_lost(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?cost=free", scripts=False)
    assert not page.locator(".kb-filters").is_visible()
    assert not page.locator(".kb-chosen").is_visible()
    assert page.locator(".kb-entry").count() == page.locator(".kb-entry:visible").count()


def test_on_a_phone_the_form_folds_away(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"], width=320, height=640)
    summary = page.locator(".kb-filters__fold > summary")
    assert summary.inner_text() == "Filter"
    assert not page.get_by_label("No cost but time").is_visible()
    summary.press("Enter")
    assert summary.evaluate(_END_OF_RING) <= page.locator(".kb-facet").first.evaluate(_TOP), "it cuts the words"
    summary.press("Enter")
    summary.click()
    page.locator(".kb-facet > summary", has_text="Cost").click()
    page.get_by_label("No cost but time").check()
    assert summary.inner_text() == "Filter 1"
    page.get_by_role("button", name="Show the list").click()
    assert not page.get_by_label("No cost but time").is_visible()
    expect(page.locator(".kb-total")).to_be_focused()
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")


def test_the_form_unfolds_where_it_has_room(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"], width=320)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".kb-filters__fold")).to_have_attribute("open", "")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", LISTS)
def test_nothing_moves_while_a_list_is_loaded(name: str, width: int, visit: Visitor) -> None:
    page = visit("404.html", width=width)
    page.goto(visit.url(PAGES[name]))
    page.locator(".kb-filters:not([hidden])").wait_for()
    page.evaluate(_SHIFT)
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.kbShift") < 0.02


def test_the_keyboard_is_enough(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"])
    page.locator(".kb-filters__fold > summary").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    first = page.locator(".kb-option input").nth(1)
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    assert first.is_checked()
    number = page.evaluate(_SEEN)
    page.keyboard.press("Enter")
    expect(page.locator(".kb-total")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".kb-chip")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".kb-chosen").get_by_role("button", name="Clear all")).to_be_focused()
    page.keyboard.press("Space")
    assert page.evaluate(_SEEN) > number


@pytest.mark.parametrize("width", [320, 1280])
def test_the_first_step_skips_the_filters(width: int, visit: Visitor) -> None:
    page = visit(PAGES["evidence-list"] + "?strength=3", width=width, motion=False)
    page.locator(".kb-filters__fold > summary").focus()
    page.keyboard.press("Shift+Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the list of pieces of evidence"
    assert skip.evaluate(_IS_ON_TOP)
    assert axe_findings(page) == []
    left = titles(page)
    page.keyboard.press("Enter")
    expect(page.locator(".kb-total")).to_be_focused()
    assert (address(page), titles(page)) == ("?strength=3#kb-list", left)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.kb-results') !== null")
    assert not visit(PAGES["evidence-list"], scripts=False).get_by_text("Skip to the list").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_is_large_enough_for_a_thumb(width: int, visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?theme=supervision&cost=free", width=width)
    page.evaluate("() => document.querySelectorAll('.kb-filters details').forEach((one) => { one.open = true })")
    small = page.evaluate(
        """() => [...document.querySelectorAll('.kb-option, .kb-filters summary, .kb-browse button')]
          .filter((one) => one.checkVisibility())
          .filter((one) => { const {width, height} = one.getBoundingClientRect(); return width < 24 || height < 24 })
          .map((one) => one.outerHTML)"""
    )
    assert small == []


def test_paper_shows_what_was_chosen_and_not_the_form(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?theme=supervision&cost=free")
    left = page.evaluate(_SEEN)
    page.emulate_media(media="print")
    assert not page.locator(".kb-filters").is_visible()
    assert not page.get_by_role("button", name="Clear all").first.is_visible()
    assert page.locator(".kb-total").inner_text().startswith(f"{left} of ")
    chosen = page.locator(".kb-chosen").inner_text()
    assert chosen.startswith("Only")
    assert "Theme: Supervision" in chosen
    assert page.locator(".kb-entry:visible").count() == left


# Links that ask for what is not there.


@pytest.mark.parametrize(
    ("asked", "told", "chips"),
    [
        ("?minutes=10", "minutes: 10", 0),
        ("?cost=free&minutes=10", "minutes: 10", 1),
        ("?theme=no-such-theme&stage=", "theme: no-such-theme, stage: ", 0),
        ("?cost=%3Cb%3E1%22%5D", 'cost: <b>1"]', 0),
        ("?cost=FREE", "cost: FREE", 0),
    ],
)
def test_a_link_that_asks_for_what_the_list_does_not_have_is_told(
    asked: str, told: str, chips: int, visit: Visitor
) -> None:
    page = visit(PAGES["initiatives"] + asked)
    expect(page.get_by_text(f"Your link asks for {told}, which is not in this list.")).to_be_visible()
    expect(page.locator(".kb-chosen li")).to_have_count(chips)


@pytest.mark.parametrize("asked", ["", "?minutes=up-to-10", "?utm_source=newsletter", "?q=10#kb-list"])
def test_other_addresses_are_not_remarked_on(asked: str, visit: Visitor) -> None:
    expect(visit(PAGES["initiatives"] + asked).locator(".kb-unknown")).to_be_hidden()


def test_the_remark_goes_when_the_reader_chooses_and_comes_back_with_the_address(visit: Visitor) -> None:
    page = visit(PAGES["initiatives"] + "?minutes=10")
    choose(page, "minutes", "up-to-10")
    expect(page.locator(".kb-unknown")).to_be_hidden()
    page.go_back()
    expect(page.locator(".kb-unknown")).to_be_visible()


# The script.


def test_a_list_that_is_exchanged_without_loading_a_page_works_and_only_once(visit: Visitor) -> None:
    page = visit("404.html", new=True)
    page.add_init_script("window.document$ = {subscribe(start) { window.kbStart = start; start(); start() }}")
    page.goto(visit.url(PAGES["initiatives"]))
    pages = page.evaluate("() => history.length")
    choose(page, "cost", "free")
    assert page.evaluate("() => history.length") == pages + 1
    free = titles(page)
    page.evaluate(
        """async () => {
          const text = await (await fetch(location.href)).text();
          const other = new DOMParser().parseFromString(text, "text/html");
          document.querySelector("main").replaceWith(other.querySelector("main"));
          window.kbStart();
        }"""
    )
    assert titles(page) == free
    choose(page, "cost", "low")
    assert len(titles(page)) > len(free)
    assert page.evaluate("() => history.length") == pages + 2


def test_the_script_is_small() -> None:
    script = without_comments((ROOT / "theme/assets/filter.js").read_text(encoding="utf-8"))
    assert len(gzip.compress(script.encode())) < 3_000
