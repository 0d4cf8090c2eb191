"""How search opens: at once, with little on every page, and without anything that jumps about when the rest arrives."""

from __future__ import annotations

import gzip
import re
from threading import Event

from playwright.sync_api import Route, expect

from macros.search.documents import SearchDocument
from macros.search.index import index_files
from tests.browser.visiting import Visitor, wait_until
from tests.support.building import Site
from tests.support.project import ROOT

# What every page has of search besides its button, each part compressed by itself.
MOST_BYTES = 2000
# So many files with a beginning are enough for first results.
FIRST_FILES = 6
RESULTS = "#kb-search .kb-entry__title"


def test_a_first_view_has_little_of_search(own: Site) -> None:
    page = own.files["initiatives/shared-lunch/index.html"].decode()
    [markup] = re.findall(r'<dialog class="kb-search".*?</dialog>\s*<script[^>]*></script>', page, re.DOTALL)
    rules = (ROOT / "theme/styles/site/search.css").read_text(encoding="utf-8").strip()
    parts = [markup.encode(), rules.encode(), own.files["assets/search.js"]]
    assert sum(len(gzip.compress(part, 6)) for part in parts) < MOST_BYTES
    styles = re.findall(r'<link rel="stylesheet" href="[./]*(assets/[\w.]+)"', page)
    held = "".join(own.files[path].decode() for path in styles).replace(rules, "")
    assert re.findall(r"\.kb-search(?!-open)[\w-]*", held) == []
    assert [one for one in re.findall(r"assets/[\w.]+", page) if "search" in one] == ["assets/search.js"]


def test_what_is_typed_before_the_rest_arrives_is_searched_for_and_nothing_moves(visit: Visitor) -> None:
    waiting = list[Route]()
    page = visit("", routes={"**/assets/search.css": lambda route: waiting.append(route)})
    page.keyboard.press("/")
    page.keyboard.type("lunch")
    dialog, field = page.locator("#kb-search"), page.locator("#kb-search input[type=search]")
    expect(field).to_have_value("lunch")
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('index.json'))"
    )
    wait_until(page, lambda: waiting)
    # Only what already has its style can be seen.
    assert dialog.locator("fieldset, svg, .kb-search__foot").count() == 0
    place = field.bounding_box()
    waiting[0].continue_()
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(dialog.locator(".kb-search__foot")).to_be_visible()
    assert field.bounding_box() == place


def test_the_button_closes_it_before_the_rest_arrives(visit: Visitor) -> None:
    # All but search.js, which the page has and which fetches these.
    page = visit("", routes={re.compile(r"/assets/search(_|\.css)"): lambda route: route.abort()})
    page.keyboard.press("/")
    expect(page.locator("#kb-search [role=status]")).to_contain_text("Search did not load")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#kb-search")).to_be_hidden()


def test_results_stay_where_they_are_when_those_of_further_files_come(visit: Visitor) -> None:
    words = [f"plo{first}{second}" for first in "bcdfglmnprst" for second in "aeiou"]  # cspell:disable-line
    titles = [*(f"Page {number}" for number in range(300)), "Ploughing"]
    texts = [" ".join(words[number % 7 :]) for number in range(300)]
    documents = [
        SearchDocument(f"/{number}/", text, {"title": title, "kind": "Pages"}, {"kind": ["Pages"]})
        for number, (title, text) in enumerate(zip(titles, [*texts, ""], strict=True))
    ]
    files = {file.path: file.content for file in index_files(documents, "en")}
    asked, waiting, may_come = list[str](), list[Route](), Event()

    def give(route: Route) -> None:
        path = re.sub(r"\?.*", "", route.request.url).partition("search-index/")[2]
        kind = "text/javascript" if path.endswith(".js") else "application/json"
        route.fulfill(body=files[f"search-index/{path}"], content_type=kind)

    def answer(route: Route) -> None:
        if "/w-" in route.request.url:
            asked.append(route.request.url)
        if len(asked) > FIRST_FILES and "/w-" in route.request.url and not may_come.is_set():
            waiting.append(route)
        else:
            give(route)

    page = visit("", routes={"**/search-index/**": answer})
    page.keyboard.press("/")
    page.keyboard.type("plo")
    status = page.locator("#kb-search [role=status]")
    expect(status).to_have_text("300 results for plo")
    expect(page.locator(RESULTS)).to_have_count(8)
    before = page.locator(RESULTS).all_inner_texts()
    may_come.set()
    for route in waiting:
        give(route)
    expect(status).to_have_text("301 results for plo")
    # By rank the last would be the first, but a reader may be about to press what is there.
    assert page.locator(RESULTS).all_inner_texts() == before
    expect(page.get_by_role("link", name="See all 301 results")).to_be_visible()
