"""The Diamond 9: ranked by keyboard alone, by touch alone and by mouse, taken along, and kept only if asked."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.report import one_line
from tests.browser.axe import axe_findings, findings_on_every_device
from tests.browser.paper import number_of_sheets
from tests.browser.visiting import Visitor
from tests.support.project import TODAY

PAGE = "diamond-9/"
BREAKS = "I can take proper breaks away from my desk and screen."
# What people write, and what YAML and the rules could stumble over.
AWKWARD = [
    "She said \"no\": we said 'yes' # and meant it",
    "? a dash, 100% 🌱 Siân & co: \t\n  two lines",
    "true",
    "2026-03-12",
    '"Quoted" from start to end, and then a colon:',
    "@home, *really* [so] {they} say | & !",
    "It is so. " * 40,
    "'tis",
]
_ROWS = """() => [...document.querySelectorAll(".kb-d9__row")].map((row) =>
  [...row.querySelectorAll(".kb-d9__card")].map((card) => card.children[1].textContent))"""

_CUTTING_LINES = """() => {
  const sheet = document.querySelector(".kb-d9__set > ul");
  const edges = (one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right];
  const [left, right] = edges(sheet);
  return [...sheet.children].map(edges).every(([from, to]) => from >= left && to <= right);
}"""


def rows(page: Page) -> list[list[str]]:
    """The cards as they lie, which has to be a diamond at any time."""
    found: list[list[str]] = page.evaluate(_ROWS)
    assert [len(row) for row in found] == [1, 2, 3, 2, 1]
    assert len({card for row in found for card in row}) == 9
    return found


def row_of(page: Page, text: str) -> int:
    return next(number for number, row in enumerate(rows(page), 1) if text in row)


def said(page: Page) -> str:
    return page.locator(".kb-d9__status").inner_text()


def problems(export: str, network: Path) -> list[str]:
    """What the checks say of a meeting with these lines in it."""
    meeting = network / "content/meetings/sample-meeting.md"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("\n---\n", f"\n{export}---\n", 1), encoding="utf-8")
    return [one_line(finding) for finding in check_library(read_library(network), TODAY)]


def test_the_keyboard_alone_is_enough(visit: Visitor, smallest: Path) -> None:
    page = visit(PAGE, motion=False)
    card = page.get_by_role("button", name=BREAKS)
    # To the board, and over it to the card.
    for _ in range(60):
        page.keyboard.press("Tab")
        if BREAKS in page.evaluate("() => document.activeElement.textContent"):
            break
    expect(card).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_have_attribute("aria-pressed", "true")
    for _ in range(row_of(page, BREAKS) - 1):
        page.keyboard.press("ArrowUp")
    assert row_of(page, BREAKS) == 1
    page.keyboard.press("ArrowUp")
    assert said(page) == f"“{BREAKS.removesuffix('.')}” can go no further up."
    page.keyboard.press("ArrowDown")
    assert said(page).startswith(f"“{BREAKS.removesuffix('.')}” is now in row 2 of 5, on the left. “")
    assert said(page).endswith("” is now in row 1 of 5.")
    expect(card).to_be_focused()
    page.keyboard.press("Control+z")
    assert said(page).startswith("Undone. “")
    assert f"{BREAKS.removesuffix('.')}” is now in row 1 of 5." in said(page)
    assert row_of(page, BREAKS) == 1
    page.keyboard.press("Control+y")
    assert row_of(page, BREAKS) == 2
    found = findings_on_every_device(page)
    # The reasons, in the box beside the board.
    for place, reason in enumerate(AWKWARD):
        page.locator(".kb-d9__card").nth(place).focus()
        if page.locator("[aria-pressed=true]").count():
            page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        page.get_by_label("Why is it here?").focus()
        page.keyboard.insert_text(reason)
    assert page.locator(".kb-d9__noted:visible").count() == len(AWKWARD)
    page.get_by_label("Name of the group").fill("Table: 1")
    page.get_by_role("button", name="Add a group").press("Enter")
    expect(page.get_by_label("Name of the group")).to_be_focused()
    page.keyboard.type("table: 1")
    assert "Two groups are called" in page.locator(".kb-d9__wrong").inner_text()
    page.keyboard.type("<")
    page.locator("summary", has_text="Text for the meeting record").press("Enter")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    found += axe_findings(page)
    page.get_by_label("Name of the group").fill("'Table' \"2\"")
    expect(page.locator(".kb-d9__wrong li")).to_have_text(["'Table' \"2\" has not moved a card yet."])
    assert 'Table\' "2"' not in page.get_by_label("Text for the meeting record", exact=True).input_value()
    page.locator(".kb-d9__card").first.press("Enter")
    page.keyboard.press("ArrowDown")
    assert not page.locator(".kb-d9__wrong").is_visible()
    assert page.get_by_label("Text for the meeting record", exact=True).input_value().count("rows:") == 2
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")
    assert not found, found
    export = page.get_by_label("Text for the meeting record", exact=True).input_value()
    assert export.startswith("diamond9:\n  question: Which of these matter most")
    assert problems(export, smallest) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download for the record").press("Enter")
    assert Path(download.value.path()).read_text(encoding="utf-8") == export


def test_touch_alone_is_enough(visit: Visitor) -> None:
    page = visit("demo/" + PAGE + "?cards=2026-12-meeting", width=320, height=640, has_touch=True, motion=False)
    expect(page.get_by_label("Cards")).to_have_value("1")
    before = rows(page)
    page.locator(".kb-d9__card").nth(8).tap()
    page.locator(".kb-d9__card").nth(0).tap()
    after = rows(page)
    assert (after[0], after[4]) == (before[4], before[0])
    assert page.locator("[aria-pressed=true]").count() == 0
    page.locator(".kb-d9__card").nth(0).tap()
    page.get_by_role("button", name="Down", exact=True).tap()
    assert row_of(page, before[4][0]) == 2
    page.get_by_label("Swap it with").select_option(label=before[0][0])
    page.get_by_role("button", name="Swap", exact=True).tap()
    assert row_of(page, before[4][0]) == 5
    page.get_by_label("Why is it here?").tap()
    page.get_by_role("button", name="Done with this card").tap()
    # A finger that rests first moves the card; one that moves at once moves the page, and comes last because the page goes on.
    wire = page.context.new_cdp_session(page)
    for rests in (True, False):
        order = rows(page)
        page.locator(".kb-d9__card").nth(2).scroll_into_view_if_needed()
        spots = [page.locator(".kb-d9__card").nth(place).bounding_box() for place in (2, 3)]
        if not rests:
            # However slow the computer is, this finger does not rest.
            page.evaluate("() => { window.setTimeout = () => -1 }")
        (x, y), (to_x, to_y) = [(spot["x"] + 40, spot["y"] + 20) for spot in spots if spot]
        wire.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        if rests:
            page.locator(".kb-d9__card--held").wait_for()
        for step in (1, 2, 3, 4):
            point = {"x": x + (to_x - x) * step / 4, "y": y + (to_y - y) * step / 4}
            wire.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        wire.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        assert (rows(page) != order) == rests


def test_a_mouse_need_not_drag_and_may_and_nothing_is_kept_or_asked_for(visit: Visitor) -> None:
    page = visit(PAGE)
    page.context.set_offline(True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    done, wrong = page.locator(".kb-d9__done"), page.locator(".kb-d9__wrong li")
    page.get_by_role("button", name="Shuffle again").click()
    for name in ("Copy for the meeting record", "Download for the record", "Download a picture"):
        page.get_by_role("button", name=name).click()
        expect(done).to_have_text("Group 1 has not moved a card yet.")
    first = rows(page)
    page.locator(".kb-d9__card").nth(3).click()
    page.locator(".kb-d9__card").nth(7).click()
    moved = rows(page)
    assert (moved[2][0], moved[3][1]) == (first[3][1], first[2][0])
    page.locator(".kb-d9__card").nth(0).drag_to(page.locator(".kb-d9__card").nth(8))
    assert rows(page)[0] == moved[4]
    assert page.locator("[aria-pressed=true]").count() == 0
    page.get_by_label("Name of the group").fill("")
    for name in ("Copy for the meeting record", "Download for the record"):
        page.get_by_role("button", name=name).click()
        expect(done).to_have_text("The name of group 1 is too short. Say a little more.")
    page.get_by_label("Name of the group").fill("Group 1")
    page.get_by_role("button", name="Copy for the meeting record").click()
    expect(done).to_have_text("Copied.")
    page.get_by_role("button", name="Undo").click()
    expect(done).to_have_text("")
    assert rows(page) == moved
    page.get_by_role("button", name="Undo").click()
    expect(wrong).to_have_text(["Group 1 has not moved a card yet."])
    page.get_by_role("button", name="Redo").click()
    expect(wrong).to_have_count(0)
    page.get_by_role("button", name="Shuffle again").click()
    assert said(page) == "Shuffled. Undo brings the cards back."
    page.get_by_role("button", name="Undo").click()
    assert rows(page) == moved
    page.get_by_role("button", name="Add a group").click()
    page.get_by_role("button", name="Remove this group").click()
    assert rows(page) == moved
    with page.expect_download() as download:
        page.get_by_role("button", name="Download a picture").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    page.context.set_offline(False)
    assert page.evaluate("() => localStorage.length") == 0
    page.reload()
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_label("Name of the group").fill("Table 9")
    kept = rows(page)
    page.get_by_label("Save this on this device").check()
    page.reload()
    assert rows(page) == kept
    expect(page.get_by_label("Name of the group")).to_have_value("Table 9")
    page.get_by_role("button", name="Delete what was saved").click()
    assert page.evaluate("() => localStorage.length") == 0
    expect(page.get_by_text("Nothing is saved any more.")).to_be_visible()
    page.get_by_label("Save this on this device").check()
    # What was kept and is damaged is forgotten, and the page goes on.
    for damage in (
        "delete group.reasons",
        "group.name = 7",
        "group.reasons = { a: 5 }",
        "group.order = ['constructor']",
    ):
        page.evaluate(
            f"""() => {{
                const kept = JSON.parse(localStorage["kb-diamond9"]);
                const group = kept.groups[0][1][0];
                {damage};
                localStorage["kb-diamond9"] = JSON.stringify(kept);
            }}"""
        )
        page.reload()
        assert len(rows(page)) == len(kept)
        assert page.evaluate("() => localStorage.length") == 0
        page.get_by_label("Save this on this device").check()
    page.get_by_role("button", name="Delete what was saved").click()


def test_cards_an_empty_diamond_and_a_result_fit_on_a_sheet_each(visit: Visitor) -> None:
    page = visit(PAGE)
    page.evaluate(
        "() => { window.print = () => { window.kbPrinted = document.querySelector('.kb-d9').dataset.print } }"
    )
    for button, shown, sheets in (("Print this diamond", "diamond", 1), ("Print the cards and an empty", "cards", 2)):
        page.get_by_role("button", name=button).click()
        assert page.evaluate("() => window.kbPrinted") == shown
        assert number_of_sheets(page) == sheets
    page.emulate_media(media="print")
    assert page.evaluate(_CUTTING_LINES), "half of a line to cut along is beyond the edge, where nothing is printed"
    assert axe_findings(visit("demo/diamond-9-over-time/", width=320, height=640, motion=False)) == []
