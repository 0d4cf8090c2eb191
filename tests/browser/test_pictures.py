"""Pictures of the main pages in screenshots/, for people to look at, and those that the README shows."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.pages import PAGES
from tests.browser.test_propose import fill_in, go_on
from tests.browser.visiting import Visitor
from tests.support.project import ROOT

# They are for people to look at and find no fault by themselves, so that only those who ask for them wait for them.
pytestmark = pytest.mark.skipif("TAKE_PICTURES" not in os.environ, reason="pictures are taken by `make browse`")

FOLDER = ROOT / "screenshots"
SHOWN = ROOT / "docs/pictures"
STEPS = ROOT / "content/contribute"

LAPTOP: dict[str, Any] = {"width": 1280, "height": 860}
PHONE: dict[str, Any] = {"width": 390, "height": 844, "device_scale_factor": 2}
DARK: dict[str, Any] = {"colours": "dark"}
HOME = PAGES["home-of-demonstration"]
PICTURES: dict[str, tuple[str, dict[str, Any]]] = {
    **{
        name: (PAGES[name], LAPTOP)
        for name in ("initiatives", "initiatives-narrowed", "evidence", "meeting", "service", "theme", "champions")
    },
    "initiative": (PAGES["initiative-told"], LAPTOP),
    "home": (HOME, LAPTOP),
    "search": (HOME, LAPTOP),
    "home-dark": (HOME, LAPTOP | DARK),
    "initiative-dark": (PAGES["initiative-told"], LAPTOP | DARK),
    "search-dark": (HOME, LAPTOP | DARK),
    "home-phone": (HOME, PHONE),
    "initiatives-phone": (PAGES["initiatives-narrowed"], PHONE),
    "initiative-phone": (PAGES["initiative-told"], PHONE),
    "evidence-phone-dark": (PAGES["evidence"], PHONE | DARK),
}
LUNCH = {
    "Title": "Shared lunch on Wednesdays",
    "Summary": "The team eats together once a week, away from desks, with no agenda.",
    "What you did": "We leave our desks at half past twelve on Wednesdays and eat in the meeting room.",
    "How to try it": "Pick a day that suits most people. Ask one person to keep the room free.",
    "What changed": "We do not know yet. People have asked for a second day.",
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


def keep(picture: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(picture)) as shown:
        shown.save(path, quality=85, method=6)


@pytest.mark.parametrize("name", PICTURES)
def test_a_page_can_be_looked_at(name: str, visit: Visitor, request: pytest.FixtureRequest) -> None:
    address, device = PICTURES[name]
    page = visit(address, motion=False, **device)
    prepare(page, name)
    if name in IN_THE_README and request.config.getoption("--write-pictures"):
        keep(page.screenshot(), SHOWN / f"{name}.webp")
    if not name.startswith("search"):
        show_all(page, device["width"])
    FOLDER.mkdir(exist_ok=True)
    picture = page.screenshot(path=FOLDER / f"{name}.png")
    assert Image.open(io.BytesIO(picture)).width == device["width"] * device.get("device_scale_factor", 1)


def test_the_steps_of_a_first_contribution_can_be_looked_at(visit: Visitor, request: pytest.FixtureRequest) -> None:
    page = visit(PAGES["propose"], motion=False, width=900, height=620, device_scale_factor=1.5)
    taken = {}

    def take(step: str) -> None:
        page.wait_for_timeout(100)
        taken[step] = page.screenshot(path=FOLDER / f"first-contribution-{step}.png")

    FOLDER.mkdir(exist_ok=True)
    page.get_by_label("Title").fill("Shared lunch on Wednesdays")
    page.get_by_label("Summary").fill("We eat together.")
    page.get_by_label("Title").evaluate("(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 200)")
    take("form")
    go_on(page)
    page.get_by_role("group", name="There is a problem").evaluate(
        "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 30)"
    )
    take("problem")
    fill_in(page, **LUNCH)
    go_on(page)
    page.get_by_role("heading", name="Check it, then send it").evaluate("(one) => one.scrollIntoView()")
    page.set_viewport_size({"width": 900, "height": 1500})
    take("send")
    assert set(taken) == {"form", "problem", "send"}
    if request.config.getoption("--write-pictures"):
        for step, picture in taken.items():
            keep(picture, STEPS / f"first-contribution-{step}.webp")
