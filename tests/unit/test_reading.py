"""From text to a record: every mistake a model finds becomes a problem that a rule explains."""

from __future__ import annotations

from datetime import date

from macros.kinds import Initiative, Record
from macros.library.reading import read_page, read_record
from macros.lint.engine import check_document
from macros.lint.report import one_line
from tests.support.cases import for_each
from tests.support.project import TODAY
from tests.unit.test_document import parsed, smallest_library

LUNCH = """---
title: A made-up lunch
summary: An initiative that is made up for tests, so that other records have one to name.
added: 2026-01-10
tags: [peer-support]
source: {{title: A made-up report, url: "https://example.invalid/"}}
stage: trying
services: [sample-brindle]
started: 2025-09
{}
---

## What happens

We ate.

## How to try it

Eat.

## What changed

Nothing.
"""


def read(extra: str = "", text: str = LUNCH) -> Record | None:
    return read_record(parsed(text.format(extra)), smallest_library().network)


def lines(extra: str) -> list[str]:
    document = parsed(LUNCH.format(extra))
    read_record(document, smallest_library().network)
    found = check_document(document, smallest_library(), TODAY)
    return [one_line(finding).removeprefix(f"{document.path}:") for finding in found]


def test_values_get_their_types() -> None:
    record = read("minutes: 30\nupdates:\n  - date: 2026-03-12\n    note: Changed.")
    assert isinstance(record, Initiative)
    assert (record.id, record.path, record.minutes, record.stage.label) == (
        "shared-lunch",
        "initiatives/shared-lunch.md",
        30,
        "Tried or being tried",
    )
    assert record.last_change == date(2026, 3, 12)
    assert lines("minutes: 30") == []


@for_each(
    ("extra", "start"),
    [
        ("minutes: many", "10:10: error [type-wrong]"),
        ("minutes: " + "9" * 30, "10:10: error [number-out-of-range]"),
        ("minutes: " + "9" * 5_000, "10:10: error [type-wrong]"),
        ("minutes: 0", "10:10: error [number-out-of-range]"),
        ("minutes: [1]", "10:10: error [type-wrong]"),
        ("reviews:\n  - date: 1 May 2026\n    outcome: still right", "11:11: error [date-invalid] Write the date"),
        ("cost: fee", '10:7: error [choice-unknown] "fee"'),
        ("cost: [free]", "10:7: error [choice-unknown]"),
        ("tier: team", '10:7: error [choice-unknown] "team"'),
        ("tier: [organisational]", "10:7: error [type-wrong]"),
        ("contact: none", "10:10: error [type-wrong]"),
        ("colour: red", '10:1: error [field-unknown] There is no field "colour"'),
        ("template: x", '10:1: error [field-unknown] There is no field "template"'),
        ("render_macros: true", "10:1: error [field-unknown]"),
        ('"": x', "10:1: error [field-unknown]"),
        ("quotes: [{text: abc}]", "10:10: error [field-missing]"),
        ("quotes: {text: abc}", "10:9: error [type-wrong]"),
        ("quotes: [abc]", "10:10: error [type-wrong]"),
        ("reviews:\n  - date: 2026-05-01\n    outcome: still right\n    by: ab", "13:9: error [text-length]"),
    ],
)
def test_each_mistake_is_explained_where_it_stands(extra: str, start: str) -> None:
    found = lines(extra)
    assert found[0].startswith(start), found
    assert "something else" not in found[0]


def test_too_many_entries_are_too_many() -> None:
    document = parsed(LUNCH.format("").replace("[peer-support]", "[a, b, c, d, e, f]"))
    assert read_record(document, smallest_library().network) is None
    assert [rejection.code for rejection in document.rejections] == ["list-length"]


def test_a_page_has_a_title_and_little_else() -> None:
    network = smallest_library().network
    page = read_page(parsed("---\ntitle: About\nrender_macros: true\nhide: [toc]\n---\n"), network)
    assert page is not None
    assert (page.title, page.render_macros, page.hide) == ("About", True, ["toc"])
    assert read_page(parsed("---\ntitle: About\ntemplate: x\n---\n"), network) is None


@for_each(
    ("written", "due"),
    [
        ("reviews:\n  - date: 2026-01-31\n    outcome: still right\nreview_every: 1", date(2026, 2, 28)),
        ("reviews:\n  - date: 2024-01-31\n    outcome: still right\nreview_every: 1", date(2024, 2, 29)),
        ("reviews:\n  - date: 2026-12-01\n    outcome: still right", date(2027, 12, 1)),
        ("reviews:\n  - date: 2026-11-30\n    outcome: still right\nreview_every: 2", date(2027, 1, 30)),
        ("", date(2027, 1, 10)),
    ],
)
def test_a_review_is_due_so_many_months_later(written: str, due: date) -> None:
    record = read(written)
    assert record is not None
    assert record.review_due == due
