"""Measure what the most expensive texts cost: `python -m benchmarks.cost`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from time import process_time

from benchmarks.machine import ROOT, TODAY
from benchmarks.patterns import patterns
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.pages.rendering import Renderer
from macros.pages.text import text_html, with_heading_links
from macros.pages.wide_tables import with_boxed_tables
from macros.source.body import Body
from macros.source.gfm import parse

LUNCH = "content/initiatives/sample-lunch.md"


def page_of(text: str, parts: Body) -> str:
    """The HTML of a text on its page; empty if it is too complex for one."""
    if parts.is_too_complex:
        return ""
    html = text_html(text, parts, str)
    return str(with_boxed_tables(with_heading_links(html, "Link to this section"), Renderer()))


def main() -> None:
    """Print the seconds of processor time for the check and the page of each text, half of it and all of it, the most first."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(ROOT / "tests/networks/smallest", Path(folder) / "network"))
        lunch = (root / LUNCH).read_text(encoding="utf-8")
        rows = []
        for name, text in patterns().items():
            half, whole = (_seconds(root, lunch + part) for part in (text[: len(text) // 2], text))
            rows.append((*whole, half[0] + half[1], name))
    print("| Text | Check | Page | Both, for half of it | Page to text |\n|---|---:|---:|---:|---:|")
    for check, page, times, of_half, name in sorted(rows, key=lambda row: -row[0] - row[1]):
        print(f"| {name} | {check:.2f} s | {page:.2f} s | {of_half:.2f} s | {times:.1f} |")


def _seconds(root: Path, text: str) -> tuple[float, float, float]:
    """What the check and the page take, and how much larger the page is than the text."""
    (root / LUNCH).write_text(f"{text}\n", encoding="utf-8")
    start = process_time()
    library = read_library(root)
    check_library(library, TODAY)
    checked = process_time()
    document = library.documents[LUNCH]
    html = page_of(document.body, document.parts)
    if html:
        # The search reads the tree once more.
        parse(document.body)
    return checked - start, process_time() - checked, len(html) / len(text)


if __name__ == "__main__":
    main()
