"""What a page says is in the language that it names: the network's own, or English where the words are ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from macros.library.library import read_library
from tests.support.building import EMPTY, NETWORKS, Site, build, lay_out
from tests.support.reading import with_class

_LETTERS = re.compile(r"[^\W\d_]{2}")
_READ_ALOUD = ("aria-label", "placeholder", "title", "alt")


def _language(element: Any) -> str:
    return next(str(one.get("lang")) for one in (element, *element.iterancestors()) if one.get("lang"))


def _said(element: Any) -> Iterator[tuple[str, str]]:
    """Each text and attribute that has words for a reader in it, with its language."""
    for one in element.iter():
        if not isinstance(one.tag, str) or one.tag in ("script", "style", "code"):
            continue
        # A mailbox has no language, and may break before its @.
        if one.tag == "a" and one.get("href", "").startswith("mailto:"):
            continue
        for text in (one.text, *map(one.get, _READ_ALOUD), *(child.tail for child in one)):
            if _LETTERS.search(text or ""):
                yield _language(one), " ".join(text.split())


def _without(tree: Any, *classes: str) -> Any:
    """A copy of a page without the elements of these classes."""
    copy = deepcopy(tree)
    for one in [one for name in classes for one in with_class(copy, name)]:
        one.drop_tree()
    return copy


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value made of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


@pytest.fixture(scope="module")
def own_words(welsh: Site) -> str:
    """Everything that the Welsh network has written, and Material's words in Welsh."""
    network = NETWORKS / "welsh"
    material = files("material").joinpath("templates/partials/languages/cy.html").read_text(encoding="utf-8")
    written = [path.read_text(encoding="utf-8") for path in (network / "content").rglob("*.*")]
    words = " ".join([material, (network / "mkdocs.yml").read_text(encoding="utf-8"), *written])
    return words.replace("{{ network.name }}", read_library(network).network.name)


def test_the_frame_is_in_the_language_of_the_network_or_says_that_it_is_english(welsh: Site, own_words: str) -> None:
    english, wrong = set(), []
    for page in welsh.pages:
        for language, text in _said(_without(page.tree, "kb-article", "kb-pack")):
            if language == "en":
                english.add(text)
            else:
                wrong += [
                    (page.address, part)
                    for part in text.split(" - ")
                    if _LETTERS.search(part) and part not in own_words
                ]
    assert wrong == []
    # Some of what Material has no words for.
    assert {"Close", "A to Z"} <= english


def test_what_people_have_written_is_in_their_language_and_the_words_around_it_are_english(
    welsh: Site, own_words: str
) -> None:
    """A text that has words of both is English: it is ours, and names something of theirs. So is a whole line of facts."""
    library = read_library(NETWORKS / "welsh")
    written = [*(record.model_dump() for record in library.all()), library.network.model_dump()]
    theirs = set(_texts(written))
    wrong = [
        (page.address, language, text)
        for page in welsh.pages
        for article in _without(page.tree, "kb-entry__facts", "kb-agenda__label").xpath("//article")
        for language, text in _said(article)
        if "@" not in text and (text in theirs if language == "en" else text not in own_words)
    ]
    assert wrong == []


def test_a_network_that_speaks_english_says_so_once(own: Site) -> None:
    assert [page.address for page in own.pages if page.tree.xpath("//@lang") != ["en-GB"]] == []


def test_both_files_of_settings_name_the_same_language(tmp_path: Path) -> None:
    network = lay_out(tmp_path, EMPTY)
    settings = network / "content/network.yml"
    settings.write_text(f"language: cy\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    stopped = build(network)
    assert stopped.status == 1
    assert (
        "In network.yml the language is 'cy', and in mkdocs.yml it is 'en'. Write the same one in both." in stopped.log
    )


def test_a_language_that_material_does_not_have_needs_a_file_of_words(tmp_path: Path) -> None:
    network = lay_out(tmp_path, EMPTY, settings={"theme": {"language": "ga"}})
    stopped = build(network)
    assert stopped.status == 1
    assert "Traceback" not in stopped.log
    assert "add them in theme/partials/languages/ga.html" in stopped.log
    words = network / "theme/partials/languages/ga.html"
    words.parent.mkdir()
    words.write_text('{% macro t(key) %}{{ {"search": "Cuardaigh"}[key] }}{% endmacro %}', encoding="utf-8")
    built = build(network)
    assert built.status == 0, built.log
    opener = with_class(built.page("").tree, "kb-search-open")[0]
    assert opener.text.strip() == "Cuardaigh"
    assert list(_said(with_class(built.page("").tree, "kb-skip")[0])) == [("en", "Skip to the text")]


def test_a_former_address_speaks_the_language_of_the_network(welsh: Site) -> None:
    page = welsh.page("i/paned-a-sgwrs/").tree
    assert list(_said(page)) == [
        ("cy", "Paned a sgwrs"), ("en", "This page has moved to"), ("cy", "Paned a sgwrs")
    ]  # fmt: skip
