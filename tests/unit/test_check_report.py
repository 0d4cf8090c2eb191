"""Whatever the validator reports, the comment on a pull request can read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.lint.check_report import MOST_BYTES, json_report, read_report
from macros.lint.diagnostics import Diagnostic, Fix, Level
from macros.lint.engine import rules
from macros.source.diagnostic import Span
from macros.source.document import MAX_FILE_BYTES, Document
from tests.support.cases import for_each

ANYTHING = st.text() | st.text('a\x1b\u202e\u3164\ud800"\\ \n', max_size=3) | st.integers(0, 9000).map("a".__mul__)
NAMES = ANYTHING.map(lambda name: name.replace("/", "")).filter(lambda name: name not in ("", ".", ".."))
PLACES = st.integers(1, MAX_FILE_BYTES + 1)
SPANS = st.builds(Span, PLACES, PLACES, PLACES)


@given(
    st.lists(NAMES, max_size=3),
    SPANS,
    ANYTHING,
    st.none() | st.builds(Fix, st.none() | SPANS, ANYTHING),
    ANYTHING,
    ANYTHING,
)
def test_any_diagnostic_is_read_as_it_was_written(
    names: list[str], span: Span, message: str, fix: Fix | None, text: str, address: str
) -> None:
    path = "/".join(["content", *names])
    one = Diagnostic(path, span, message, fix, "a-rule", Level.WARNING)
    [read] = read_report(json_report([one], {path: Document(path, "", "", text)}, {"a-rule": address}).encode())
    assert (read.line, read.level, read.rule, read.message) == (span.line, Level.WARNING, "a-rule", one.message)
    assert read.path.startswith("content")


def test_every_rule_can_be_named() -> None:
    every = [Diagnostic("content/a.md", Span(), "Wrong.", None, rule) for rule in rules()]
    assert [one.rule for one in read_report(json_report(every, {}, {}).encode())] == [*rules()]


@for_each(
    "name",
    [
        "Shared Lunch.md",
        "Siân.md",
        "lunch (1) [new].md",
        "tea & talk.md",
        ".DS_Store",
        "a\x1b[2J\n.md",
        "\udcff.md",
        "日本.md",
        "~$a.docx",
    ],
)
def test_any_name_of_a_file_is_read(name: str) -> None:
    [one] = read_report(json_report([Diagnostic(f"content/{name}", Span(), "No.", rule="a")], {}, {}).encode())
    assert one.path == f"content/{name}".replace("\x1b", "[U+001B]").replace("\n", "[U+000A]").replace(
        "\udcff", "[U+DCFF]"
    )


def test_many_are_read_to_the_last() -> None:
    many = [Diagnostic("content/a.md", Span(line), "Wrong.", rule="a") for line in range(1, 5001)]
    assert len(read_report(json_report(many, {}, {}).encode())) == 5000


@pytest.mark.thorough
def test_more_than_fit_are_not_written() -> None:
    large = Diagnostic("content/a.md", Span(), "\N{GRINNING FACE}" * 1000, rule="a")
    written = json_report([large] * (MOST_BYTES // 4000), {}, {}).encode()
    assert MOST_BYTES - 5000 < len(written) <= MOST_BYTES
    assert len(read_report(written)) == len(json.loads(written)) > MOST_BYTES // 5000
