"""A record as we write it is read back as what it was, by us and by programs that guess types."""

from __future__ import annotations

import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.kinds import KINDS, Evidence, Initiative, Meeting, Service
from macros.library.library import read_library
from macros.schema.description import described
from macros.source.document import Document, parse_document
from macros.source.front_matter import read_front_matter
from macros.source.plain_lines import plain_values
from macros.source.writer import field_lines, is_in_style, record_text
from tests.support.cases import for_each
from tests.support.project import ROOT

# What people type on one line: no control characters, and none of those that the reader refuses.
TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Zs", "Cs", "Cn", "Co"]),
        st.sampled_from(" :#-'\"{}[]&*!|>%@`,?~.0123456789"),
    ),
    max_size=60,
)

_IN_STYLE_OR_NOT = (
    *(
        "title: Rest",
        'title: "Rest"',
        "title: 12",
        'title: "12"',
        "title: Rest  well",
        'title: "Rest "',
        "title: Rest-",
    ),
    *(
        "summary: true",
        "summary: 'a: \"b\"'",
        'summary: "a: b"',
        "summary: 'a: b'",
        "sample_size: 5",
        'sample_size: "5"',
    ),
    *("tags:\n  - rest\n  - 12", 'tags:\n  - "12"', "source:\n  url: a\n  title: b", "source:\n  title: b\n  url: a"),
    *("review_every: 12", "review_every: 6", "reviews:\n  - date: 2025-09-01\n    outcome: changed"),
)


@for_each(
    ("value", "line"),
    [
        ("Shared lunch", "title: Shared lunch"),
        ("People's Wellbeing Hub", "title: People's Wellbeing Hub"),
        ("Lunch: a start", 'title: "Lunch: a start"'),
        ("Half past 12:30", "title: Half past 12:30"),
        ("Room #2", 'title: "Room #2"'),
        ("R#2", "title: R#2"),
        ("- not a list", 'title: "- not a list"'),
        ("-5 degrees", "title: -5 degrees"),
        ("2014", 'title: "2014"'),
        ("1e3", 'title: "1e3"'),
        ("true", 'title: "true"'),
        ("No", "title: No"),
        ('"Quoted"', "title: '\"Quoted\"'"),
        ('"Siân\'s"', 'title: "\\"Siân\'s\\""'),
        ("C:\\lunch", "title: C:\\lunch"),
        ("* star", 'title: "* star"'),
        ("What?", "title: What?"),
        ("? what", 'title: "? what"'),
        ("ends with a colon:", 'title: "ends with a colon:"'),
        ("  many   spaces\nand lines ", "title: many spaces and lines"),
        ("مرحبا 💚", "title: مرحبا 💚"),
    ],
)
def test_quotation_marks_stand_only_where_they_are_needed(value: str, line: str) -> None:
    assert field_lines(described(Initiative), {"title": value}) == [line]
    assert read_front_matter(line).values == {"title": " ".join(value.split())}


@for_each(
    ("model", "field", "value", "lines"),
    [
        (Initiative, "minutes", "30", ["minutes: 30"]),
        (Initiative, "started", "2025-09", ["started: 2025-09"]),
        (Initiative, "added", "2025-09-01", ["added: 2025-09-01"]),
        (Initiative, "opens_meetings", "true", ["opens_meetings: true"]),
        (Initiative, "opens_meetings", "false", []),
        (Initiative, "review_every", "12", []),
        (Initiative, "review_every", "6", ["review_every: 6"]),
        (Initiative, "summary", "", []),
        (Initiative, "tags", ["rest", ""], ["tags:", "  - rest"]),
        (Initiative, "tags", [], []),
        (Initiative, "nobody_knows", {"a": "1"}, ["nobody_knows:", '  a: "1"']),
        (Meeting, "starts", "13:30", ["starts: 13:30"]),
        (Service, "active", "true", []),
        (Service, "champions", [{"role": "PWP", "name": "A"}], ["champions:", "  - name: A", "    role: PWP"]),
        (Meeting, "diamond9", {"groups": [{"rows": [["a"], ["b", "c"]]}]},
         ["diamond9:", "  groups:", "    - rows:", "        - - a", "        - - b", "          - c"]),
    ],
)  # fmt: skip
def test_a_field_is_written_as_its_type_asks(
    model: type[Initiative], field: str, value: object, lines: list[str]
) -> None:
    assert field_lines(described(model), {field: value}) == lines


def test_fields_stand_in_the_order_of_the_model_and_what_it_does_not_know_comes_last() -> None:
    lines = field_lines(described(Initiative), {"zebra": "1", "stage": "idea", "title": "Lunch"})
    assert lines == ["title: Lunch", "stage: idea", 'zebra: "1"']


@given(TEXT)
def test_any_text_survives(text: str) -> None:
    folded = " ".join(text.split())
    lines = field_lines(described(Initiative), {"title": text, "tags": [text], "source": {"title": text}})
    expected = {"title": folded, "tags": [folded], "source": {"title": folded}} if folded else {}
    assert read_front_matter("\n".join(lines)).values == expected


@for_each(
    "line",
    [
        "title: Lunch",
        'title: "Lunch: a start"',
        "minutes: 30",
        "added: 2025-09-01",
        "tags:\n  - rest",
        "title: '\"Rest\" at work'",
    ],
)
def test_a_quick_look_knows_what_is_in_style(line: str) -> None:
    assert is_in_style(described(Initiative), plain_values(f"{line}\n") or {}, f"{line}\n")


@given(st.lists(st.sampled_from(_IN_STYLE_OR_NOT), min_size=1, unique_by=lambda line: line.partition(":")[0]), TEXT)
def test_a_quick_look_takes_nothing_else_to_be_in_style(lines: list[str], text: str) -> None:
    front_matter = "\n".join([*lines, f"question: {text}", ""])
    values = plain_values(front_matter)
    if values is not None and is_in_style(described(Evidence), values, front_matter):
        assert "\n".join([*field_lines(described(Evidence), values), ""]) == front_matter


@given(TEXT)
def test_other_programs_read_it_as_text_too(text: str) -> None:
    """Words such as "No" and times, which old programs take for something else, are left as people write them."""
    lines = field_lines(described(Initiative), {"title": text})
    read = yaml.safe_load("\n".join(lines))
    if read and isinstance(read["title"], str):
        assert read["title"] == " ".join(text.split())
    elif read:
        assert re.fullmatch(r"(?i)y|n|yes|no|on|off|=|[-+]?[0-9_]+[0-9:._-]*([e0-9.+-]*)?|[0-9].*", str(text).strip())


@given(st.text("ab \n#-:", max_size=40))
def test_the_body_is_left_as_it_is(body: str) -> None:
    document = Document(path="", kind="initiative", id="new")
    parse_document(document, record_text(described(Initiative), {"title": "Lunch"}, body).encode())
    assert document.values == {"title": "Lunch"}
    assert document.body.strip("\n") == body.strip("\n")


def test_every_record_of_the_project_is_written_so() -> None:
    for document in read_library(ROOT).documents.values():
        if document.kind in KINDS:
            assert record_text(described(KINDS[document.kind]), document.values, document.body) == document.text, (
                document.path
            )
