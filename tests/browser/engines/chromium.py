"""Chromium, which all other tests in a browser use too, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.browser.engines.engine import HEIGHT, WIDTH, Unanswered


class Chromium:
    """See `Engine`."""

    def __init__(self, page: Page) -> None:
        """Take this window."""
        self._page = page

    def open(self, address: str) -> None:
        self._page.goto(address)

    def evaluate(self, expression: str) -> Any:
        try:
            return self._page.evaluate(expression)
        except Error as error:
            raise Unanswered(str(error)) from error

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def pdf(self) -> bytes | None:
        return self._page.pdf(format="A4")


@contextmanager
def chromium(browser: Browser) -> Iterator[Chromium]:
    """A window of a browser that is running."""
    with browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB") as page:
        yield Chromium(page)
