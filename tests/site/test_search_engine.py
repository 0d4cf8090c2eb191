"""The search as a browser runs it: both sides cut and stem alike, everything is found, and nothing fails without saying so."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from macros.search.documents import SearchDocument
from macros.search.words import Language, cut, names
from tests.support.building import Site
from tests.support.reading import Page
from tests.support.search import addresses, answers, asked, results

# What texts are made of: letters, what may stand in and between words, and what Unicode takes apart or changes in small letters.
# cspell:disable
PIECES = [
    *"aeiouybcdlmnprstwABCDEPQ0123456789", *"s ing ed ly ies ment ation 's ’s", *" \t\n-'’‘.,:/&_@—–…·!?()«»“”", *"σςΣİıſẞµ",
    *"éüñçåŵŷœæøßłđŁĐÆŒŠžïß", *"ﬁﬀﬃĳǅ½²①№℃™ªºΩÅK", "e\u0301", "a\u0308", "i\u0307", "\u00a0", "\u00ad", "\u200b", "\u200c", "\u200d",
    "\u2060", "\ufeff", "\u02bc", "\uff07", "\u2010", "\u2011", "\U0001d49c", "नमस्ते", "می‌خواهم", "র‍্যাব", "שלום", "日本語", "한국어", "ไทย",
    "👩‍⚕️", "𐐀", "𞤀",
]  # fmt: skip
# cspell:enable


def generated_texts(number: int) -> list[str]:
    """As many texts, the same every time: most of what words are made of, some of anything in Unicode."""
    chance = random.Random(13)
    anything = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]

    def some(pieces: list[str], most: int) -> list[str]:
        return chance.choices(pieces, k=chance.randint(1, most))

    return ["".join(chance.sample(made := some(PIECES, 50) + some(anything, 5), len(made))) for _ in range(number)]


def cut_here(text: str, language: Language) -> list[Any]:
    return [[word, names(word), [language.stem(name) for name in names(word)]] for word in cut(text)]


def all_texts(site: Site) -> Iterator[str]:
    for one in results(site.files):
        yield " ".join(one.values())


def test_both_sides_cut_and_stem_alike(own: Site, demo: Site) -> None:
    texts = [*all_texts(own), *all_texts(demo), *generated_texts(10_000)]
    there = answers(own.folder, *(["words", text] for text in texts))
    language = Language("en")
    differences = [
        (text, here, found)
        for text, found in zip(texts, there, strict=True)
        if (here := cut_here(text, language)) != found
    ]
    assert differences[:3] == []


def test_a_language_without_a_stemmer_is_cut_alike() -> None:
    text = "Cyfarfodydd a’r gŵyl: dŵr, tŷ, ffôn PWPs"
    [there] = asked([], ["words", text], language="cy")
    assert there == cut_here(text, Language("cy"))


# What is on a page to act with rather than to read, as docs/decisions/0012 draws the line.
FRAME = frozenset("nav form button script style svg template".split())
FRAME_CLASSES = frozenset({"kb-downloads", "kb-edit"})
# What can be around part of a word.
IN_WORDS = frozenset("a abbr b code del em i ins kbd mark s small span strong sub sup time wbr".split())


def words_of(page: Page) -> set[str]:
    """The words that somebody reads on a built page between its header and its footer."""
    (main,) = page.tree.iter("main")
    return set(re.findall(r"[^\W_]+", "".join(read(main))))


def read(element: Any) -> Iterator[str]:
    """The pieces of text in an element."""
    if not isinstance(element.tag, str) or element.tag in FRAME or {*element.classes} & FRAME_CLASSES:
        return
    gap = "" if element.tag in IN_WORDS else " "
    yield gap + (element.text or "")
    for child in element:
        yield from read(child)
        yield child.tail or ""
    yield gap


@pytest.mark.parametrize("which", ["own", "demo"])
def test_every_word_of_every_page_finds_that_page(which: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(which)
    pages = {page.address: words_of(page) for page in own_pages(site)}
    words, at = sorted(set().union(*pages.values())), addresses(site.files)
    assert set(at.values()) == set(pages)
    found = answers(site.folder, *(["numbers", word] for word in words))
    lost = {
        word: missing
        for word, numbers in zip(words, found, strict=True)
        if (missing := {page for page, held in pages.items() if word in held} - {at[number] for number in numbers})
    }
    assert lost == {}


def own_pages(site: Site) -> list[Page]:
    """The pages of records and written pages: without the editor, what is made to print or to answer, and what a wrong address shows."""
    others = re.compile(r"(404\.html|admin/|.*(pack|answer)/)$")
    return [page for page in site.pages if not others.match(page.address)]


def one(title: str, text: str = "", **details: str) -> SearchDocument:
    kind = details.pop("kind", "Pages")
    return SearchDocument(f"/{title}/", text, {"title": title, "kind": kind, **details}, {"kind": [kind]})


LUNCH = one("lunch", "We share lunch, after reflective practice.", kind="Initiatives")
PRACTICE = one("practice", "Practice that is reflective. Conversations about PHQ-9 and GAD-7.")
PEOPLE = one("people", "Each PWP has well-being days.", names="Buddying")
DOCUMENTS = [LUNCH, PRACTICE, PEOPLE]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("lunch", ["lunch"]),
        ("lunches", ["lunch"]),
        ("PWPs", ["people"]),
        ("wellbeing", ["people"]),
        ("phq9", ["practice"]),
        ("PHQ 9", ["practice"]),
        ("con", ["practice"]),
        ("conversatio", ["practice"]),
        ("buddy", ["people"]),
        ("reflective practice", ["practice", "lunch"]),
        ('"reflective practice"', ["lunch"]),
        ("“Reflective Practice” lunch", ["lunch"]),
        ('"practice reflective"', []),
        ("what is a lunch", ["lunch"]),
        ("lonch", ["lunch"]),
        ("zzzz", []),
        # Every object of a script has something by this name.
        ("constructor", []),
        ("—", []),
        # An accent and a soft hyphen without a letter.
        ("lunch \u0301 \u00ad", ["lunch"]),
    ],
)
def test_it_finds_what_is_meant(question: str, found: list[str]) -> None:
    [answer] = asked(DOCUMENTS, ["find", question])
    assert answer["urls"] == [f"{title}/" for title in found]


def test_a_page_that_only_shows_a_word_comes_after_those_about_it() -> None:
    listing = replace(one("all", "Everything."), shown="Lunch practice download")
    both, shown, partly = asked(
        [listing, *DOCUMENTS], ["find", "lunch"], ["find", "downloads"], ["find", "lunch download"]
    )
    assert both["urls"] == ["lunch/", "all/"]
    assert shown["urls"] == ["all/"]
    # It has both words, and so it is a result, but the other is about one.
    assert (partly["urls"], partly["partial"]) == (["lunch/", "all/"], False)


def test_first_results_of_a_beginning_need_few_files_and_all_of_them_follow() -> None:
    words = [f"plo{first}{second}" for first in "bcdfglmnprst" for second in "aeiou"]  # cspell:disable-line
    documents = [one(f"page{number}", " ".join(words[number % 7 :])) for number in range(300)]
    documents.append(one("last", "ploughing"))
    quick, whole = asked(documents, ["find", "plo", {}, 3, {"quick": True}], ["find", "plo"])
    assert (quick["more"], whole["more"]) == (True, False)
    assert len([path for path in quick["fetched"] if "/w-" in path]) == 4
    assert "last/" in whole["urls"]
    assert whole["number"] == 301


# cspell:disable
def test_a_beginning_finds_a_word_that_is_filed_elsewhere_by_its_stem() -> None:
    # "happiness" is filed as "happi", far from "happin" where there are many words between them.
    between = " ".join(f"happi{first}{second}" for first in "bcdfgh" for second in "bcdfghklmnp")
    documents = [*(one(f"page{number}", between) for number in range(60)), one("glad", "happiness")]
    [found] = asked(documents, ["find", "happin"])
    assert (found["urls"], found["shown"]) == (["glad/"], "happin")


# cspell:enable


def test_it_says_which_words_it_read_differently_and_which_no_page_has() -> None:
    misspelt, absent, split = asked(
        DOCUMENTS, ["find", "lonch"], ["find", "xylophone lunch"], ["find", "lunch buddying"]
    )
    assert (misspelt["shown"], misspelt["missing"]) == ("lunch", [])
    assert (absent["missing"], absent["urls"], absent["partial"]) == (["xylophone"], ["lunch/"], False)
    assert (split["missing"], set(split["urls"]), split["partial"]) == ([], {"lunch/", "people/"}, True)


def test_no_question_gives_everything_and_filters_narrow_it_down() -> None:
    everything, some = asked(DOCUMENTS, ["find", ""], ["find", "", {"kind": ["Initiatives"]}])
    assert everything["number"] == 3
    assert some["urls"] == ["lunch/"]
    assert some["counts"]["kind"] == {"Initiatives": 1, "Pages": 0}
    assert some["totals"]["kind"] == {"Initiatives": 1, "Pages": 2}


def test_what_did_not_come_is_told_and_what_came_is_shown() -> None:
    # So many words that "lunch" and "reflective" are in different files.
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = one("many", " ".join(f"m{first}{second}" for first in letters for second in letters))
    before, _, some, nothing = asked(
        [*DOCUMENTS, many], ["find", "lunch"], ["lose", "/w-"], ["find", "lunch reflective"], ["find", "reflective"]
    )
    assert before["failed"] is False
    assert (some["failed"], some["urls"]) == (True, ["lunch/"])
    assert nothing == {"error": "The index cannot be reached"}


def test_offline_it_goes_on_with_what_was_loaded() -> None:
    first, _, again = asked(DOCUMENTS, ["find", "lunch"], ["lose", ""], ["find", "lunch"])
    assert first["urls"] == again["urls"] == ["lunch/"]


def test_a_beginning_is_taken_from_three_letters_on() -> None:
    two, three = asked(DOCUMENTS, ["find", "bu"], ["find", "bud"])
    assert (two["urls"], three["urls"]) == ([], ["people/"])


def test_a_pasted_page_costs_no_more_than_its_first_words() -> None:
    text = " ".join(f"{letter}{other}x" for letter in "abcdefghijklm" for other in "abcdefghijklm")
    [answer] = asked([*DOCUMENTS, one("all", text)], ["find", text])
    assert len([path for path in answer["fetched"] if "/w-" in path]) <= 10
