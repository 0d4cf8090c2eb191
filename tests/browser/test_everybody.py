"""axe finds nothing on a page of any sort, in light and dark, on a phone and on a laptop."""

from __future__ import annotations

import pytest

from browser.axe import axe_findings
from browser.pages import PAGES
from browser.visiting import Visitor


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, visit: Visitor) -> None:
    # Colours that fade from one to the other would be judged on their way.
    page = visit(PAGES[name], reduced_motion="reduce")
    found = []
    for width in (1280, 320):
        for colours in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
            found += [f"{width} {colours}: {finding}" for finding in axe_findings(page)]
    assert not found, "\n".join(found)
