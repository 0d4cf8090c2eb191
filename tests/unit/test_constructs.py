"""What people write is what is published: each construct of GitHub's Markdown is shown as there, or refused with the way to write it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros.library.library import Library, read_library
from macros.lint.diagnostics import Diagnostic
from macros.lint.engine import check_document
from macros.pages.text import text_html
from macros.source.body import read_body
from macros.source.document import Document
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY

CONSTRUCTS: dict[str, dict[str, str]] = yaml.load(
    (ROOT / "tests/texts/constructs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "tests/networks/smallest")


def said_of(text: str, library: Library) -> list[Diagnostic]:
    document: Any = Document("content/themes/tea.md", "theme", "tea", text=text, body=text)
    return list(check_document(document, library, TODAY))


@for_each("name", CONSTRUCTS)
def test_a_construct_is_shown_as_on_github_or_refused(name: str, library: Library) -> None:
    construct = CONSTRUCTS[name]
    said = [(one.rule, one.level.value) for one in said_of(construct["text"], library)]
    if "refused" in construct:
        assert (construct["refused"], "error") in said
        return
    assert set(said) == ({(construct["warned"], "warning")} if "warned" in construct else set())
    assert text_html(construct["text"], read_body(construct["text"]), str) == construct["shown"]
