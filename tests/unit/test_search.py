"""What the search is given of each page, the index that is made of it, and the A to Z."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from macros.builder.search_task import SiteSearch
from macros.kinds import Initiative, Page, Record, Service, Theme
from macros.library.library import Library
from macros.outputs.plain_text import plain_text
from macros.pages.a_to_z import letters
from macros.pages.parts import entry_of
from macros.search import index as indexing
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import SearchIndex, SearchUnavailable
from macros.search.page import search_questions
from macros.search.spelling import SpellingList
from macros.source.gfm import Node, parse
from tests.support.exporting import HOSTILE, public, put
from tests.support.project import ROOT

BODY = parse(
    "## What we did\n\nWe ate *soup* &amp; bread\n- once a week\n- [x] away from desks.\n\n## Which soup?\n\nLeek.[^1]\n\n[^1]: Or pea"
)


def document(record: Record, shown: Library, body: Node | None = None) -> SearchDocument:
    return record_document(record, body or parse(""), public(shown))


def same_words(shown: Library, *groups: list[str]) -> Library:
    """The library of a network with words that mean the same."""
    shown.network = shown.network.model_copy(update={"search_words": list(groups)})
    return shown


# What a result is found by, and what it shows.


def test_a_text_is_what_a_reader_would_read_aloud() -> None:
    assert plain_text(BODY) == "We ate soup & bread. once a week. away from desks. Which soup? Leek. Or pea."


def test_a_record_is_at_its_address_with_its_kind_and_its_facts(small: Library, lunch: Initiative) -> None:
    found = document(lunch, small)
    assert found.url == "/initiatives/sample-lunch/"
    shown = {name: found.details[name] for name in ("title", "kind", "stage")}
    assert shown == {"title": lunch.title, "kind": "Initiatives", "stage": "Trying"}
    assert found.details["facts"] == " · ".join(entry_of(lunch, public(small)).facts)


def test_an_excerpt_starts_with_the_summary_and_has_no_labels(small: Library, lunch: Initiative) -> None:
    found = document(lunch, small, BODY)
    assert found.text == f"{lunch.summary} {plain_text(BODY)}"


def test_what_a_record_has_only_in_its_facts_is_found_and_not_in_excerpts(small: Library, lunch: Initiative) -> None:
    found = document(lunch, small)
    service = small.all_of(Service)["sample-brindle"]
    assert service.title in found.details["also"]
    assert "Peer support" in found.details["themes"]
    assert service.title not in found.text
    assert "Peer support" not in found.text


def test_results_are_narrowed_down_by_words_that_people_read(small: Library, lunch: Initiative) -> None:
    assert document(lunch, small).filters == {
        "kind": ["Initiatives"],
        "theme": ["Peer support"],
        "area": ["North"],
        "stage": ["Trying"],
    }


def test_every_answer_on_the_search_page_is_one_of_the_index(small: Library) -> None:
    offered = {question.name: set(question.answers.values()) for question in search_questions(public(small))}
    for record in small.all():
        for name, values in document(record, small).filters.items():
            assert set(values) <= offered.get(name, set(values)), name


def test_a_theme_is_found_by_its_synonyms_and_a_service_by_its_former_names(small: Library) -> None:
    theme = small.all_of(Theme)["peer-support"]
    service = put(small, small.all_of(Service)["sample-brindle"], former_names=["Brindle IAPT"])
    assert document(theme, small).details["names"] == "buddying"
    assert document(service, small).details["names"] == "Brindle IAPT"


@pytest.mark.parametrize(
    ("summary", "found_by"),
    [
        ("Our CPD was about listening.", "continuing professional development"),
        ("All cpds of the year.", "continuing professional development"),
        ("Continuing professional development for all.", "CPD"),
        ("CPD is continuing professional development.", ""),
        ("The CPDX is something else.", ""),
    ],
)
def test_a_record_is_found_by_words_that_mean_the_same(
    summary: str, found_by: str, small: Library, lunch: Initiative
) -> None:
    same_words(small, ["CPD", "continuing professional development"])
    found = document(put(small, lunch, summary=summary), small)
    assert [word for word in small.network.search_words[0] if word in found.details["also"]] == (
        [found_by] if found_by else []
    )
    assert found.text == summary


def test_a_written_page_has_its_title_and_says_what_kind_of_thing_it_is(small: Library) -> None:
    page = Page(title="About us", description="Who we are, and why we meet four times a year.")
    found = page_document("about/index.md", page, parse("We meet."), public(small))
    assert (found.url, found.text) == ("/about/", "Who we are, and why we meet four times a year. We meet.")
    assert found.details == {"title": "About us", "kind": "Pages"}
    assert found.filters == {"kind": ["Pages"]}


def test_the_script_names_the_kinds_as_the_index_does(small: Library) -> None:
    script = (ROOT / "theme/assets/search_kinds.js").read_text(encoding="utf-8")
    (block,) = re.findall(r"KINDS = \{(.*?)\}", script, re.DOTALL)
    (question,) = [one for one in search_questions(public(small)) if one.name == "kind"]
    assert dict(re.findall(r'(\w+): "(\w+)"', block)) == question.answers


# Spelling.


def made_up(title: str = "", text: str = "", **details: str) -> SearchDocument:
    return SearchDocument(f"/{title}/", text, {"title": title, **details}, {"kind": ["Pages"]})


def spelt(found: Iterable[SearchDocument]) -> list[str]:
    held = list(found)
    words = SpellingList(len(held))
    for one in held:
        words.add(one)
    return words.file().content.decode().split("\n")


def test_the_words_of_names_and_texts_can_be_spelt() -> None:
    words = spelt([made_up("Supervision at 2pm", "We listen, naïvely.", names="time out", also="Brindle")])
    assert words == ["listen", "naïvely", "supervision", "time"]


def test_a_long_list_of_words_keeps_those_that_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.search.spelling._MOST_WORDS", 3)
    words = spelt([made_up("Rare", "seldom often"), made_up("Common", "often"), made_up("Common", "often again")])
    assert words == ["common", "often", "rare"]


# The index.


def index_of(*found: SearchDocument, language: str = "en") -> Mapping[str, bytes]:
    index = SearchIndex(language)
    for one in found:
        index.add(one)
    index.complete()
    return {file.path: file.content for file in index.files()}


@pytest.fixture
def some(small: Library) -> list[SearchDocument]:
    """A document for each record of the smallest network."""
    return [document(record, small, BODY) for record in small.all()]


def test_the_same_documents_make_the_same_index(some: list[SearchDocument]) -> None:
    assert index_of(*some) == index_of(*some)


def test_what_readers_do_not_need_is_not_published(some: list[SearchDocument]) -> None:
    names = {re.sub(r"[0-9a-f_]{7,}|\d+", "#", path) for path in index_of(*some)}
    assert names == {
        "pagefind/pagefind.js",
        "pagefind/pagefind-entry.json",
        "pagefind/pagefind.#.pf_meta",
        "pagefind/wasm.engine.pagefind",
        "pagefind/index/en#.pf_index",
        "pagefind/filter/#.pf_filter",
        "pagefind/fragment/#/#.pf_fragment",
    }


def test_what_a_browser_has_kept_of_another_index_is_never_taken_for_this_one(some: list[SearchDocument]) -> None:
    before, after = index_of(*some), index_of(*some, made_up("Another", "One more page."))
    kept = [path for path in before if path in after and before[path] != after[path]]
    assert kept == ["pagefind/pagefind-entry.json"]


def test_a_language_that_cannot_be_stemmed_can_be_searched() -> None:
    files = index_of(made_up("Croeso", "Croeso i bawb."), language="cy")
    assert "pagefind/wasm.engine.pagefind" in files
    assert b'"cy"' in files["pagefind/pagefind-entry.json"]


def test_any_text_can_be_indexed() -> None:
    assert index_of(made_up(HOSTILE, f"{HOSTILE} ___PAGEFIND_WEIGHT___ \u200b")) != {}


def test_a_failure_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "get_executable", lambda: Path("/nowhere/pagefind"))
    with pytest.raises(SearchUnavailable, match="which makes the search index, cannot be started"):
        SearchIndex("en")


def test_an_early_end_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho no room left >&2\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(indexing, "get_executable", lambda: program)
    with pytest.raises(SearchUnavailable, match=r"ended too early\. no room left"):
        index_of(*[made_up("Long", "word " * 1000)] * 1000)


def test_a_refusal_is_explained(some: list[SearchDocument]) -> None:
    index = SearchIndex("en")
    index._ask("GetFiles", index_id=7)
    with pytest.raises(SearchUnavailable, match="could not make the search index"):
        index.files()


def test_a_build_stops_with_the_reason(small: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Any:
        raise FileNotFoundError("it is not there")

    monkeypatch.setattr(indexing, "get_executable", refuse)
    with pytest.raises(Abort, match=r"The site was not built\. Pagefind.*it is not there"):
        SiteSearch(public(small), "en")


def test_a_search_that_is_abandoned_leaves_nothing_behind(small: Library, lunch: Initiative) -> None:
    search = SiteSearch(public(small), "en")
    search.add(lunch.path, lunch, BODY)
    search.abandon()
    assert search._index._process.returncode is not None


# On the built site.


# A to Z.


def lines(shown: Library) -> dict[str, list[str]]:
    return {
        letter: [f"{one.title} > {one.see}" if one.see else one.title for one in of_letter]
        for letter, of_letter in letters(public(shown)).items()
    }


def test_everything_stands_under_its_first_letter(small: Library) -> None:
    assert lines(small) == {
        "B": ["Buddying > Peer support"],
        "I": ["Initiatives"],
        "M": ["A made-up lunch", "A made-up meeting"],
        "P": ["Peer support"],
        "S": ["Sample service Brindle"],
        "W": ["What a made-up survey found"],
    }


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("Émile", "E"),
        ("“Quoted”", "Q"),
        ("The lunch", "L"),
        ("An apple", "A"),
        ("A", "A"),
        ("Anything", "A"),
        ("90 seconds", "0 to 9"),
        ("Ŵyna", "W"),
    ],
)
def test_a_title_is_looked_up_as_people_would(title: str, letter: str, small: Library, lunch: Initiative) -> None:
    put(small, lunch, title=title)
    assert title in lines(small)[letter]


def test_a_title_without_letters_is_listed_too(small: Library, lunch: Initiative) -> None:
    put(small, lunch, title="???")
    assert any("???" in titles for titles in lines(small).values())
