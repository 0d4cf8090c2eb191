"""Chromium, and pages of the built sites opened in it as on a reader's device."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from re import Pattern
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from tests.browser.server import serving
from tests.browser.watch import Watch
from tests.support.building import Site
from tests.support.project import ROOT

# Chromium without the parts that show it to anybody is the fastest.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# The browser keeps to itself what it would otherwise ask its makers, and cannot find anybody but this computer.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    # Nor is one imitated, which takes a good part of the processor.
    "--disable-software-rasterizer",
    # Pages of a site share a process, which is made once.
    "--renderer-process-limit=1",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# What judges whether everybody can use a page. It comes from the page's own server, so that the browser reads it once for many.
AXE = ROOT / "node_modules/axe-core/axe.min.js"
# Tests wait this long, in milliseconds, for what a reader would have at once: the computer may be slow, and busy with other tests.
PATIENCE = 60_000


def chromium_program() -> str | None:
    """Where Chromium or Chrome is on this computer: where the variable CHROMIUM says, or where it usually is."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else [*_NAMES, _ON_A_MAC]
    return next((found for found in map(shutil.which, names) if found), None)


def is_required() -> bool:
    """Whether the tests in a browser must run: where nobody watches, skipping them would go unnoticed."""
    return bool(os.environ.get("CI") or os.environ.get("REQUIRE_BROWSER"))


def wait_until(page: Page, happens: Callable[[], object]) -> None:
    """Wait for something that a test is told of `page`, such as a request, but not for ever."""
    end = time.monotonic() + PATIENCE / 1000
    while not happens():
        assert time.monotonic() < end, "It did not happen."
        # What a page does is told while Playwright waits.
        page.wait_for_timeout(20)


class Servers:
    """The built sites, each served from when it is first looked at."""

    def __init__(self, until: ExitStack) -> None:
        """Serve `until` that ends."""
        self._until = until
        self._tops: dict[str, str] = {}

    def top(self, site: Site) -> str:
        """The address of a site's home page."""
        key = str(site.folder)
        if key not in self._tops:
            self._tops[key] = self._until.enter_context(serving(site.folder, site.base, {f"/{AXE.name}": AXE}))
        return self._tops[key]

    @property
    def hosts(self) -> set[str]:
        """Every server of ours."""
        return {urlsplit(top).netloc for top in self._tops.values()}


class Windows:
    """Windows on devices of some sorts. To open one takes as long as to load a page, so that one of each sort stays open."""

    def __init__(self, browser: Browser) -> None:
        """Open them in `browser`."""
        self._browser = browser
        self._first: dict[str, Page] = {}
        self._kept: dict[str, Page] = {}
        self._open: list[tuple[str, Page]] = []
        self._to_close: list[Page] = []
        self.watch = Watch()

    def open(self, scripts: bool, device: dict[str, Any], at: str, *, new: bool) -> Page:
        """A window to look at the site `at` this address. `device` has settings of a Playwright context.

        It may have been another test's, unless it is `new`. Nobody else gets that one: what the browser is told to do to the
        pages in a window cannot be taken back.
        """
        key = repr((scripts, sorted(device.items())))
        page = None if new else self._kept.pop(key, None)
        page = page or self._another(key, scripts, device, at)
        if new:
            self._to_close.append(page)
        else:
            self._open.append((key, page))
        return page

    def _another(self, key: str, scripts: bool, device: dict[str, Any], at: str) -> Page:
        if key not in self._first:
            context = self._browser.new_context(
                java_script_enabled=scripts, locale="en-GB", timezone_id="Europe/London", **device
            )
            context.set_default_timeout(PATIENCE)
            self.watch.over(context)
            self._first[key] = context.new_page()
            self._first[key].goto(at + "llms.txt")
        # A window that another one opens lives in the same process, which has done by then what takes it long: to start, and
        # to learn what the pages run.
        with self._first[key].expect_popup() as opened:
            self._first[key].evaluate("() => { open() }")
        return opened.value

    def close(self) -> None:
        """Close all windows but one of each sort. The browser keeps what it has fetched, as a reader's does."""
        for key, page in self._open:
            if self._kept.setdefault(key, page) is not page:
                self._to_close.append(page)
        for page in self._to_close:
            page.close()
        self._open, self._to_close = [], []


class Visitor:
    """Opens pages, and knows afterwards what they made the browser do."""

    def __init__(self, windows: Windows, servers: Servers, site: Site, demo: Site | None = None) -> None:
        """Open pages of `site` where a test names no other, and those of `demo` at "demo/", as both are published."""
        self._windows, self._servers, self._site, self._demo = windows, servers, site, demo
        self.watch = windows.watch
        self.watch.forgive()

    def url(self, address: str, site: Site | None = None) -> str:
        """The full address of a page, such as "initiatives/?stage=idea"."""
        if site is None and self._demo is not None and address.startswith("demo/"):
            site, address = self._demo, address.removeprefix("demo/")
        return self._servers.top(site or self._site) + address

    @property
    def hosts(self) -> set[str]:
        """The servers that a page of ours may ask."""
        return self._servers.hosts

    def __call__(
        self,
        address: str = "",
        *,
        site: Site | None = None,
        width: int = 1280,
        height: int = 900,
        colours: Literal["light", "dark"] = "light",
        motion: bool = True,
        forced_colours: bool = False,
        scripts: bool = True,
        new: bool = False,
        routes: Mapping[str | Pattern[str], Callable[[Route], object]] | None = None,
        **device: Any,
    ) -> Page:
        """Open a page in a window of its own, as this reader's device shows it: see `Windows.open` for one that is `new`.

        What answers in the place of the server is in `routes`, from before the page is opened: a page that is open may go on
        asking the server for a moment after Playwright has said that it does not, if the computer is busy.
        """
        page = self._windows.open(scripts, device, self.url(""), new=new or bool(routes))
        for address_pattern, answer in (routes or {}).items():
            page.route(address_pattern, answer)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(
            media="null",
            color_scheme=colours,
            reduced_motion="no-preference" if motion else "reduce",
            forced_colors="active" if forced_colours else "none",
        )
        page.goto(self.url(address, site))
        return page

    def forgive(self) -> None:
        """Close the windows that are `new`, and forget what was seen, for a test whose pages do on purpose what none may.

        A window that stayed open could go on, and the next test would be told of it.
        """
        self._windows.close()
        self.watch.forgive()

    def close(self) -> None:
        """Close every window, and fail if a page did what none may."""
        self._windows.close()
        wrong = list(self.watch.wrong(self.hosts))
        assert not wrong, "\n".join(wrong)
