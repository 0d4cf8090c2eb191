"""On paper: a card for a team meeting, a pack, a list."""

from __future__ import annotations

import pytest

from tests.browser.pages import PAGES
from tests.browser.paper import number_of_sheets, printed
from tests.browser.visiting import Visitor
from tests.support.building import Site

_WIDTH = "(selector) => document.querySelector(selector).getBoundingClientRect().width"


def initiatives(site: Site) -> list[str]:
    folders = (site.folder / "initiatives").glob("*/index.html")
    pages = (site.page(path.parent.relative_to(site.folder).as_posix() + "/") for path in sorted(folders))
    return [page.address for page in pages if not page.is_redirect]


def test_every_initiative_is_one_sheet(visit: Visitor, own: Site, demo: Site) -> None:
    page = visit("")
    page.emulate_media(media="print")
    wrong = {}
    for address in (*initiatives(own), *(f"demo/{one}" for one in initiatives(demo))):
        page.goto(visit.url(address))
        sheets, text = number_of_sheets(page), page.evaluate("() => document.body.innerText")
        if sheets > 1 or f"/i/{address.split('/')[-2]}" not in text:
            wrong[address] = sheets
    assert wrong == {}


def test_an_initiative_that_says_a_lot_is_one_sheet_too(visit: Visitor, brimful: Site) -> None:
    page = visit("initiatives/orchard-supper/", site=brimful)
    [sheet] = printed(page)
    for words in (
        "benches of our own",
        "supper@apple.invalid",
        "who cannot which one would suit them",
        "when it would begin again",
        "Put the children at the end",
        "What shade does to gardeners",
        "Quince service, since 1 April 2026",
        "/i/orchard-supper",
    ):
        assert words in sheet


@pytest.mark.parametrize(("name", "label"), [("initiative", "Print this card"), ("theme-pack", "Print this pack")])
def test_a_button_prints_and_is_not_printed(name: str, label: str, visit: Visitor) -> None:
    page = visit(PAGES[name])
    page.evaluate("() => { window.kbPrinted = 0; window.print = () => { window.kbPrinted += 1 } }")
    button = page.get_by_role("button", name=label)
    button.click()
    button.press("Enter")
    assert page.evaluate("() => window.kbPrinted") == 2
    assert label not in " ".join(printed(page))


def test_only_what_is_a_card_or_a_pack_offers_to_print(visit: Visitor) -> None:
    page = visit(PAGES["evidence"])
    assert page.get_by_role("button", name="Print").count() == 0


def test_a_card_has_what_a_team_meeting_needs(visit: Visitor) -> None:
    [sheet] = printed(visit(PAGES["initiative-told"]))
    for words in ("Small reflective rounds", "What happens", "How to try it", "What changed", "Find this page at"):
        assert words in sheet
    for words in ("Skip to the text", "Menu", "Search", "Suggest a change", "Last reviewed"):
        assert words not in sheet
    # The evidence for it belongs on the card, other records that are like it do not.
    assert "Related" not in sheet.replace("Related evidence", "")


def test_paper_is_as_wide_as_itself_and_not_as_the_window(visit: Visitor) -> None:
    # WebKit asks for the width of the window on paper too.
    page = visit(PAGES["initiative"], width=1280)
    page.emulate_media(media="print")
    assert page.evaluate(_WIDTH, ".kb-side") == page.evaluate(_WIDTH, ".kb-text") == page.evaluate(_WIDTH, ".kb-head")


def test_no_row_of_a_table_is_on_two_sheets(visit: Visitor) -> None:
    page = visit(PAGES["evaluation"])
    page.emulate_media(media="print")
    rows = [" ".join(row.split()) for row in page.locator("tbody tr").all_inner_texts()]
    sheets = printed(page)
    assert len(rows) > 50
    assert len(sheets) > 5
    assert [row for row in rows if not any(row in sheet for sheet in sheets)] == []


def test_an_agenda_is_two_sheets_with_its_times(visit: Visitor) -> None:
    sheets = printed(visit(PAGES["meeting-planned"]))
    assert len(sheets) <= 2
    whole = " ".join(sheets)
    for words in (
        "1:30pm 10 minutes Opening",
        "2:10pm 30 minutes Diamond 9",
        "2:40pm 10 minutes Break",
        "3:55pm 5 minutes Any other business and close",
    ):
        assert words in whole
    assert "Take it with you" not in whole


def test_a_pack_has_a_cover_and_a_sheet_for_each_initiative(visit: Visitor, own: Site) -> None:
    cards = len(own.page("themes/supervision/pack/").of_class("kb-card"))
    assert cards > 2
    page = visit(PAGES["theme-pack"])
    cover, *sheets = printed(page)
    assert "Supervision" in cover
    assert len(sheets) == cards
    assert all("Find this page at" in sheet for sheet in sheets)
