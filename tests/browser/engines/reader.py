"""A reader at a browser of any engine: opens pages, presses keys, and sees what is shown."""

from __future__ import annotations

import json
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tests.browser.engines.engine import Engine, Unanswered
from tests.browser.server import NO_SCRIPTS, serving
from tests.browser.visiting import PATIENCE
from tests.browser.watch import OF_ITSELF
from tests.support.building import Site

_WATCH = Path(__file__).with_name("watch.js")
# Elements that are shown, and whose text begins with some words.
_SHOWN = """[...document.querySelectorAll({selector})].filter((one) =>
  one.checkVisibility({{visibilityProperty: true}}) && one.textContent.trim().startsWith({words}))"""


def _shown(selector: str, words: str = "") -> str:
    return _SHOWN.format(selector=json.dumps(selector), words=json.dumps(words))


def served(site: Site, scripts: bool) -> AbstractContextManager[str]:
    """A built site on this computer, watched, or without scripts. Gives its address."""
    if not scripts:
        return serving(site.folder, site.base, headers=NO_SCRIPTS)
    return serving(
        site.folder, site.base, {f"/{_WATCH.name}": _WATCH}, in_head=f'<script src="/{_WATCH.name}"></script>'
    )


class Reader:
    """What a scenario does. Elements are named by a selector, and by how their text begins where that is not enough."""

    def __init__(self, engine: Engine, addresses: dict[tuple[str, bool], str]) -> None:
        """Read in `engine` what is served at these addresses: "own" or "demo", with scripts or without."""
        self._engine, self._addresses = engine, addresses
        self.press, self.pdf = engine.press, engine.pdf

    def open(self, address: str, *, scripts: bool = True) -> None:
        """Open a page, such as "initiatives/" or "demo/initiatives/"."""
        name, path = ("demo", address.removeprefix("demo/")) if address.startswith("demo/") else ("own", address)
        self._engine.open(self._addresses[name, scripts] + path)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""
        return self._engine.evaluate(expression)

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            try:
                if self.evaluate(f"Boolean({expression})"):
                    return
                last = ""
            except Unanswered as unanswered:
                last = f"\n{unanswered}"
            time.sleep(0.02)
        focus = self.evaluate("document.activeElement.value ?? document.activeElement.innerText.slice(0, 200)")
        raise AssertionError(f"This does not come true: {expression}{last}\nIn focus: {focus!r}")

    def type(self, text: str) -> None:
        """Type a text."""
        self.press(*text)

    def texts(self, selector: str) -> list[str]:
        """The text of each element that is shown."""
        found: list[str] = self.evaluate(f"{_shown(selector)}.map((one) => one.innerText.trim())")
        return found

    def select(self, selector: str, words: str = "") -> None:
        """Select the first of these elements once it is shown, as with the pointer."""
        self.wait_for(f"{_shown(selector, words)}.slice(0, 1).map((one) => one.click() ?? true)[0]")

    def focus(self, selector: str, words: str = "") -> None:
        """Have the first of these elements in focus once it is shown."""
        self.wait_for(f"{_shown(selector, words)}.slice(0, 1).map((one) => one.focus() ?? true)[0]")

    def wrong(self) -> str:
        """What went wrong in the pages since this was asked last, a line each."""
        wrong: str = self.evaluate("sessionStorage.kbWrong ?? ''")
        self.evaluate("sessionStorage.clear()")
        lines = wrong.splitlines(keepends=True)
        return "".join(line for line in lines if not any(said in line for said in OF_ITSELF))
