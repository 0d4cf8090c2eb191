"""axe: whether everybody can use what a page shows."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import ROOT
from playwright.sync_api import Page

from browser.visiting import is_required

_PROGRAM = ROOT / "node_modules/axe-core/axe.min.js"
_EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What can differ between light and dark.
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_RUN = """(only) => axe.run(document, {
  runOnly: only, resultTypes: ["violations"], rules: only.type === "tag" ? {"target-size": {enabled: true}} : {},
})"""


def axe_findings(page: Page, *, only_colours: bool = False) -> list[str]:
    """What axe has against the page as it is now, a line for each place."""
    if not _PROGRAM.is_file():
        (pytest.fail if is_required() else pytest.skip)("axe is not here: run `make test`, which installs it")
    if not page.evaluate("() => 'axe' in window"):
        # Said by the browser's driver, this is no script of the page, and the page's policy has nothing to do with it.
        page.evaluate(_PROGRAM.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(_RUN, _COLOURS if only_colours else _EVERYTHING)
    return [
        f"[{one['id']}] {one['help']}: {node['target']} {' '.join((node['failureSummary'] or '').split())}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def findings_on_every_device(page: Page) -> str:
    """What axe has against the page as it is now, on a laptop and on a phone, in light and in dark; nothing if all is well.

    The page should have been opened for a reader who wants less motion, or colours are judged while they change.
    """
    found = []
    for width, height in ((1280, 900), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
            findings = axe_findings(page, only_colours=colours == "dark")
            found += [f"{width} {colours}: {finding}" for finding in findings]
    return "\n".join(found)
