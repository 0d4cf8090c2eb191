"""Pictures of the main pages in screenshots/, for people to look at, and those that the README shows."""

from __future__ import annotations

import io
from typing import Any

import pytest
from conftest import ROOT
from PIL import Image
from playwright.sync_api import Page

from browser.pages import PAGES
from browser.visiting import Visitor

FOLDER = ROOT / "screenshots"
SHOWN = ROOT / "docs/pictures"

LAPTOP: dict[str, Any] = {"width": 1280, "height": 860}
PHONE: dict[str, Any] = {"width": 390, "height": 844, "device_scale_factor": 2}
DARK: dict[str, Any] = {"colours": "dark"}
PICTURES: dict[str, tuple[str, dict[str, Any]]] = {
    **{
        name: (PAGES[name], LAPTOP)
        for name in (
            "home",
            "initiatives",
            "initiatives-narrowed",
            "evidence",
            "meeting",
            "service",
            "theme",
            "champions",
        )
    },
    "initiative": (PAGES["initiative-told"], LAPTOP),
    "search": ("", LAPTOP),
    "home-dark": ("", LAPTOP | DARK),
    "initiative-dark": (PAGES["initiative-told"], LAPTOP | DARK),
    "search-dark": ("", LAPTOP | DARK),
    "home-phone": ("", PHONE),
    "initiatives-phone": (PAGES["initiatives-narrowed"], PHONE),
    "initiative-phone": (PAGES["initiative-told"], PHONE),
    "evidence-phone-dark": (PAGES["evidence"], PHONE | DARK),
}
IN_THE_README = ("home", "initiatives-narrowed", "search", "initiative-dark")


def prepare(page: Page, name: str) -> None:
    if name.startswith("search"):
        page.keyboard.press("/")
        page.keyboard.type("supervision")
        page.locator("#kb-search .kb-search__all").wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready.then(() => {})")


def show_all(page: Page, width: int) -> None:
    """Make the window as high as the page. A long list is laid out as far as it is seen, so that it takes two steps."""
    for _ in range(2):
        page.set_viewport_size({"width": width, "height": page.evaluate("() => document.body.scrollHeight")})
        page.wait_for_timeout(100)


@pytest.mark.parametrize("name", PICTURES)
def test_a_page_can_be_looked_at(name: str, visit: Visitor, request: pytest.FixtureRequest) -> None:
    address, device = PICTURES[name]
    page = visit(address, motion=False, **device)
    prepare(page, name)
    if name in IN_THE_README and request.config.getoption("--write-pictures"):
        SHOWN.mkdir(parents=True, exist_ok=True)
        with Image.open(io.BytesIO(page.screenshot())) as shown:
            shown.save(SHOWN / f"{name}.webp", quality=85, method=6)
    if not name.startswith("search"):
        show_all(page, device["width"])
    FOLDER.mkdir(exist_ok=True)
    picture = page.screenshot(path=FOLDER / f"{name}.png")
    assert Image.open(io.BytesIO(picture)).width == device["width"] * device.get("device_scale_factor", 1)
