"""Nothing may hide from the quick look at a body and show on the page: both ways of reading it agree."""

from __future__ import annotations

import functools
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from macros.source.body import Body, Heading, plain_body
from macros.source.markdown import SiteMarkdown, anchors, inspected_body, read_body, site_markdown
from tests.support.inventing import examples
from tests.support.project import ROOT

SIGNS = st.sampled_from(
    [
        *"#[]()*_-=>!:|~+.;,'\"&%^$@/ab",
        "1.",
        "23.",
        "1)",
        "##",
        "### ",
        "**",
        "~~~",
        "---",
        "===",
        "!!!",
        "???",
        "<b>",
        "`",
        "\\",
        "{: #a }",
    ]
    + [
        "[a](b)",
        "[a](b.md#c)",
        "[*a*](b)",
        "![a](b)",
        "[a]: b",
        "[a][b]",
        "[a]()",
        "[^1]",
        "*[A]: b",
        "https://a.b",
        "a@b.cd",
        "C&D",
        "&amp;",
    ]
    + ["- [ ] ", "| a | b |\n|---|---|\n", ": ", "word", "Zoë", "İ", "\u00a0", "50%", "!!! note", ">#", "- #"]
    + [" "] * 6
    + ["  ", "    ", "\t"]
    + ["\n"] * 6
    + ["\n\n", "\n## ", "\n# ", "\n- ", "\n    "]
)
BODIES = st.lists(SIGNS, max_size=14).map("".join)


@functools.cache
def converter(every_extension: bool) -> SiteMarkdown:
    if every_extension:
        names = ["toc", "tables", "fenced_code", "sane_lists", "admonition", "attr_list", "md_in_html", "def_list"]
        return SiteMarkdown(names, {})
    return site_markdown(ROOT)


def seen(body: Body) -> object:
    headings = [(heading.level, heading.text) for heading in body.headings]
    return headings, anchors(body), [link.target for link in body.links], body.images, body.constructs


@given(BODIES, st.booleans())
@settings(max_examples=examples(300), deadline=timedelta(seconds=2))
def test_both_ways_of_reading_a_body_agree(text: str, every_extension: bool) -> None:
    plain = plain_body(text)
    if plain is not None:
        assert seen(plain) == seen(inspected_body(text, converter(every_extension)))


@pytest.mark.parametrize(
    "text",
    [
        "## What we did\n\nA walk. See [the survey](../evidence/survey.md#what-it-means).\n",
        "1. One\n2. *Two*\n\n- **three**\n",
        "R & D: 50% _off_",
    ],
)
def test_ordinary_prose_is_plain(text: str) -> None:
    plain = plain_body(text)
    assert plain is not None
    assert seen(plain) == seen(inspected_body(text, converter(False)))


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "`<b>`",
        "{: onclick=x }",
        "\\[",
        "![a](b)",
        "[a][b]",
        "[a]: b",
        "&#106;",
        "a\n===",
        "- a\n  ---",
        "- # a",
        "> # a",
        "#a",
        "##  a #",
        "# *a*",
        "| a\n|--",
        "!!! note",
        "~~~\n[a](b)\n~~~",
        "    # a",
        "[a",
        "[a](b 'c')",
        "[a](<b>)",
        "\t# a",
        "[TOC]",
    ],
)
def test_what_is_not_certainly_plain_gets_a_closer_look(text: str) -> None:
    assert plain_body(text) is None


def test_headings_links_and_images_are_found_with_their_places() -> None:
    text = "## What we did\n\nSee [a `b`](c.md) and ![A tree](tree.png).\n\nUnder it\n--------\n\n## What we did\n"
    body = read_body(text, lambda: converter(False))
    assert [(heading.level, heading.text) for heading in body.headings] == [
        (2, "What we did"),
        (2, "Under it"),
        (2, "What we did"),
    ]
    assert anchors(body) == ["what-we-did", "under-it", "what-we-did_1"]
    assert [text[heading.offset :][:8] for heading in body.headings] == ["## What ", "Under it", "## What "]
    assert [(link.target, text[link.offset :][:4]) for link in body.links] == [("c.md", "c.md")]
    assert [(image.source, image.alternative, text[image.offset :][:4]) for image in body.images] == [
        ("tree.png", "A tree", "tree")
    ]
    assert body.constructs == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Text <b onclick=x>b</b>",
        "<div>\n\n# a\n\n</div>",
        "<!-- a -->",
        "<iframe\nsrc=x>",
        "- <svg/onload=x>",
        "> <script>\n> x",
        "<style>p {}</style>",
        "<?php ?>",
        "</p>",
        "!!! note\n    Text",
    ],
)
def test_what_markdown_alone_does_not_make_is_odd(text: str) -> None:
    assert read_body(text, lambda: converter(False)).constructs


def test_an_attribute_list_is_odd_where_the_site_reads_them() -> None:
    text = "A [link](b.md){ onclick=x } and text.\n{: style=color }"
    assert {oddity.snippet for oddity in read_body(text, lambda: converter(True)).constructs} == {"onclick", "style"}


@pytest.mark.parametrize(
    "text",
    ["Tom & Jerry < 3", "`<b>` and `a < b`", "~~~\n<b>\n~~~", "| a | b |\n|--:|---|\n| 1 | 2 |\n", "a  \nb\n\n---\n"],
)
def test_what_markdown_makes_is_not_odd(text: str) -> None:
    assert read_body(text, lambda: converter(False)).constructs == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "<a " * 80_000,
        "- " * 100_000,
        "* * " * 60_000,
        "1. " * 80_000,
        "- \n" * 80_000,
        "# a\n" * 60_000,
        "\\" * 200_000,
        "`a` " * 60_000,
    ],
    ids=lambda text: text[:4],
)
def test_a_body_that_markdown_cannot_bear_is_refused_as_a_whole(text: str) -> None:
    body = read_body(text, lambda: converter(False))
    assert body == Body(is_too_complex=True)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("#" * 250_000 + "x", Body(headings=[Heading(6, "#" * 249_994 + "x", 0, "x")])),
        ("\n" * 250_000, Body(is_too_complex=True)),
        (" " * 250_000, Body()),
    ],
    ids=["heading", "lines", "spaces"],
)
def test_a_long_body_is_read_to_its_end_or_refused(text: str, body: Body) -> None:
    assert read_body(text, lambda: converter(False)) == body


@pytest.mark.parametrize("text", ["*a " * 80_000, "(" * 250_000, "_" * 250_000 + "x"], ids=lambda text: text[:2])
def test_a_long_body_of_plain_prose_is_never_given_to_markdown(text: str) -> None:
    def no_converter() -> SiteMarkdown:
        raise AssertionError("the signs in it make nothing, and Markdown would look for the end of each")

    assert read_body(text, no_converter) == Body()


HOSTILE_WORDS = (
    "<pre> </pre> <!-- --> <!--> <![CDATA[ ]]> <script>alert(1)</script> <img src=x onerror=alert(1)> <div> </div> </x "
    "<!DOCTYPE <?php ?> `  ``` ~~~ { } {: onclick=a } [a](b) ![a](b) [a]: &lt; &#60; \\ * _ - > # | word \" ' = / :"
)
HOSTILE = st.lists(
    st.sampled_from([*HOSTILE_WORDS.split(), "\n", "\n\n", "    ", " ", "\t", "- ", "> "]), max_size=16
).map("".join)
MADE_BY_MARKDOWN = set(
    "html body p ul ol li strong em a img blockquote pre code hr br table thead tbody tr th td div".split()
) | {f"h{level}" for level in range(1, 7)}


@given(HOSTILE, st.booleans())
@settings(max_examples=examples(300), deadline=timedelta(seconds=2))
def test_what_is_accepted_holds_nothing_but_markdown_for_another_parser_too(text: str, every_extension: bool) -> None:
    """The inspector reads HTML with one parser and browsers with another, so that a third has the last word here."""
    body = read_body(text, lambda: converter(every_extension))
    if body.constructs or body.is_too_complex:
        return
    shown, _ = converter(every_extension).convert(text)
    for element in html.document_fromstring(f"<div>{shown}</div>").iter():
        assert element.tag in MADE_BY_MARKDOWN, (text, shown)
        assert not [name for name in element.attrib if name.startswith("on")], (text, shown)


def test_a_heading_is_found_below_a_text_that_starts_with_its_first_word() -> None:
    text = "## How\n\nWhat `x` is.\n\n## What changed\n\nNothing.\n"
    headings = inspected_body(text, converter(False)).headings
    assert [text[heading.offset :].partition("\n")[0] for heading in headings] == ["## How", "## What changed"]
