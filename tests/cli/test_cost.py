"""What a text costs follows from its length: benchmarks/cost.py has the seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.cost import LUNCH, page_of
from benchmarks.patterns import SIZE, patterns
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.source.body import read_body
from macros.source.gfm import MOST_TIMES, parse
from tests.support.project import TODAY

PATTERNS = patterns()
# A text of a few lines is smaller than what stands around it on its page.
SMALL = 1_000
# The most parts that a text may have, whatever its length: blocks, words, cells. Python takes some microseconds for each.
MOST_PARTS = 50_000
# What one rule says of one file.
MOST_OF_A_RULE = 500


@pytest.mark.parametrize("name", PATTERNS)
def test_a_page_is_not_much_larger_than_its_text(name: str) -> None:
    for text in (PATTERNS[name], PATTERNS[name][: len(PATTERNS[name]) // 20], PATTERNS[name][:SMALL]):
        parts = read_body(text)
        assert len(page_of(text, parts)) <= (MOST_TIMES + 1) * max(len(text), SMALL)
        if not parts.is_too_complex:
            assert sum(1 for _ in parse(text).walk()) <= MOST_PARTS


def test_a_rule_says_the_same_of_a_file_so_often_and_no_more(smallest: Path) -> None:
    lunch = (smallest / LUNCH).read_text(encoding="utf-8")
    for name, text in PATTERNS.items():
        # Enough for thousands of findings, if nothing kept them few.
        (smallest / LUNCH).write_text(f"{lunch}{text[:30_000]}\n", encoding="utf-8")
        found = [one.rule for one in check_library(read_library(smallest), TODAY)]
        assert {rule: found.count(rule) for rule in found if found.count(rule) > MOST_OF_A_RULE} == {}, name


def test_the_texts_are_as_large_as_a_file_may_be() -> None:
    assert len(PATTERNS) > 85
    assert sum(len(text.encode()) > SIZE * 0.9 for text in PATTERNS.values()) > 60


def test_an_ordinary_table_and_its_footnotes_are_a_page() -> None:
    """The limits are far above what people write: 60 rows of 6 columns, and 20 footnotes."""
    table = "\n".join(["| a | b | c | d | e | f |", "|---|---|---|---|---|---|", *["| 1 | | 3 | | 5 | |"] * 60])
    notes = "\n".join(f"Said somebody.[^{number}]\n\n[^{number}]: A source.\n" for number in range(20))
    assert not read_body(f"{table}\n\n{notes}").is_too_complex


def test_the_cost_of_links_with_headings_is_bounded(smallest: Path) -> None:
    """Each of 480 links to a heading that is not there is told, and the nearest heading only for the first."""
    theme = smallest / "content/themes/peer-support.md"
    headings = "\n\n".join(f"## Heading number {number}" for number in range(60))
    theme.write_text(f"{theme.read_text(encoding='utf-8')}\n{headings}\n", encoding="utf-8")
    links = "\n".join(f"- [a](../themes/peer-support.md#the-heading-number-{number})" for number in range(480))
    lunch = smallest / LUNCH
    lunch.write_text(f"{lunch.read_text(encoding='utf-8')}\n{links}\n", encoding="utf-8")
    told = [one.message for one in check_library(read_library(smallest), TODAY) if one.rule == "link-broken"]
    assert len(told) == 480
    assert sum("Did you mean" in message for message in told) == 20
