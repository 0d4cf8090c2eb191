"""On paper: a card for a team meeting, a pack, a list."""

from __future__ import annotations

import io

import pytest
from building import Site
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.pages import LISTS, PAGES
from browser.visiting import Visitor


def printed(page: Page) -> list[str]:
    """The words of each sheet of paper (A4, as the print style says)."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(abs(float(sheet.mediabox.width) - 595) < 2 for sheet in reader.pages)
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


def initiatives(site: Site) -> list[str]:
    folders = (site.folder / "initiatives").glob("*/index.html")
    pages = (site.page(path.parent.relative_to(site.folder).as_posix() + "/") for path in sorted(folders))
    return [page.address for page in pages if not page.is_redirect]


def test_every_initiative_is_one_sheet(visit: Visitor, own: Site) -> None:
    page = visit("")
    wrong = {}
    for address in initiatives(own):
        page.goto(visit.url(address))
        sheets = printed(page)
        if len(sheets) > 1 or f"/i/{address.split('/')[1]}" not in sheets[0].replace(" ", ""):
            wrong[address] = len(sheets)
    assert wrong == {}


def test_a_card_has_what_a_team_meeting_needs(visit: Visitor) -> None:
    [sheet] = printed(visit(PAGES["initiative-told"]))
    for words in (
        "Small reflective rounds",
        "What we did",
        "How to try it",
        "What changed",
        "Come back to this page",
    ):
        assert words in sheet
    for words in ("Skip to the text", "Menu", "Search", "Suggest a change"):
        assert words not in sheet


def test_a_pack_has_a_cover_and_a_sheet_for_each_initiative(visit: Visitor, own: Site) -> None:
    cards = len(own.page("themes/supervision/pack/").of_class("kb-card"))
    assert cards > 2
    page = visit(PAGES["theme-pack"])
    cover, *sheets = printed(page)
    assert "Supervision" in cover
    assert len(sheets) == cards
    assert all("Come back to this page" in sheet for sheet in sheets)


@pytest.mark.parametrize("name", [*LISTS, "evidence", "meeting", "service", "theme", "champions", "home"])
def test_a_page_prints_without_what_only_leads_elsewhere(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], colours="dark")
    sheets = printed(page)
    assert 1 <= len(sheets) <= 6
    assert page.locator("h1").inner_text() in sheets[0]
    assert "Skip to the text" not in " ".join(sheets)
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate("() => getComputedStyle(document.querySelector('h1')).color.match(/\\d+/g).map(Number)")
    assert max(ink[:3]) < 100
