"""A first-time visitor in a browser with an empty cache: looks at a page, opens search and types."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.line import Line, Sent

_PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_QUIET = 1.0  # seconds without a request, after which a page has loaded
_PATIENCE = 300.0  # seconds until the reader gives up
_PER_KEY = 150  # milliseconds, which is 80 words a minute


@dataclass(frozen=True)
class Found:
    """The cost of a search: seconds from opening search, seconds from the last key, and the responses."""

    from_opening: float
    from_last_key: float
    fetched: list[Sent]


def chromium() -> str:
    """The path of Chromium. Raises `SystemExit` if there is none."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and (found := shutil.which(name)):
            return found
    raise SystemExit(
        "There is no Chromium here: install it (Debian: apt install chromium), or say in CHROMIUM where it is."
    )


@contextmanager
def reader() -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def first_view(browser: Browser, line: Line, path: str) -> list[Sent]:
    """The responses for a page that someone only reads."""
    with _visit(browser, line, path, "") as page:
        _wait_for_quiet(page, line)
        return list(line.sent)


def search(browser: Browser, line: Line, view: list[Sent], words: str, results: str, *, typed: bool) -> Found:
    """Search for `words` from a page as soon as it has loaded, with nothing in the cache but that page.

    The words are put in at once, or typed key by key. `view` has the responses for the first view of the page, `results` is
    the selector of result links.
    """
    path = view[0].path.removeprefix(line.base)
    of_the_page = {one.path for one in view if not is_search(one)}
    with _visit(browser, line, path, results) as page:
        before = len(line.sent)
        page.keyboard.press("/")
        _wait_for(page, "document.activeElement.matches('input')", "the search to open")
        if typed:
            page.keyboard.type(words, delay=_PER_KEY)
        else:
            page.keyboard.insert_text(words)
        _wait_for(page, "window.seenBySearch.changes.some((change) => change.results > 0)", f"a result for {words!r}")
        _wait_for_quiet(page, line)
        seen = page.evaluate("({ ...window.seenBySearch, origin: performance.timeOrigin })")
        found = [change["at"] for change in seen["changes"] if change["results"]]
        # While the reader types, results for the first letters are already on the screen, so wait for these to change. If they
        # do not change any more, the answer was there before the last key.
        last = next((at for at in found if at >= seen["keyed"]), seen["keyed"])
        at_first = (seen["origin"] + found[0]) / 1000
        # The page's own last requests, such as its icon, can come after search is opened. Stock Material requests its index
        # before that.
        fetched = [
            one
            for number, one in enumerate(line.sent)
            if one.asked <= at_first and (is_search(one) or (number >= before and one.path not in of_the_page))
        ]
        return Found((found[0] - seen["opened"]) / 1000, (last - seen["keyed"]) / 1000, fetched)


def is_search(sent: Sent) -> bool:
    """Whether a response is only for search: an index, an engine, or a worker with either."""
    return any(word in sent.path for word in ("/search-index/", "/pagefind/", "/search/", "workers/search"))


@contextmanager
def _visit(browser: Browser, line: Line, path: str, results: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        if results:
            context.add_init_script(_PROBE.replace("RESULTS", repr(results)))
        page = context.new_page()
        line.forget()
        page.goto(line.address + path, wait_until="load")
        yield page
    finally:
        context.close()
        while line.under_way:
            time.sleep(0.05)


def _wait_for(page: Page, expression: str, what: str) -> None:
    """Wait in the page, once a frame: to ask again and again from here would take its time, and that of the server beside us."""
    look = f"({expression}) ? done(true) : performance.now() > end ? done(false) : requestAnimationFrame(look)"
    script = (
        f"new Promise((done) => {{ const end = performance.now() + {_PATIENCE * 1000}, look = () => {look}; look(); }})"
    )
    if not page.evaluate(script):
        raise SystemExit(f"Waited in vain for {what} at {page.url}.")


def _wait_for_quiet(page: Page, line: Line) -> None:
    while not line.is_quiet(_QUIET):
        page.wait_for_timeout(50)
