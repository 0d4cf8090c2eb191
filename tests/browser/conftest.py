"""The browser as fixtures. Where there is none the tests say so and are skipped; where nobody watches, they fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.visiting import ARGUMENTS, PATIENCE, Servers, Visitor, Windows, chromium_program, is_required
from tests.support.building import EMPTY, NETWORKS, Site, Sites


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser: Chromium, if possible without the parts that show it to anybody, or Chrome."""
    program = chromium_program()
    if program is None:
        reason = "there is no Chromium here: install it (Debian: apt install chromium-headless-shell), or say in CHROMIUM where it is"
        (pytest.fail if is_required() else pytest.skip)(reason)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """The built sites on this computer."""
    with ExitStack() as until:
        yield Servers(until)


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """The browser's windows."""
    return Windows(chromium)


@pytest.fixture(scope="session")
def brimful(sites: Sites) -> Site:
    """A network with an initiative that says as much as one may well say, and one with a table wider than a phone."""
    return sites.get("brimful", EMPTY, NETWORKS / "orchard", Path(__file__).with_name("brimful"))


@pytest.fixture
def visit(windows: Windows, servers: Servers, own: Site, demo: Site) -> Iterator[Visitor]:
    """Opens a page of the project's own site, of the demonstration below it, or of another. At the end nothing may have gone
    wrong in the browser."""
    visitor = Visitor(windows, servers, own, demo)
    yield visitor
    visitor.close()
