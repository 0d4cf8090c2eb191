"""While somebody writes, the browser beside the editor shows each change by itself, and the search knows it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.visiting import PATIENCE
from tests.support.building import EMPTY, NETWORKS, lay_out
from tests.support.serving import serving


def test_a_change_is_shown_and_found(chromium: Browser, tmp_path: Path) -> None:
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "orchard")
    record = network / "content/initiatives/picnic.md"
    with serving(network) as server, chromium.new_page() as page:
        server.wait_until(lambda: server.page("") is not None)
        page.set_default_timeout(PATIENCE)
        page.goto(f"{server.top}initiatives/picnic/")
        expect(page.locator("h1")).to_have_text("Picnic on the grass")

        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace("Picnic on the grass", "Picnic with a quokka"), encoding="utf-8")
        expect(page.locator("h1")).to_have_text("Picnic with a quokka")

        # The page of the record comes before all else that knows of it.
        server.wait_until(lambda: "Reloading browsers" in server.log)

        def is_found() -> bool:
            page.goto(f"{server.top}initiatives/picnic/")
            page.keyboard.press("/")
            page.keyboard.type("quokkas")
            with suppress(AssertionError):
                # Below it come the pages that mention it.
                found = page.locator("#kb-search .kb-entry__title").first
                expect(found).to_have_text("Picnic with a quokka", timeout=PATIENCE / 6)
                return True
            return False

        # A page may reload once more under whatever is typed: a slow computer sees a file that is being written change twice.
        server.wait_until(is_found)
        assert server.helpers == []
