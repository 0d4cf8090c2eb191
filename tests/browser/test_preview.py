"""The preview of a form is the page: it shows of every text that the check lets through what the page shows of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from macros.library.library import Library, read_library
from macros.lint.diagnostics import Level
from macros.lint.engine import check_document
from macros.pages.text import text_html
from macros.source.body import read_body
from macros.source.document import Document
from tests.browser.visiting import Visitor
from tests.support.as_seen import as_seen
from tests.support.project import ROOT, TODAY
from tests.support.written_texts import written_texts

FORM = "contribute/propose/"
# Brought here by npm, and not part of the project.
SPECIFICATION = ROOT / "node_modules/commonmark-spec/spec.txt"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)
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
    return text_html(text, read_body(text).headings, str)


def different(texts: list[str], previews: list[str]) -> list[tuple[str, str, str]]:
    """The texts that a page and the preview show differently, and not as it is known."""
    seen = ((text, as_seen(page_of(text)), as_seen(made)) for text, made in zip(texts, previews, strict=True))
    known = re.compile("|".join(pattern for pattern, _ in KNOWN.values()))
    return [(text, page, preview) for text, page, preview in seen if page != preview and not known.search(text)]


def test_texts_of_all_sorts_are_shown_in_the_preview_as_on_their_page(shown: Any) -> None:
    library = read_library(ROOT / "tests/networks/smallest")
    texts = [text for text in written_texts(10_000) if is_plain(text, library)]
    assert len(texts) > 9_500
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
