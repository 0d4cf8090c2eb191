"""What the search is given of each page, the index that is made of it, and the A to Z."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import pairwise
from typing import Any
from unicodedata import category

import pytest

from macros.kinds import Initiative, Page, Record, Service, Theme
from macros.library.library import Library
from macros.outputs.plain_text import plain_blocks, sentences
from macros.pages.a_to_z import letters
from macros.pages.parts import entry_of
from macros.search.documents import SearchDocument, page_document, record_document
from macros.search.index import index_files
from macros.search.page import search_questions
from macros.search.shown_words import shown_words
from macros.search.words import NEVER_GIVEN, Language, cut, names
from macros.source.gfm import Node, parse
from tests.support.cases import for_each
from tests.support.exporting import public, put
from tests.support.project import ROOT

BODY = parse(
    "## What happens\n\nWe ate *soup* &amp; bread\n- once a week\n- [x] away from desks.\n\n## Which soup?\n\nLeek.[^1]\n\n[^1]: Or pea"
)


def plain_text(text: Node) -> str:
    return sentences(words for _, words in plain_blocks(text))


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
    assert shown == {"title": lunch.title, "kind": "Initiatives", "stage": "Tried or being tried"}
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
        "stage": ["Tried or being tried"],
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
    assert found.details == {"title": "About us", "kind": "Pages", "summary": page.description}
    assert found.filters == {"kind": ["Pages"]}


def test_the_script_names_the_kinds_as_the_index_does(small: Library) -> None:
    script = (ROOT / "theme/assets/search_kinds.js").read_text(encoding="utf-8")
    (block,) = re.findall(r"KINDS = \{(.*?)\}", script, re.DOTALL)
    (question,) = [one for one in search_questions(public(small)) if one.name == "kind"]
    # The network has no record of some kinds.
    assert question.answers.items() <= dict(re.findall(r'(\w+): "([\w ]+)"', block)).items()


# The index.


def made_up(title: str = "", text: str = "", **details: str) -> SearchDocument:
    return SearchDocument(f"/{title}/", text, {"title": title, "kind": "Pages", **details}, {"kind": ["Pages"]})


def index_of(*found: SearchDocument, language: str = "en") -> Mapping[str, bytes]:
    return {file.path: file.content for file in index_files(found, language)}


@pytest.fixture
def some(small: Library) -> list[SearchDocument]:
    """A document for each record of the smallest network."""
    return [document(record, small, BODY) for record in small.all()]


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


def many(count: int, text: str = "word") -> list[SearchDocument]:
    """Documents with the same title and different words: enough for several files that begin alike."""
    digits = [f"{number:x}".translate(str.maketrans("0123456789", "ghijklmnop")) for number in range(count)]
    return [made_up(f"Page {number}", f"{text} w{one} word{one} wording {one}") for number, one in enumerate(digits)]


@cache
def index_of_many(count: int) -> Mapping[str, bytes]:
    """The index of so many documents, made once for all that only look at it."""
    return index_of(*many(count))


def test_the_same_documents_make_the_same_index_in_any_order(some: list[SearchDocument]) -> None:
    assert index_of(*some) == index_of(*reversed(some))


def test_an_index_has_a_file_for_each_result_and_for_words_that_begin_alike() -> None:
    paths = list(index_of(made_up("A", "One tree."), made_up("B", "Two trees.")))
    [version] = {path.split("/")[1] for path in paths if path.count("/") == 2}
    assert set(paths) == {
        "search-index/index.json",
        f"search-index/{version}/filters.json",
        f"search-index/{version}/words.json",
        f"search-index/{version}/w-.json",
        f"search-index/{version}/0.json",
        f"search-index/{version}/1.json",
        "search-index/language.js",
    }


def shards(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """The words in each file, by the place where it starts."""
    [version] = {path.split("/")[1] for path in files if path.count("/") == 2}
    starts = json.loads(files["search-index/index.json"])["shards"]
    return {start: json.loads(files[f"search-index/{version}/w-{start}.json"]) for start in starts}


@pytest.mark.thorough
def test_words_are_in_order_and_each_is_in_the_last_file_that_starts_before_it_or_one_of_its_forms() -> None:
    found = shards(index_of_many(1000))
    starts = [*found, "g"]
    assert starts == sorted(starts)
    for start, following in pairwise(starts):
        for word, [_, _, *forms] in found[start].items():
            assert any(start <= one.encode().hex() < following for one in (word, *forms))


@pytest.mark.thorough
def test_few_files_have_the_words_with_a_beginning() -> None:
    found = shards(index_of_many(3000))
    for beginning in ("wor", "wio"):
        begun = [shard for shard in found.values() if any(word.startswith(beginning) for word in shard)]
        size = sum(len(json.dumps(shard)) for shard in begun)
        assert len(begun) <= size / 3000 + 2


@pytest.mark.thorough
def test_what_every_page_shows_costs_little_and_ranks_nothing() -> None:
    documents = [replace(one, shown="Download these") for one in many(1000)]
    [entry] = [shard["download"] for shard in shards(index_of(*documents)).values() if "download" in shard]
    assert len(gzip.compress(json.dumps(entry).encode())) < 80
    assert "download" not in spelt(*documents)


@for_each(
    ("html", "shown"),
    [
        ("<p>Wel<strong>l</strong>being</p><p>Lunch</p>", "Wellbeing Lunch"),
        ("<h2>Who &amp; what</h2>", "Who & what"),
        ("<nav>Menu</nav>text<form><label>Stage</label></form>", "text"),
        ('<p class="kb-edit"><a href="x">Suggest a change</a></p>text<button>Print</button>', "text"),
        ('<section class="kb-downloads"><h2>Take it</h2></section><section>text</section>', "text"),
        ("<summary>More</summary>text<dt>Cost</dt><dd>None</dd>", "More text Cost None"),
    ],
)
def test_what_a_page_shows_is_what_is_there_to_read(html: str, shown: str) -> None:
    page = f"<header>Site</header><main id='main'>{html}</main><footer>Licence</footer>"
    assert shown_words(page).split() == shown.split()


def test_a_document_has_only_the_other_words_that_its_page_shows() -> None:
    one = made_up("Lunch", "Shared lunch.").with_page(
        "<main><h1>Lunch</h1><h2>Who has tried it</h2><p>Shared lunch.</p></main>"
    )
    assert one.shown.split() == ["has", "it", "tried", "who"]


@pytest.mark.thorough
def test_no_file_of_words_is_long_unless_one_word_needs_it() -> None:
    files = index_of_many(3000)
    shards = {path: content for path, content in files.items() if "/w-" in path}
    assert len(shards) > 15
    assert [path for path, content in shards.items() if len(content) > 25_000] == []


@pytest.mark.thorough
def test_one_changed_word_changes_few_files() -> None:
    documents = many(1000)
    one = documents[500]
    other = SearchDocument(one.url, one.text.replace("wording", "kettle"), one.details, one.filters)
    assert len(changed(index_of_many(1000), index_of(*documents[:500], other, *documents[501:]))) <= 4


def with_one_word_more(documents: list[SearchDocument], word: str) -> list[SearchDocument]:
    one = documents[500]
    return [*documents[:500], replace(one, text=f"{one.text} {word}"), *documents[501:]]


@pytest.mark.thorough
def test_one_word_more_changes_few_files() -> None:
    assert len(changed(index_of_many(1000), index_of(*with_one_word_more(many(1000), "kettle")))) <= 4


@pytest.mark.thorough
def test_a_word_that_begins_like_no_other_moves_no_end_of_a_file() -> None:
    # These all begin alike, and need several files.
    documents = [replace(one, text=f"shop{one.text.split()[-1]}") for one in many(2000)]
    before = [*shards(index_of(*documents))]
    assert len(before) > 5
    words = ["aardvark", "sew", "shame", "show", "zoo"]
    after = {word: [*shards(index_of(*with_one_word_more(documents, word)))] for word in words}
    assert [word for word in words if after[word] != before] == []


def test_what_a_browser_has_kept_of_another_index_is_never_taken_for_this_one(some: list[SearchDocument]) -> None:
    before, after = index_of(*some), index_of(*some, made_up("Another", "One more page."))
    kept = {path for path in before if path in after and before[path] != after[path]}
    # This is asked for by a new address each time.
    assert kept == {"search-index/index.json"}


@pytest.mark.thorough
def test_file_names_can_be_written_anywhere() -> None:
    # Windows has no file called "con.json".
    paths = index_of(*(made_up(f"con {number}", f"con contact{number} ŵyna λόγος") for number in range(2000)))
    assert [path for path in paths if not re.fullmatch(r"[\w/.-]+", path, re.ASCII)] == []
    assert [path for path in paths if path.split("/")[-1].startswith(("con.", "aux.", "nul."))] == []


def spelt(*found: SearchDocument) -> list[str]:
    [words] = [content for path, content in index_of(*found).items() if path.endswith("/words.json")]
    spellings: list[str] = json.loads(words)
    return spellings


def test_the_words_of_names_and_texts_can_be_spelt() -> None:
    words = spelt(made_up("Supervision at 2pm", "We listen, naïvely.", names="time out"))
    assert words == ["listen", "naively", "pages", "supervision", "time"]


def test_a_long_list_of_words_keeps_those_that_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.search.index._MOST_WORDS_TO_SPELL", 3)
    words = spelt(made_up("Rare", "seldom often"), made_up("Common", "often"), made_up("Common", "often again"))
    assert words == ["common", "often", "rare"]


@for_each(
    ("written", "found_by"),
    [
        ("each week—quizzes", ["each", "week", "quizzes"]),
        ("PHQ-9", ["phq", "9", "phq9"]),
        ("9-to-5", ["9", "to", "5", "9to5"]),
        ("1:1", ["1", "1", "11"]),
        ("O’Quilligan", ["o", "quilligan", "oquilligan"]),
        ("e.g.", ["e", "g", "eg"]),
        ("a\u00a0ﬁne soft\u00adhyphen", ["a", "fine", "softhyphen"]),
        ("Naïve cafe\u0301 ŵyna ÆON Straße", ["naive", "cafe", "wyna", "aeon", "strasse"]),
        ("team@example.org", ["team", "example", "org", "teamexampleorg"]),
        ("https://a.example.org/b-c", ["https", "a", "example", "org", "b", "c"]),
        ("🏴 … – ", []),
    ],
)
def test_a_text_is_cut_into_words(written: str, found_by: list[str]) -> None:
    assert [name for word in cut(written) for name in names(word)] == found_by


@for_each(
    ("language", "words", "stem"),
    [
        ("en", "supervision supervise supervised", "supervis"),
        ("en", "pwp pwps", "pwp"),
        ("en", "therapists therapist", "therapist"),
        ("en-GB", "meetings meeting", "meet"),
        ("de", "sitzungen sitzung", "sitzung"),
        ("cy", "cyfarfodydd", "cyfarfodydd"),
        ("zz", "meetings", "meetings"),
    ],
)
def test_words_with_one_stem_are_one(language: str, words: str, stem: str) -> None:
    assert {Language(language).stem(word) for word in words.split()} == {stem}


def test_the_licence_goes_with_the_stemmer() -> None:
    script = Language("en").script()
    assert "Redistributions of source code must retain" in script
    assert "Redistributions" not in Language("cy").script()


def test_both_stemmers_are_of_one_version() -> None:
    source = files("sphinx") / "search/non-minified-js/english-stemmer.js"
    [made_by] = re.findall(r"by Snowball ([\d.]+)", source.read_text(encoding="utf-8"))
    assert made_by == version("snowballstemmer")


# A to Z.


def lines(shown: Library) -> dict[str, list[str]]:
    return {
        letter: [f"{one.title} > {one.see}" if one.see else one.title for one in of_letter]
        for letter, of_letter in letters(public(shown)).items()
    }


def test_everything_stands_under_its_first_letter(small: Library) -> None:
    assert lines(small) == {
        "A": ["About your work"],
        "B": ["Buddying > Peer support"],
        "I": ["Initiatives"],
        "M": ["A made-up lunch", "A made-up meeting"],
        "P": ["Peer support"],
        "S": ["Sample service Brindle"],
        "W": ["What a made-up survey found"],
    }


def test_a_former_name_keeps_the_capitals_that_it_has(small: Library) -> None:
    service = small.all_of(Service)["sample-brindle"]
    put(small, service, former_names=["iCope", "talking well"])
    assert [line for of_letter in lines(small).values() for line in of_letter if ">" in line] == [
        "Buddying > Peer support",
        "iCope > Sample service Brindle",
        "Talking well > Sample service Brindle",
    ]


def test_no_letter_is_where_none_is_looked_for() -> None:
    assert {*map(category, map(chr, NEVER_GIVEN))} == {"Cn"}


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
