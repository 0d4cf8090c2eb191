"""Nobody else hears of a reader, nothing is kept in their browser, and nothing runs that is not ours."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.site_check.site import mistakes_in
from tests.browser.pages import PAGES
from tests.browser.server import serving
from tests.browser.visiting import Visitor, wait_until
from tests.browser.watch import Watch
from tests.support.building import Site

# What somebody would try who got words of their own onto a page.
_INTRUDE = """() => {
  window.intruded = [];
  const script = document.createElement("script");
  script.textContent = "window.intruded.push('inline')";
  document.head.append(script);
  const far = document.createElement("script");
  far.src = "http://elsewhere.test/x.js";
  document.head.append(far);
  const style = document.createElement("style");
  style.textContent = "main { display: none }";
  document.head.append(style);
  document.body.setAttribute("style", "display: none");
  document.body.insertAdjacentHTML("beforeend", `<button onclick="window.intruded.push('event')">Go</button>
    <img src="http://elsewhere.test/x.png"><iframe src="http://elsewhere.test/"></iframe>
    <a href="javascript:window.intruded.push('link')">Go</a>
    <form action="http://elsewhere.test/"><button>Send</button></form>`);
  for (const one of document.querySelectorAll("body > button, body > a[href^=javascript], body > form > button")) one.click();
  fetch("http://elsewhere.test/x.json").catch(() => {});
  navigator.sendBeacon("http://elsewhere.test/x");
}"""
# What the policy refuses of it.
REFUSED = {
    "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "frame-src", "form-action", "connect-src",
}  # fmt: skip
_KEPT = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
  ...(await indexedDB.databases()).map((one) => one.name), ...(await navigator.serviceWorker.getRegistrations()),
]"""


@pytest.mark.parametrize("name", ["home", "initiatives", "initiative", "search", "theme-pack", "not-found"])
def test_the_policy_lets_nothing_in(name: str, visit: Visitor) -> None:
    page = visit(PAGES[name], new=True)
    page.evaluate(_INTRUDE)
    wait_until(page, lambda: {what.partition(":")[0] for what in visit.watch.refused} >= REFUSED)
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.intruded") == []
    assert page.locator("main").is_visible()
    assert visit.watch.foreign(visit.hosts) == []
    visit.forgive()


def test_nothing_is_kept_in_the_browser(visit: Visitor) -> None:
    page = visit("")
    for name in ("initiatives-narrowed", "initiative", "search", "privacy"):
        page.goto(visit.url(PAGES[name]))
        page.wait_for_load_state("networkidle")
        assert page.evaluate(_KEPT) == []
    page.keyboard.press("/")
    page.keyboard.type("lunch")
    expect(page.locator("#kb-search .kb-entry").first).to_be_visible()
    assert page.evaluate(_KEPT) == []
    assert page.context.cookies() == []


def test_the_check_of_the_site_and_the_demonstration_below_it_finds_nothing(
    own: Site, demo: Site, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(own.folder, site, copy_function=os.link)
    shutil.copytree(demo.folder, site / "demo", copy_function=os.link)
    assert list(mistakes_in(site, own.address, apart="demo")) == []
    assert list(mistakes_in(site / "demo", demo.address)) == []


@pytest.mark.parametrize("name", ["empty", "welsh"])
def test_the_check_of_built_sites_finds_nothing(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    assert list(mistakes_in(site.folder, site.address)) == []


def test_the_editor_asks_nobody_before_somebody_signs_in(visit: Visitor) -> None:
    # On a device of its own sort, because the editor keeps its settings on it. It goes on asking in a window that stays open.
    page = visit("admin/", new=True, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Open the editor").click()
    expect(page.get_by_role("button", name="Sign In Using Access Token")).to_be_visible()
    expect(page.get_by_role("heading", name="Write and change pages")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert page.title() == "Senior PWP Network"
    assert str(page.locator("html").get_attribute("lang")).startswith("en")
    expect(page.get_by_role("link", name="Back to Senior PWP Network")).to_have_attribute("href", "../")
    fonts = page.evaluate("() => [...document.fonts].map((one) => one.family + ': ' + one.status)")
    assert {'"Source Sans 3": loaded', '"Material Symbols Outlined": loaded'} <= set(fonts)
    # Whether GitHub is up it would ask of somebody whom the policy does not name, and shows nothing where it cannot know.
    status = "https://www.githubstatus.com/api/v2/status.json"
    assert [what.rpartition(" ")[0] for what in visit.watch.refused] == [f"connect-src: {status}"]
    assert [text for text in visit.watch.complaints if status not in text] == []
    assert visit.watch.foreign(visit.hosts) == []
    visit.forgive()


def test_the_editor_can_be_made_larger_with_two_fingers(visit: Visitor) -> None:
    page = visit("admin/", new=True, width=390, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Open the editor").click()
    expect(page.get_by_role("button", name="Sign In Using Access Token")).to_be_visible()
    fingers = page.context.new_cdp_session(page)
    fingers.send("Input.synthesizePinchGesture", {"x": 200, "y": 400, "scaleFactor": 2.0})
    page.wait_for_function("() => visualViewport.scale > 1.5")
    visit.forgive()


CARELESS = """<!doctype html><html lang="en"><title>Careless</title><link rel="icon" href="data:,">
<img src="http://picture.test/x.png" alt=""><script>
fetch("http://page.test/x").catch(() => {});
new Worker("worker.js");
new WebSocket("ws://socket.test/");
console.error("A complaint.");
</script>"""


# Whom it asks.
FOREIGN = {"http://picture.test/x.png", "http://page.test/x", "http://worker.test/x", "ws://socket.test/"}


def test_the_watch_sees_what_pages_and_workers_do(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(CARELESS, encoding="utf-8")
    (tmp_path / "worker.js").write_text('fetch("http://worker.test/x").catch(() => {})', encoding="utf-8")
    (tmp_path / "404.html").write_text("Nothing is here.", encoding="utf-8")
    (tmp_path / "strict.html").write_text(
        '<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><script>1</script>',
        encoding="utf-8",
    )
    watch = Watch()
    with ExitStack() as until:
        top = until.enter_context(serving(tmp_path))
        context = until.enter_context(chromium.new_context())
        watch.over(context)
        page = context.new_page()
        page.goto(top)
        own = {top.split("/")[2]}
        wait_until(page, lambda: len(watch.foreign(own)) >= len(FOREIGN) and watch.complaints)
        page.goto(f"{top}strict.html")
        wait_until(page, lambda: watch.refused)
        page.goto(f"{top}nowhere/")
        wait_until(page, lambda: watch.missing)
    assert set(watch.foreign(own)) == FOREIGN
    wrong = "\n".join(watch.wrong(own))
    assert "the browser complained: A complaint." in wrong
    assert "the content security policy refused script-src-elem: inline" in wrong
    assert f"not there: 404 {top}nowhere/" in wrong
