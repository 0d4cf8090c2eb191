"""The preview of a form is the page: it shows of every text that the check lets through what the page shows of it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from macros.library.library import Library, read_library
from macros.lint.diagnostics import Level
from macros.lint.engine import check_document
from macros.pages.text import text_html
from macros.source.body import read_body
from macros.source.document import Document
from tests.browser.axe import findings_on_every_device
from tests.browser.sizes import sticks_out
from tests.browser.visiting import Visitor
from tests.support.as_seen import as_seen
from tests.support.inventing import examples
from tests.support.project import ROOT, TODAY
from tests.support.written_texts import written_texts

FORM = "contribute/propose/"
# Brought here by npm, and not part of the project. That of GitHub's flavour, which benchmarks/specification.py tells where to find,
# can be read instead.
SPECIFICATION = Path(os.environ.get("GFM_SPECIFICATION", ROOT / "node_modules/commonmark-spec/spec.txt"))
_EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)
# What differs still, each with an example. Nobody writes these, and the text of the preview is all there.
KNOWN = {
    "four stars, two of which the page shows": (r"\*{4}", "****Tea:** soup (hot)**, cake"),
    "an underline beside struck words, which the page shows": (r"~_|_~", "~~tea~~_soup_"),
}
_SHOW = """async ([address, texts]) => {
  const { showMarkdown } = await import(address);
  return texts.map((text) => {
    const box = document.createElement("div");
    showMarkdown(box, text);
    return box.innerHTML;
  });
}"""


@pytest.fixture
def shown(visit: Visitor) -> Any:
    """What the preview makes of texts, under the policy of the form's page."""

    def html_of(texts: list[str]) -> list[str]:
        made: list[str] = visit(FORM).evaluate(_SHOW, [visit.url("preview/markdown.js"), texts])
        return made

    return html_of


def passes(text: str, library: Library) -> bool:
    """Whether the check lets a text pass."""
    document: Any = Document("content/themes/tea.md", "theme", "tea", text=text, body=text)
    return not any(one.level is Level.ERROR for one in check_document(document, library, TODAY))


def is_plain(text: str, library: Library) -> bool:
    """Whether pages can show a text, which is quicker to find out than whether nothing is refused."""
    body = read_body(text)
    return not (body.constructs or body.leftovers or body.lost_cells) and ("[^" not in text or passes(text, library))


def page_of(text: str) -> str:
    """The HTML of the site. The headings of sections are smaller in the preview."""
    html = text_html(text, read_body(text), str).replace("&quot;", '"')
    return re.sub("(</?h)([23])", lambda match: f"{match[1]}{int(match[2]) + 2}", html)


def spelt_as_pages(preview: str) -> str:
    """HTML of a browser as the engine of pages would write it, in what is most often written otherwise."""
    return preview.strip().replace("<br>", "<br />").replace(' target="_blank" rel="noopener"', "")


def different(texts: list[str], previews: list[str]) -> list[tuple[str, str, str]]:
    """The texts that a page and the preview show differently, and not as it is known."""
    made = ((text, page_of(text), spelt_as_pages(preview)) for text, preview in zip(texts, previews, strict=True))
    # To take HTML apart takes long, and most is the same to the letter.
    seen = ((text, as_seen(page), as_seen(preview)) for text, page, preview in made if page != preview)
    known = re.compile("|".join(pattern for pattern, _ in KNOWN.values()))
    return [(text, page, preview) for text, page, preview in seen if page != preview and not known.search(text)]


def test_texts_of_all_sorts_are_shown_in_the_preview_as_on_their_page(shown: Any) -> None:
    library = read_library(ROOT / "tests/networks/smallest")
    number = examples(10_000)
    texts = [text for text in written_texts(number) if is_plain(text, library)]
    assert len(texts) > 0.95 * number
    assert different(texts, shown(texts)) == []


def test_examples_of_markdown_are_shown_in_the_preview_as_on_a_page(shown: Any) -> None:
    library = read_library(ROOT / "tests/networks/smallest")
    constructs = yaml.safe_load((ROOT / "tests/texts/constructs.yml").read_text(encoding="utf-8")).values()
    examples = _EXAMPLE.findall(SPECIFICATION.read_text(encoding="utf-8").replace("→", "\t"))
    assert len(examples) > 600
    texts = [text for text in [*examples, *(one["text"] for one in constructs)] if passes(text, library)]
    assert len(texts) > 350
    assert different(texts, shown(texts)) == []


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_to_differ_differs_still(name: str, shown: Any) -> None:
    pattern, text = KNOWN[name]
    assert re.search(pattern, text)
    assert as_seen(shown([text])[0]) != as_seen(page_of(text))


FETCHED = (
    "() => performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('/preview/'))"
)
TEXT = """We need:
- a kettle
  - with a lid
- two chairs

| Day | Tea |
|:---:|----:|
| Monday | 3 |

1) ask
2) try

- [x] asked
- [ ] tried

> [!NOTE]
> Wait. See [the guide](https://www.example.org/) or write to team@service.invalid.

It helped.[^1] ~~Much.~~ 3 < 5

[^1]: We think.
"""


def written(visit: Visitor, text: str, **device: Any) -> tuple[Page, Locator]:
    """A form in which this has been written, and its preview."""
    page = visit(FORM, **device)
    page.get_by_label("Title").fill("Tea for all")
    page.get_by_role("radio", name="Tried or being tried").check()
    page.get_by_label("What you did").fill(text)
    return page, page.get_by_role("region", name="Preview")


def test_a_reader_of_the_preview_sees_what_was_meant(visit: Visitor) -> None:
    page, preview = written(visit, TEXT)
    expect(preview.get_by_role("heading", name="What happens")).to_be_visible()
    entries = preview.get_by_role("listitem")
    expect(entries.filter(has_text="a kettle").get_by_role("listitem")).to_have_text("with a lid")
    expect(preview.locator("ol").first.get_by_role("listitem")).to_have_text(["ask", "try"])
    expect(preview.get_by_role("cell")).to_have_text(["Monday", "3"])
    assert preview.get_by_role("cell", name="3").evaluate("(one) => getComputedStyle(one).textAlign") == "right"
    expect(preview.locator(".task-list-item")).to_have_text(["Done: asked", "To do: tried"])
    assert preview.locator(".task-list-item").first.evaluate("(one) => getComputedStyle(one).listStyleType") == "none"
    expect(preview.locator(".markdown-alert-note")).to_contain_text(re.compile(r"Note\s+Wait\. See the guide"))
    expect(preview.locator(".footnotes").get_by_role("listitem")).to_have_text("We think. ↩")
    assert "3 < 5" in preview.inner_text()
    assert page.url.endswith(FORM)


def test_a_box_stands_in_the_line_of_its_words(visit: Visitor) -> None:
    _, preview = written(visit, "- [ ] tea\n\n  mint\n\n- [x] soup")
    box = preview.locator(".kb-task").first.bounding_box()
    words = preview.locator(".task-list-item p").first.bounding_box()
    assert box is not None
    assert words is not None
    assert words["height"] < 2 * box["height"] + 10
    assert words["y"] - 5 < box["y"] < words["y"] + words["height"]


def test_a_link_of_the_preview_opens_beside_the_form(visit: Visitor) -> None:
    _, preview = written(visit, TEXT)
    links = preview.get_by_role("link")
    expect(links).to_have_text(["the guide", "team@service.invalid"])
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://www.example.org/",
        "mailto:team@service.invalid",
    ]
    assert {link.get_attribute("target") for link in links.all()} == {"_blank"}


def test_html_is_shown_as_text(visit: Visitor) -> None:
    wicked = "<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n- <b>tea</b>"
    _, preview = written(visit, wicked)
    expect(preview.get_by_role("listitem")).to_have_text("<b>tea</b>")
    assert "<script>alert(1)</script>" in preview.inner_text()
    assert preview.locator("img, script, b, [onerror]").count() == 0
    assert preview.locator("a[href^=javascript]").count() == 0


def test_nothing_is_fetched_for_a_preview_before_there_is_a_text_to_show(visit: Visitor) -> None:
    page = visit(FORM)
    page.get_by_label("Title").fill("Tea")
    expect(page.get_by_role("region", name="Preview").get_by_role("heading", name="Tea")).to_be_visible()
    assert page.evaluate(FETCHED) == []
    page.get_by_role("radio", name="Tried or being tried").check()
    page.get_by_label("What you did").fill("- tea")
    expect(page.get_by_role("region", name="Preview").get_by_role("listitem")).to_have_text("tea")
    # The browser lists a file a moment after the page has it.
    page.wait_for_function(f"({FETCHED})().length")
    assert page.evaluate(FETCHED) == [visit.url("preview/markdown.js")]


def test_without_what_reads_it_a_text_is_shown_as_it_was_written(visit: Visitor) -> None:
    page = visit(FORM, routes={"**/preview/markdown.js": lambda route: route.abort()})
    page.get_by_role("radio", name="Tried or being tried").check()
    page.get_by_label("What you did").fill("We need:\n- a kettle")
    preview = page.get_by_role("region", name="Preview")
    expect(preview.get_by_role("heading", name="What happens")).to_be_visible()
    assert "We need:\n- a kettle" in preview.inner_text()
    visit.forgive()


def test_everybody_can_use_what_the_preview_shows(visit: Visitor) -> None:
    page, preview = written(visit, TEXT + "\n" + "wide " * 40 + "w" * 120, motion=False)
    expect(preview.locator(".markdown-alert-note")).to_be_visible()
    assert findings_on_every_device(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert sticks_out(page) == []
