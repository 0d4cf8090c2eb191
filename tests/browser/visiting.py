"""Chromium, and pages of the built sites opened in it as on a reader's device."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

from building import Site
from playwright.sync_api import Browser, BrowserContext, Page

from browser.server import serving
from browser.watch import Watch

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# The browser keeps to itself what it would otherwise ask its makers, and cannot find anybody but this computer.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# Tests wait this long, in milliseconds, for what a reader would have at once: the computer may be busy with other tests.
PATIENCE = 15_000


def chromium_program() -> str | None:
    """Where Chromium or Chrome is on this computer: where the variable CHROMIUM says, or where it usually is."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else [*_NAMES, _ON_A_MAC]
    return next((found for found in map(shutil.which, names) if found), None)


def is_required() -> bool:
    """Whether the tests in a browser must run: where nobody watches, skipping them would go unnoticed."""
    return bool(os.environ.get("CI") or os.environ.get("REQUIRE_BROWSER"))


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
            self._tops[key] = self._until.enter_context(serving(site.folder, site.base))
        return self._tops[key]

    @property
    def hosts(self) -> set[str]:
        """Every server of ours."""
        return {urlsplit(top).netloc for top in self._tops.values()}


class Visitor:
    """Opens pages, and knows afterwards what they made the browser do."""

    def __init__(self, browser: Browser, servers: Servers, site: Site) -> None:
        """Open pages of `site` where a test names no other."""
        self._browser, self._servers, self._site = browser, servers, site
        self._contexts: list[BrowserContext] = []
        self.watch = Watch()

    def url(self, address: str, site: Site | None = None) -> str:
        """The full address of a page, such as "initiatives/?stage=idea"."""
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
        colours: str = "light",
        scripts: bool = True,
        **device: Any,
    ) -> Page:
        """Open a page in a window of its own, on a device with these settings (those of a Playwright context)."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=colours,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="Europe/London",
            **device,
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE)
        self.watch.over(context)
        page = context.new_page()
        page.goto(self.url(address, site))
        return page

    def close(self) -> None:
        """Close every window, and fail if a page did what none may."""
        for context in self._contexts:
            context.close()
        wrong = list(self.watch.wrong(self.hosts))
        assert not wrong, "\n".join(wrong)
