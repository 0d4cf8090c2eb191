"""How a page fits a window: what sticks out of it, what covers it, and more room between the letters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

# Whether the page has to be moved sideways, and what of it sticks out. What scrolls inside a box of its own does not.
_STICKS_OUT = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  const outer = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
  return outer.slice(0, 5).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`);
}"""
# How much of the window is always covered by what stays in its place.
_COVERED = """() => {
  const fixed = [...document.querySelectorAll("body *")].filter((one) =>
    ["fixed", "sticky"].includes(getComputedStyle(one).position) && one.checkVisibility());
  return fixed.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight;
}"""
# What WCAG 1.4.12 lets a reader ask for.
_MORE_ROOM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
_AS_BEFORE = "() => { document.adoptedStyleSheets.pop() }"


def sticks_out(page: Page) -> list[str]:
    """What a reader would have to move the page sideways for."""
    found: list[str] = page.evaluate(_STICKS_OUT)
    return found


def covered(page: Page) -> float:
    """How much of the window is always covered, from 0 to 1."""
    found: float = page.evaluate(_COVERED)
    return found


@contextmanager
def more_room(page: Page) -> Iterator[None]:
    """The page as it is for a reader who asks for more room between letters, words and lines."""
    page.evaluate(_MORE_ROOM)
    yield
    page.evaluate(_AS_BEFORE)
