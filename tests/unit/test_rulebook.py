"""The rule book as a whole: every rule has its requirement, its words and its turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.library import reading
from macros.library.library import read_library
from macros.lint.diagnostics import Level
from macros.lint.engine import Rule, check_library, rules
from tests.support.project import ROOT, TODAY

ROOMS = [ROOT / "macros" / room for room in ("source", "schema", "kinds", "library")]


def found(network: Path, **limits: Any) -> list[tuple[str, str]]:
    findings = check_library(read_library(network), TODAY, **limits)
    return [(Path(finding.path).stem, finding.rule) for finding in findings]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def faults(rule: Rule) -> Iterator[str]:
    if not re.fullmatch(r"[A-Z][^\n]*\.", rule.requirement) or re.search(r"[.!?] [A-Z]", rule.requirement):
        yield f"the requirement of {rule.id} is not one sentence: {rule.requirement}"
    if not (rule.message or rule.explain or rule.check or rule.check_library):
        yield f"{rule.id} finds nothing"
    if not set(rule.after) <= set(rules()):
        yield f"{rule.id} comes after what is no rule: {rule.after}"
    if rule.level not in Level:
        yield f"{rule.id} has a level of its own"


def test_every_rule_says_what_it_requires_in_one_sentence_and_checks_it() -> None:
    assert [fault for rule in rules().values() for fault in faults(rule)] == []


def test_whatever_a_reader_or_a_model_can_say_has_a_rule_that_explains_it() -> None:
    source = "".join(path.read_text(encoding="utf-8") for room in ROOMS for path in room.glob("*.py"))
    named = set(re.findall(r'(?:Rejection|PydanticCustomError)\(\s*"([a-z-]+)"', source)) | set(
        reading._RULE_OF_ERROR.values()
    )
    assert len(named) > 10
    explained = {rule.id for rule in rules().values() if rule.message or rule.explain}
    assert sorted(named - explained) == []


def test_no_expected_message_shows_how_the_program_is_made() -> None:
    inside = re.compile(
        r"Traceback|pydantic|ValidationError|Exception|Rejection\(|\bNone\b|\bNoneType\b|"
        r"(?<!-)macros\.|\(\?:|\\d|\\s|\[\^(?![\w-]+\])|<class|object at"
    )
    files = list((ROOT / "tests/rules").rglob("*.expected"))
    assert files
    assert [path.name for path in files if inside.search(path.read_text(encoding="utf-8"))] == []


def test_findings_are_sorted_and_can_be_limited(smallest: Path) -> None:
    change(smallest / "content/initiatives/sample-lunch.md", "stage: trying", "stage: tring")
    change(smallest / "content/services/sample-brindle.md", "area: north", "area: west\ncolour: red")
    everything = [
        ("sample-lunch", "choice-unknown"),
        ("sample-brindle", "choice-unknown"),
        ("sample-brindle", "field-unknown"),
    ]
    assert found(smallest) == everything
    assert found(smallest, paths={"content/services/sample-brindle.md"}) == everything[1:]
    assert found(smallest, paths=set()) == []
    assert found(smallest, only="field-unknown") == everything[2:]
    assert found(smallest, paths={"content/initiatives/sample-lunch.md"}, only="field-unknown") == []


def test_a_rule_is_silent_once_a_rule_before_it_has_spoken(smallest: Path) -> None:
    """In the same field, entry or line: what is wrong elsewhere is another mistake."""
    lunch = smallest / "content/initiatives/sample-lunch.md"
    change(lunch, "Nothing.", "[](nowhere.md)\n\n[](javascript:void)")
    broken = [one for one in check_library(read_library(smallest), TODAY) if one.path.endswith("lunch.md")]
    first = broken[0].span.line
    assert [(one.rule, one.span.line - first) for one in broken] == [
        ("link-broken", 0),
        ("link-without-text", 0),
        ("markup-unsafe", 2),
    ]


def test_rules_that_silence_others_come_first() -> None:
    order = list(rules())
    assert all(order.index(before) < order.index(rule.id) for rule in rules().values() for before in rule.after)


def test_a_file_with_a_bad_name_and_broken_front_matter_is_told_of_both(smallest: Path) -> None:
    lunch = (smallest / "content/initiatives/sample-lunch.md").read_text(encoding="utf-8")
    broken = lunch.replace("title: A made-up lunch", "title: a: b")
    (smallest / "content/initiatives/Bad Name.md").write_text(broken, encoding="utf-8")
    assert {rule for _, rule in found(smallest)} == {"file-name-invalid", "front-matter-unreadable"}


def test_what_a_message_quotes_does_not_break_its_line(smallest: Path) -> None:
    change(smallest / "content/initiatives/sample-lunch.md", "stage: trying", "stage: |\n  try\n  ::error::it")
    (finding,) = check_library(read_library(smallest), TODAY)
    assert "\n" not in finding.message
    assert finding.fix is None
