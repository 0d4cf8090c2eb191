"""--fix writes what is certain, and leaves every other byte as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.fixes import fix_files
from macros.schema.meant import word_meant
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY

STYLE = "style-differs"
LUNCH = "content/initiatives/sample-lunch.md"
AS_IT_WAS = (ROOT / "tests/networks/smallest" / LUNCH).read_text(encoding="utf-8")


def repaired(network: Path, path: str, data: bytes) -> bytes:
    (network / path).write_bytes(data)
    while fix_files(network, [one for one in check_library(read_library(network), TODAY) if one.rule != STYLE]):
        before, data = data, (network / path).read_bytes()
        assert data != before, "what is reported as repaired has changed"
    return (network / path).read_bytes()


@pytest.mark.thorough
@for_each(
    ("old", "new", "mended"),
    [
        ("stage: trying", "stage: Trying", "stage: trying"),
        ("stage: trying", "stage: 'TRYING'  # yes", "stage: trying  # yes"),
        ("- peer-support", "- Peer support", "- peer-support"),
        ("- peer-support", "- buddying", "- peer-support"),
        ("added: 2026-01-10", "added: 10 January 2026", "added: 2026-01-10"),
        ("added: 2026-01-10", 'added: "10th January 2026"', "added: 2026-01-10"),
        ("We had", "We\u200b h\u200bad", "We had"),
        ("We had", "Siân: 💚\u200b we \u200bhad", "Siân: 💚 we had"),
        ("title: A", "title: \u200bA", "title: A"),
    ],
)
@for_each("line_end", ["\n", "\r\n", "\r"])
@for_each("mark", ["", "\ufeff"])
@for_each("last", ["\n", ""])
def test_what_is_certain_is_repaired(
    old: str, new: str, mended: str, line_end: str, mark: str, last: str, smallest: Path
) -> None:
    text = AS_IT_WAS.removesuffix("\n") + last
    assert old in text

    def as_bytes(part: str) -> bytes:
        return (mark + text.replace(old, part)).replace("\n", line_end).encode()

    assert repaired(smallest, LUNCH, as_bytes(new)) == as_bytes(mended)


def test_two_mistakes_on_one_line_are_repaired(smallest: Path) -> None:
    text = (
        (smallest / LUNCH)
        .read_text(encoding="utf-8")
        .replace("tags:\n  - peer-support", "tags: [buddying]\naudience: [Staff]\nsetting: [Team meeting, One_to_One]")
    )
    result = repaired(smallest, LUNCH, text.encode()).decode()
    assert "tags: [peer-support]\naudience: [staff]\nsetting: [team-meeting, one-to-one]\n" in result


@pytest.mark.parametrize(
    "written", ["stage: >-\n  Trying", "stage: |\n  Trying", 'stage: "\n  Trying"', "stage:\n  Try\n  ing"]
)
def test_what_goes_on_over_several_lines_is_left_to_its_writer(written: str, smallest: Path) -> None:
    data = (smallest / LUNCH).read_text(encoding="utf-8").replace("stage: trying", written).encode()
    assert repaired(smallest, LUNCH, data) == data


@pytest.mark.parametrize("other", ["\x0c", "\x0b", "\x1c", "\u0085", "\u2028"])
def test_what_only_some_programs_take_for_a_line_end_moves_nothing(other: str, smallest: Path) -> None:
    text = (
        (smallest / LUNCH)
        .read_text(encoding="utf-8")
        .replace("title: A", f"title: A{other}B")
        .replace("We had", "We\u200b had")
    )
    assert repaired(smallest, LUNCH, text.encode()) == text.replace("\u200b", "").encode()


def test_network_yml_is_repaired_too(smallest: Path) -> None:
    path = "content/network.yml"
    data = (smallest / path).read_bytes()
    assert repaired(smallest, path, data.replace(b"North", "No\u200brth".encode())) == data


def test_nothing_is_written_if_nothing_is_certain(smallest: Path) -> None:
    data = (smallest / LUNCH).read_bytes().replace(b"trying", b"attempted")
    assert repaired(smallest, LUNCH, data) == data


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_record_in_another_style_is_written_anew(mark: str, line_end: str, smallest: Path) -> None:
    text = (smallest / LUNCH).read_text(encoding="utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title:"))
    other = text.replace(f"{title}\n", "").replace("tags:\n", f"{title.replace(': ', ':  ')} \n#: The themes.\ntags:\n")
    assert other.count("\n") == text.count("\n") + 1
    (smallest / LUNCH).write_bytes((mark + other).replace("\n", line_end).encode())
    assert fix_files(smallest, check_library(read_library(smallest), TODAY)) == [LUNCH]
    assert (smallest / LUNCH).read_bytes() == (mark + text).replace("\n", line_end).encode()
    assert check_library(read_library(smallest), TODAY) == []


def test_mistakes_are_repaired_before_the_style(smallest: Path) -> None:
    text = (smallest / LUNCH).read_text(encoding="utf-8")
    (smallest / LUNCH).write_text(text.replace("stage: trying", "stage:   Trying"), encoding="utf-8")
    for _ in range(2):
        assert fix_files(smallest, check_library(read_library(smallest), TODAY)) == [LUNCH]
    assert (smallest / LUNCH).read_text(encoding="utf-8") == text


def test_a_comment_is_never_lost(smallest: Path) -> None:
    text = (smallest / LUNCH).read_text(encoding="utf-8").replace("stage: ", "# Ask Brindle first.\nstage:   ")
    (smallest / LUNCH).write_text(text, encoding="utf-8")
    [finding] = check_library(read_library(smallest), TODAY)
    assert (finding.rule, finding.fix) == (STYLE, None)
    assert fix_files(smallest, [finding]) == []


SEVERAL = [
    ("---\ntitle: ", "---  \nTitle: "),
    ("added: 2026-01-10", "added: 29/10/2026"),
    ("- peer-support", "- Peer support"),
    ("stage: trying", "stage: tryng"),
    ("- sample-brindle", "- Sample service Brindle"),
    ("started: 2025-09", "started: September 2025\nminutes: 15 mins"),
    ("---\n\n## What happens", "--- \n\n## What happens"),
]
CORRECT = {"added: 2026-01-10": "added: 2026-10-29", "started: 2025-09": "started: 2025-09\nminutes: 15"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_several_are_repaired_in_one_run_and_the_rest_stays(line_end: str, smallest: Path) -> None:
    """An error that only a person can correct, and a character that is not UTF-8, stay where they are, and so does all else."""
    right = (smallest / LUNCH).read_text(encoding="utf-8").replace("We had", "We <b>had</b> ")
    wrong = right
    for old, new in SEVERAL:
        assert wrong.count(old) == 1
        wrong = wrong.replace(old, new)
    for old, new in CORRECT.items():
        right = right.replace(old, new)
    foreign = b"  caf\xe9, at the  end \n"
    data, expected = ((text.encode() + foreign).replace(b"\n", line_end.encode()) for text in (wrong, right))
    (smallest / LUNCH).write_bytes(data)
    assert fix_files(smallest, check_library(read_library(smallest), TODAY)) == [LUNCH]
    assert (smallest / LUNCH).read_bytes() == expected
    assert fix_files(smallest, check_library(read_library(smallest), TODAY)) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "10.1000/182"),
        ("doi:10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182.", "10.1000/182"),
        ("www.doi.org/10.1000/182?via=hub", "10.1000/182"),
    ],
)
def test_a_doi_written_as_an_address_is_repaired(written: str, meant: str, smallest: Path) -> None:
    path = "content/evidence/sample-survey.md"
    data = (smallest / path).read_bytes().replace(b"  url: https://example.invalid/survey", b"  doi: %s")
    assert repaired(smallest, path, data % written.encode()) == data % meant.encode()


KNOWN = ("idea", "trying", "established", "stopped", "second-hand", "free", "low")


@for_each(
    ("written", "meant"),
    [
        ("Trying", "trying"),
        ("tryng", "trying"),
        ("estabished", "established"),
        ("stoped", "stopped"),
        ("second hand", "second-hand"),
        ("secondhand", "second-hand"),
        ("untrying", None),
        ("re-established", None),
        ("slow", None),
        ("lo", None),
        ("fee", None),
        ("tried", None),
        ("running", None),
        ("", None),
    ],
)
def test_a_slip_is_repaired_and_another_word_is_not(written: str, meant: str | None) -> None:
    assert word_meant(written, KNOWN) == meant
