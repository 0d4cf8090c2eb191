"""What the rules see of a text, and that nothing can hide from them and show on the page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from macros.pages.text import text_html
from macros.source.body import Body, anchors, read_body
from tests.support.cases import for_each
from tests.support.inventing import examples
from tests.support.time_taken import within


def shown(text: str) -> str:
    return text_html(text, read_body(text), lambda target: target)


def test_headings_links_and_images_are_found_with_their_places() -> None:
    text = "## What happens\n\nSee [a `b`](c.md) and ![A tree](tree.png).\n\nUnder it\n--------\n\n## What happens\n"
    body = read_body(text)
    assert [(heading.level, heading.text) for heading in body.headings] == [
        (2, "What happens"),
        (2, "Under it"),
        (2, "What happens"),
    ]
    assert anchors(body) == ["what-happens", "under-it", "what-happens_1"]
    assert [text[heading.offset :][:8] for heading in body.headings] == ["## What ", "Under it", "## What "]
    assert [(link.target, text[link.offset :][:4]) for link in body.links] == [("c.md", "c.md")]
    assert [(image.source, image.alternative, text[image.offset :][:4]) for image in body.images] == [
        ("tree.png", "A tree", "tree")
    ]
    assert body.constructs == body.leftovers == []


@for_each(
    ("text", "target", "place"),
    [
        ("[tea](tea.md)", "tea.md", "tea.md)"),
        ("[tea](  <tea.md> 'Tea')", "tea.md", "tea.md> 'Tea')"),
        ("![a cup][tea]\n\n[tea]: <tea.png>", "tea.png", "tea.png>"),
        ("[tea]\n\n[tea]:\n  tea.md", "tea.md", "tea.md"),
        ("<https://example.org>", "https://example.org", "https://example.org>"),
        ("www.example.org", "http://www.example.org", "www.example.org"),
        ("tea@team.invalid", "mailto:tea@team.invalid", "tea@team.invalid"),
    ],
)
def test_a_target_is_found_where_it_is_written(text: str, target: str, place: str) -> None:
    body = read_body(text)
    found = [(link.target, link.offset) for link in body.links] + [(one.source, one.offset) for one in body.images]
    assert found == [(target, len(text) - len(place))]


@for_each(
    ("words", "addresses"),
    [
        ("What happens", ["what-happens"]),
        ("Caffè & crème, R&D", ["caffe-creme-rd"]),
        ("Tea | Tea | Tea", ["tea", "tea_1", "tea_2"]),
        ("Tea_1 | Tea | Tea", ["tea_1", "tea", "tea_2"]),
        ("Tea | Tea_1 | Tea | Tea_1 | Tea", ["tea", "tea_1", "tea_2", "tea_3", "tea_4"]),
        ("Tea_5 | Tea_5 | Tea | Tea | Tea_5", ["tea_5", "tea_6", "tea", "tea_1", "tea_7"]),
        ("Beth? | 茶", ["beth", "_1"]),
        ("*Tea* at `one`", ["tea-at-one"]),
        # Parts of the page have these addresses.
        ("Main | Main | KB notes", ["main_1", "main_2", "kb-notes_1"]),
        (f"a_{'9' * 5000} | a_{'9' * 5000}", [f"a_{'9' * 5000}", f"a_{'9' * 5000}_1"]),
    ],
)
def test_a_heading_keeps_the_address_that_it_always_had(words: str, addresses: list[str]) -> None:
    text = "\n\n".join(f"## {one}" for one in words.split(" | "))
    assert anchors(read_body(text)) == addresses


@for_each(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Text <b onclick=x>b</b>",
        "<div>\n\n# a\n\n</div>",
        "<!-- a -->",
        "a <!-- b",
        "<iframe\nsrc=x>",
        "- <svg/onload=x>",
        "> <script>\n> x",
        "<style>p {}</style>",
        "<?php ?>",
        "</p>",
        "A [link](b.md){: onclick=x } and text.",
    ],
)
def test_the_code_of_pages_is_reported(text: str) -> None:
    assert read_body(text).constructs


@for_each(
    "text",
    [
        "Tom & Jerry < 3",
        "`<b>` and `a < b`",
        "~~~\n<b>\n~~~",
        "| a | b |\n|--:|---|\n| 1 | 2 |\n",
        "a  \nb\n\n---\n",
        "\\<b>",
    ],
)
def test_signs_alone_are_not_reported(text: str) -> None:
    assert read_body(text).constructs == []


def test_a_heading_that_is_too_deep_is_refused_as_a_whole() -> None:
    assert read_body("# " + "![" * 990 + "tea" + "](a)" * 990) == Body(is_too_complex=True)


@for_each(
    "text",
    [
        *("\n" * 250_000, "<a " * 80_000, "\\" * 200_000, "`a` " * 60_000, "# a\n" * 60_000),
        *("www." * 60_000, "a@b.c " * 40_000, "https://a.b " * 20_000, "|" * 250_000),
    ],
)
def test_a_body_that_nobody_would_write_is_refused_as_a_whole(text: str) -> None:
    assert read_body(text) == Body(is_too_complex=True)


@for_each(
    "text",
    [
        " " * 99 + "a" * 250_000,
        "(" * 250_000,
        "a" * 250_000 + "@" * 1_000,
        "&" * 250_000,
        ": " * 125_000,
        "[^" * 900 + "a" * 250_000,
    ],
)
def test_a_long_body_is_read_to_its_end(text: str) -> None:
    assert not read_body(text).is_too_complex


HOSTILE_WORDS = (
    "<pre> </pre> <!-- --> <!--> <![CDATA[ ]]> <script>alert(1)</script> <img src=x onerror=alert(1)> <div> </div> </x "
    "<!DOCTYPE <?php ?> `  ``` ~~~ { } {: onclick=a } [a](b) ![a](b) [a]: &lt; &#60; \\ * _ - > # | word \" ' = / : [^a] [^a]: "
    '[!NOTE] [ ] [x] [a](javascript:x) [a](data:text/html,x) javascript:x https://a.bc "onx=1 ~~ www.a.bc/"onx=1 !["](x"y)'
)
HOSTILE = st.lists(
    st.sampled_from([*HOSTILE_WORDS.split(), "\n", "\n\n", "    ", " ", "\t", "- ", "> ", "- [ ] "]), max_size=16
).map("".join)
MADE_BY_US = set(
    "html body p ul ol li strong em del a img blockquote pre code hr br table thead tbody tr th td div span sup section".split()
) | {f"h{level}" for level in range(1, 7)}
ATTRIBUTES = {"href", "src", "alt", "title", "id", "class", "start", "aria-label"}


@given(HOSTILE)
@settings(max_examples=examples(300))
@within(2)
def test_whatever_is_written_a_browser_gets_nothing_but_what_markdown_makes(text: str) -> None:
    """Even of a text that the check would refuse."""
    if read_body(text).is_too_complex:
        return
    page = shown(text)
    for element in html.document_fromstring(f"<div>{page}</div>").iter():
        if element.tag is not etree.Comment:
            assert element.tag in MADE_BY_US, (text, page)
            assert set(element.attrib) <= ATTRIBUTES, (text, page)
        for address in element.xpath("@href | @src"):
            assert not address.lower().startswith(("javascript:", "data:", "vbscript:")), (text, page)


@given(HOSTILE)
@settings(max_examples=examples(300))
@within(2)
def test_what_the_engine_leaves_out_has_been_reported(text: str) -> None:
    body = read_body(text)
    if not body.is_too_complex and "<!-- raw HTML omitted -->" in shown(text):
        assert body.constructs


def test_a_heading_does_not_take_the_address_that_every_page_has_for_what_it_holds() -> None:
    """A link that skips the menu leads to "main"."""
    assert anchors(read_body("## Main\n\n## Main points")) == ["main_1", "main-points"]
