"""A page on paper: what each sheet says, and what nobody could read."""

from __future__ import annotations

import io

from playwright.sync_api import Page
from pypdf import PdfReader

# The smallest type that somebody reads on paper without glasses for it, in CSS pixels: 9 points.
SMALLEST = 12
_SMALL = """(smallest) => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility())
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .filter((one) => !one.closest(".kb-hidden") && parseFloat(getComputedStyle(one).fontSize) < smallest - 0.01)
  .map((one) => one.outerHTML.slice(0, 80))"""


def printed(page: Page) -> list[str]:
    """The words of each sheet of paper (A4, as the print style says)."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(abs(float(sheet.mediabox.width) - 595) < 2 for sheet in reader.pages)
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


def number_of_sheets(page: Page) -> int:
    """How many sheets of paper a page takes, without reading them, which takes longer than to print them."""
    return page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")


def small_type(page: Page) -> list[str]:
    """What is set in smaller type than people can read, as the page is now."""
    found: list[str] = page.evaluate(_SMALL, SMALLEST)
    return found
