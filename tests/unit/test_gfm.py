"""Texts are GitHub Flavored Markdown: what the engine makes of them, where each thing stands, and how deep it looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.source.gfm import NO_NUMBER, Kind, Node, TooComplex, parse
from macros.source.limits import is_too_complex
from tests.support.cases import for_each
from tests.support.inventing import examples
from tests.support.time_taken import within


def found(text: str, kind: Kind) -> list[Node]:
    return [node for node in parse(text).walk() if node.kind is kind]


def written(text: str, kind: Kind) -> list[str]:
    return [text[node.offset : node.end] for node in found(text, kind)]


def test_a_tree_has_every_block_and_part_of_a_line_in_the_order_of_the_text() -> None:
    text = "## Tea\n\n- [x] mint *and*\n  sage\n\n> [!TIP]\n> Wait."
    assert [node.kind for node in parse(text).walk()] == [
        Kind.DOCUMENT,
        Kind.HEADING,
        Kind.TEXT,
        Kind.LIST,
        Kind.TASK,
        Kind.PARAGRAPH,
        Kind.TEXT,
        Kind.EMPHASIS,
        Kind.TEXT,
        Kind.SOFT_BREAK,
        Kind.TEXT,
        Kind.ALERT,
        Kind.PARAGRAPH,
        Kind.TEXT,
    ]


def test_a_node_says_what_it_is_besides() -> None:
    [heading] = found("### Tea", Kind.HEADING)
    assert (heading.number, heading.words()) == (3, "Tea")
    assert [one.number for one in found("3. a\n\n- b\n\n0) c", Kind.LIST)] == [3, NO_NUMBER, 0]
    assert [one.is_set for one in found("- a\n- b\n\n1. c\n\n2. d", Kind.LIST)] == [True, False]
    assert [one.is_set for one in found("- [ ] a\n- [X] b", Kind.TASK)] == [False, True]
    [link] = found("[a](b.md 'c')", Kind.LINK)
    assert (link.target, link.title) == ("b.md", "c")
    assert [one.title for one in found("> [!WARNING]\n> Hot.", Kind.ALERT)] == ["warning"]
    table = "| a | b |\n|---|--:|\n| c | d |"
    assert [(one.number, one.title) for one in found(table, Kind.TABLE)] == [(2, "none right")]
    assert [one.is_set for one in found(table, Kind.ROW)] == [True, False]
    footnote = "Tea.[^why]\n\n[^why]: We asked."
    notes = [*found(footnote, Kind.FOOTNOTE_MARK), *found(footnote, Kind.FOOTNOTE)]
    assert [one.target for one in notes] == ["why"] * 2


def test_the_words_of_a_block_are_those_that_a_reader_hears() -> None:
    [paragraph] = found("Tea &amp; *soup*\nat `one`,\\\nsee ![a cup](cup.png)", Kind.PARAGRAPH)
    assert paragraph.words() == "Tea & soup at one, see a cup"


@for_each(
    ("text", "kind", "places"),
    [
        ("Zoë ate *soup* 🍲 and **bread**.", Kind.STRONG, ["**bread**"]),
        ("- tea\n\n  [more](a.md)", Kind.LINK, ["[more](a.md)"]),
        ("> one\n> `two`", Kind.CODE, ["`two`"]),
        ("\t-\ttea", Kind.CODE_BLOCK, ["-\ttea"]),
        ("| a \\| b \\| *c* | *d* |\n|---|---|\n| \\| *e* | *f* \\| |", Kind.EMPHASIS, ["*c*", "*d*", "*e*", "*f*"]),
        ("tea at www.example.org and tea@team.invalid", Kind.LINK, ["www.example.org", "tea@team.invalid"]),
    ],
)
def test_everything_is_found_where_it_is_written(text: str, kind: Kind, places: list[str]) -> None:
    assert written(text, kind) == places


WORDS = st.sampled_from(
    ["tea", "Zoë", "🍲", "*soup*", "`a|b`", "[x](y)", "~~no~~", "1", "\n", "\n\n", "- ", "> ", "| ", "\t"]
)


@given(st.lists(WORDS, max_size=20).map(" ".join))
@settings(max_examples=examples(200))
@within(2)
def test_the_words_of_a_text_stand_where_the_tree_says(text: str) -> None:
    for node in parse(text).walk():
        if node.kind is Kind.TEXT:
            assert text[node.offset : node.end] == node.literal


DEEP: dict[str, Callable[[int], str]] = {
    "quotations": lambda deep: ">" * deep + "tea",
    "lists": lambda deep: "- " * deep + "tea",
    "indented lists": lambda deep: "\n".join("  " * level + "- tea" for level in range(deep)),
    "lists after tabs": lambda deep: "\n".join("\t" * level + "- tea" for level in range(deep)),
    "stars": lambda deep: "*" * deep + "tea" + "*" * deep,
    "stars and underlines": lambda deep: "*a _b " * deep + "tea" + "_ *" * deep,
    "pictures in a heading": lambda deep: "# " + "![" * deep + "tea" + "](a)" * deep,
    "pictures": lambda deep: "![" * deep + "tea" + "](a)" * deep,
}


@for_each("name", DEEP)
def test_a_text_that_is_nested_too_deeply_is_not_read(name: str) -> None:
    for deep in (2_000, 250):
        with pytest.raises(TooComplex):
            parse(DEEP[name](deep))


@for_each(
    "text",
    [
        "A list of **much**:\n\n" + "- **tea** and *soup*\n" * 200,
        "| " + "**a** | " * 12 + "\n|" + "---|" * 12 + ("\n| " + "*b* | " * 12) * 30,
        "> " * 11 + "deep, but written by a person",
        "-" * 200,
        "* * *",
        "See [tea](tea.md). " * 500,
        "| Day | Who | What |\n|---|---|---|\n" + "| Monday | Team A | Tea |\n" * 400,
    ],
)
def test_what_people_write_is_read(text: str) -> None:
    assert not is_too_complex(text)


@pytest.mark.thorough
@for_each(
    "text",
    [
        # A short text that would be filled up to a page of a million cells.
        "|" + "a|" * 500 + "\n|" + "-|" * 500 + "\n" + "a|\n" * 1_900,
        "a|" * 100 + "\n" + "-|" * 100 + "\n" + "a\n" * 1_900 + "\n" + "a" * 200_000,
        "|" + "a|" * 50_000 + "\n|" + "-|" * 50_000,
        "Write to" + " team@service.invalid" * 5_000,
    ],
)
def test_a_text_that_would_take_long_or_make_a_page_of_megabytes_is_not_read(text: str) -> None:
    with pytest.raises(TooComplex):
        parse(text)
