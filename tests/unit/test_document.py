"""Whatever is in a file, the reader returns what was written or says what is wrong: it never fails and never hangs."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.library.library import Library, read_library
from macros.library.reading import read_record
from macros.lint.diagnostics import Diagnostic
from macros.lint.engine import check_document
from macros.source.diagnostic import Span, flatten
from macros.source.document import CONTROL, Document, parse_document, read_document
from macros.source.front_matter import DAMAGED
from tests.support.cases import for_each
from tests.support.inventing import examples
from tests.support.project import ROOT, TODAY
from tests.support.time_taken import within

PATH = "content/initiatives/shared-lunch.md"

PIECES = st.sampled_from(
    [
        "title: ",
        "summary: ",
        "stage: ",
        "tags:\n",
        "added: 2026-01-10\n",
        "- ",
        "  - ",
        "? ",
        ": ",
        "\n",
        "\n  ",
        "\n---\n",
        "---",
        "[",
        "]",
        "{",
        "}",
        "[[",
        "{a: ",
        "'",
        '"',
        "''",
        "&a ",
        "*a",
        "<<: *a\n",
        "!!str ",
        "!x ",
        "%YAML 1.2\n",
        "|\n",
        ">-\n",
        "# ",
        " #",
        "...",
        "\n...\n",
        "\t",
        "\xa0",
        "é",
        "💚",
        "\u200b",
        "\u2028",
        "\u2029",
        "\x00",
        "\x85",
        "\ufeff",
        "\x1b[31m",
        "\\",
        '"\\x3c"',
        "trying",
        "peer-support",
        "2026",
        "~",
        "null",
        "=",
        ",",
        "## What happens\n",
        "[a](b)",
        "<b>",
        "{{ x }}",
        "@",
    ]
)
SOUP = st.lists(PIECES, max_size=25).map("".join)
FRONT_MATTER = SOUP.map(lambda soup: f"---\n{soup}\n---\nText.\n")
FILES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    SOUP.map(str.encode),
    FRONT_MATTER.map(str.encode),
    FRONT_MATTER.map(lambda text: text.replace("\n", "\r\n").encode("utf-8-sig")),
    FRONT_MATTER.map(lambda text: text.encode("utf-16")),
    st.tuples(FRONT_MATTER, st.binary(min_size=1, max_size=4)).map(lambda both: both[0].encode() + both[1]),
)


@functools.cache
def smallest_library() -> Library:
    return read_library(ROOT / "tests/networks/smallest")


def parsed(data: str | bytes) -> Document:
    document = Document(PATH, "initiative", "shared-lunch")
    parse_document(document, data.encode() if isinstance(data, str) else data)
    return document


def record_with(front_matter: str) -> Document:
    return parsed(f"---\n{front_matter}\n---\n")


def codes(document: Document) -> list[str]:
    return [rejection.code for rejection in document.rejections]


def findings(document: Document) -> list[Diagnostic]:
    library = smallest_library()
    record = read_record(document, library.network)
    of_kind = {} if record is None else {record.id: record}
    alone = Library(library.network, root=library.root, documents={document.path: document})
    alone.records["initiative"] = of_kind
    return list(check_document(document, alone, TODAY))


def with_plain_line_ends(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def check_anything(data: bytes) -> None:
    document = parsed(data)
    found = findings(document)
    assert document.values or found, "what gives no record is explained"
    text = with_plain_line_ends(data)
    if document.text:
        assert CONTROL.sub(DAMAGED, document.text) == CONTROL.sub(DAMAGED, text)
        assert document.text.endswith(document.body)
    lines = text.split("\n")
    for finding in found:
        span = finding.span
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert "\n" not in finding.message


def test_a_key_that_is_a_mapping_is_explained() -> None:
    check_anything(b"--\n? (: #0")


@pytest.mark.thorough
@given(FILES)
@settings(max_examples=examples(500))
@within(2)
def test_any_file_is_read_or_explained(data: bytes) -> None:
    check_anything(data)


# What is nested deeply enough overflows the stack of the C parser, which no exception handler survives.
DEEP = {
    "brackets": "a: " + "[" * 60_000,
    "brackets over the limit of size": "a: " + "[" * 70_000,
    "closed brackets": "a: " + "[" * 30_000 + "]" * 30_000,
    "braces": "a: " + "{a: " * 15_000,
    "lists": "- " * 30_000,
    "lists with wide gaps": "-   " * 15_000,
    "lists in a field": "a:\n" + " -  " * 15_000,
    "question marks": "? " * 30_000,
    "colons": ": " * 30_000,
    "mixed": "a:\n" + "- ? " * 15_000,
    "small steps": "\n".join(" " * depth + "-" for depth in range(300)),
    "small steps and brackets": "\n".join(" " * depth + "-" for depth in range(15)) + " [" * 20_000,
    "steps that start again": "\n".join(" " * (depth % 14) + "- -" for depth in range(4_000)),
    "fields in fields": "\n".join(" " * depth + "a:" for depth in range(300)),
    "aliases": "a: &a [x, x]\n" + "\n".join(f"b{i}: &b{i} [*a, *a]" for i in range(3_000)),
}


@pytest.mark.thorough
@for_each("name", DEEP)
def test_what_is_nested_too_deeply_is_refused(name: str) -> None:
    document = record_with(DEEP[name])
    assert not any(text for _, text in flatten(document.values))
    assert findings(document)


def test_a_large_file_is_refused_and_a_fairly_large_one_is_read() -> None:
    large = "---\na: b\n---\n" + "word " * 51_000
    assert codes(parsed(large)) == []
    assert codes(parsed(large + "word " * 2_000)) == ["front-matter-too-large"]


def test_thousands_of_mistakes_are_found_in_little_time() -> None:
    document = record_with("\n".join(f"a{number}: x" for number in range(6_000)))
    assert 100 <= len(findings(document)) <= 120


# The reader takes every scalar for the text that was written. Other readers make numbers, times and truths of these.
WRITTEN = ["12:30", "no", "Yes", "02023", "1e3", "0x1F", "0b1", "2018-08-06", "1_000", "=", ".inf", "-.5", "+1", "@x"]


@for_each("written", WRITTEN[:-1])
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    assert record_with(f"a: {written}").values == {"a": written}
    assert record_with(f"a: [{written}, '{written}', \"{written}\"]").values == {"a": [written] * 3}


@for_each("written", ["null", "~", "Null", "NULL"])
def test_null_is_blank_unless_it_is_quoted(written: str) -> None:
    assert record_with(f"a: {written}").values == {}
    assert record_with(f"a: [{written}, '{written}', \"{written}\", x]").values == {"a": [written, written, "x"]}
    assert record_with(f"a: [{written}]\nb:\n  c: {written}\n{written}: d").values == {written: "d"}


@for_each(
    ("written", "value"),
    [
        ("'it''s'", "it's"),
        ('"say \\"hi\\""', 'say "hi"'),
        ('"a\\\\b"', "a\\b"),
        ("'a\\x3cb'", "a\\x3cb"),
        ("a\\x3cb", "a\\x3cb"),
        (">-\n  one\n  two", "one two"),
        ("|\n  one\n  two", "one\ntwo\n"),
        ("one\n  two", "one two"),
        ("one # a comment", "one"),
        ("one#two", "one#two"),
    ],
)
def test_quoted_folded_and_literal_text(written: str, value: str) -> None:
    assert record_with(f"a: {written}").values == {"a": value}


@for_each("blank", ["", " ", " ''", ' ""', " # a comment"])
def test_a_blank_field_has_no_value_but_is_there(blank: str) -> None:
    document = record_with(f"a:{blank}\nb: c")
    assert document.values == {"b": "c"}
    assert document.has_key(("a",))
    assert document.span(("a",)) == Span(2, 1, 1)


@for_each(
    ("written", "line", "column"),
    [
        ('a: "\\x3cscript>"', 2, 5),
        ('a: "\\e[31m"', 2, 5),
        ('a: "\\u202e"', 2, 5),
        ('a: "{\\\n  {"', 2, 6),
        ('a: "one\n  \\x7b"', 3, 3),
    ],
)
def test_an_escape_that_could_hide_something_from_the_rules_is_refused(written: str, line: int, column: int) -> None:
    document = record_with(written)
    assert document.values == {}
    assert [(rejection.span.line, rejection.span.column) for rejection in document.rejections if rejection.span] == [
        (line, column)
    ]
    assert findings(document)


@for_each(
    ("text", "values", "body"),
    [
        ("---\na: b\n---\nText.\n", {"a": "b"}, "Text.\n"),
        ("---\r\na: b\r\n---\r\nText.\r\n", {"a": "b"}, "Text.\n"),
        ("---\ra: b\r---\rText.\r", {"a": "b"}, "Text.\n"),
        ("\ufeff---\na: b\n---\nText.\n", {"a": "b"}, "Text.\n"),
        ("---\na: b\n---", {"a": "b"}, ""),
        ("---\na: b\n---\n", {"a": "b"}, ""),
        ("---\na: b\n---\n---\nText.\n", {"a": "b"}, "---\nText.\n"),
        ("---\n---\nText.\n", {}, "Text.\n"),
        ("---\n---", {}, ""),
        ("---\n# A comment.\n---\n", {}, ""),
    ],
)
def test_the_front_matter_stands_between_fences(text: str, values: dict[str, str], body: str) -> None:
    document = parsed(text)
    assert (document.values, document.body, document.rejections) == (values, body, [])


@for_each(
    ("text", "code"),
    [
        ("", "front-matter-missing"),
        ("Text.\n", "front-matter-missing"),
        ("\n---\na: b\n---\n", "front-matter-missing"),
        (" ---\na: b\n---\n", "fence-inexact"),
        ("---  \na: b\n---\nText.", "fence-inexact"),
        ("---\na: b\n---\t\nText.", "fence-inexact"),
        ("----\na: b\n---\n", "fence-inexact"),
        ("--- #\na: b\n---\n", "front-matter-missing"),
        ("---\na: b\n----\n", "fence-inexact"),
        ("---\na: b\n ---\n", "fence-inexact"),
        ("---\na: b\n\n## Text\n\n---\n", "front-matter-unclosed"),
        ("---\na: b\n...\nc: d\n---\n", "front-matter-unreadable"),
        ("---\na: b: c\n---\n", "front-matter-unreadable"),
        ("---\na: 'b\n---\n", "front-matter-unreadable"),
        ("---\n- a\n---\n", "front-matter-not-a-mapping"),
        ("---\na\n---\n", "front-matter-not-a-mapping"),
        ("---\na: b\na: c\n---\n", "key-duplicated"),
        ("---\na: b\n'a': c\n---\n", "key-duplicated"),
        ("---\na: &b c\n---\n", "yaml-feature-refused"),
        ("---\na: *b\n---\n", "yaml-feature-refused"),
        ("---\na: !!str b\n---\n", "yaml-feature-refused"),
        ("---\n<<: b\n---\n", "yaml-feature-refused"),
        ("---\n%YAML 1.1\na: b\n---\n", "front-matter-unreadable"),
        ("---\n? [a]\n: b\n---\n", "yaml-feature-refused"),
        ("---\na: \x1b[31m\n---\n", "character-forbidden"),
        ("---\na: b\n---\nText\u2028\n", "character-forbidden"),
        ("---\na: b\n---\n\x00", "character-forbidden"),
    ],
)
def test_what_is_not_front_matter_is_refused(text: str, code: str) -> None:
    assert codes(parsed(text)) == [code]
    assert findings(parsed(text))


@for_each(
    ("data", "line", "column"),
    [
        (b"---\na: caf\xe9\n---\n", 2, 7),
        (b"---\r\n\xc3\xa9: caf\xe9\r\n---\r\n", 2, 7),
        (b"---\r\xe9", 2, 1),
        (b"\xef\xbb\xbf---\xe9", 1, 4),
        (b"---\na: \xed\xa0\x80\n---\n", 2, 4),
        ("---\na: b\n---\n".encode("utf-16"), 1, 1),
    ],
)
def test_what_is_not_utf_8_is_shown_where_it_stands(data: bytes, line: int, column: int) -> None:
    document = parsed(data)
    assert codes(document)[0] == "encoding-invalid"
    assert document.rejections[0].span == Span(line, column)


def test_every_field_remembers_its_place() -> None:
    document = record_with(
        "title: Lunch\n\n# A comment.\nquotes:\n  - text: 'Siân: yes'\n    role: chair\nwhy: >-\n  one\n  two"
    )
    assert document.span(("title",)) == Span(2, 8, 5)
    assert document.span(("title",), key=True) == Span(2, 1, 5)
    assert document.span(("quotes", 0, "text")) == Span(6, 11, 11)
    assert document.span(("quotes", 0, "role"), key=True) == Span(7, 5, 4)
    assert document.span(("why",)) == Span(8, 6, 1, whole=False)
    # What is not there is shown at what would hold it.
    assert document.span(("quotes", 0, "service")).line == 6
    assert document.span(("quotes", 1)).line == 6
    assert document.span(("added",)) == Span()
    assert not document.has_key(("added",))
    assert not document.has_key(("title", "of"))


def test_a_place_in_the_body_is_a_place_in_the_file() -> None:
    document = parsed("---\na: b\n---\n\nÉté **here**.\n")
    assert document.body_span(document.body.index("here"), 4) == Span(5, 7, 4)
    assert document.line(5) == "Été **here**."
    assert (document.line(0), document.line(7), document.line(9)) == ("", "", "")


def test_the_line_of_an_error_is_the_one_to_mend() -> None:
    document = record_with("title: Lunch\nsummary: 'A lunch\n\n")
    span = document.rejections[0].span
    assert span is not None
    assert span.line in (3, 4)
    assert findings(document)[0].rule == "front-matter-unreadable"


def test_flattened_values_keep_their_order() -> None:
    assert flatten({"a": "1", "b": ["2", {"c": "3"}]}) == [(("a",), "1"), (("b", 0), "2"), (("b", 1, "c"), "3")]


def test_a_file_that_cannot_be_opened_is_a_problem_and_not_an_exception() -> None:
    with tempfile.TemporaryDirectory() as folder:
        document = read_document(Path(folder), "content/initiatives/a.md", "initiative")
        (finding,) = findings(document)
        assert finding.message.startswith("This file cannot be read: Is a directory.")
