"""Whatever stands in an issue, it becomes a harmless record or its author is answered."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.propose.answer import MARK
from macros.propose.issue import read_event
from macros.propose.proposal import propose
from tests.support.cases import for_each
from tests.support.project import TODAY
from tests.unit.test_record_from_issue import body_of, everything, network

__all__ = ["network"]

HOSTILE = [
    "$(touch pwned)", "`touch pwned`", "; rm -rf / #", "'\"; exit 1; \"", "../../../.github/workflows/check",
    "..\\..\\windows", "-rf", "--help", "${{ secrets.GITHUB_TOKEN }}", "title: x\nactive: true", "---\nactive: true\n---",
    "&a [*a]", "!!python/object:os.system", "@team please @everyone", "Fixes #1", "closes org/repo#1", "a\tb", "CON", "nul",
    "index", "<!-- hidden -->", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "\u202eevil\u202c", "zero\u200bwidth",
    "null\x00byte", "bell\x07", "\ud83d half", "\u2028line", "x" * 70_000, "💚" * 30, "مرحبا بالعالم", "a" * 80, ".", "{{ 7*7 }}",
    "#hash", "? question", "| pipe", "> fold", "%TAG", "yes", "12:30", "0o17", "people's: \"hub\" # 1",
]  # fmt: skip


@pytest.mark.parametrize("place", ["title", "We have a shelf.", "North"])
@for_each("text", HOSTILE)
def test_a_hostile_issue_becomes_a_harmless_record_or_an_answer(
    text: str, place: str, network: Path, tmp_path: Path
) -> None:
    before = everything(network)
    title = text if place == "title" else "A valley service"
    body = body_of("service") if place == "title" else body_of("service").replace(place, f"{place} {text}")
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"number": 12, "title": title, "body": body}}), encoding="utf-8")
    result = tmp_path / "result"
    proposal = propose(network, read_event(event), None, TODAY)
    proposal.write(result)
    after = everything(network)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == ({proposal.path} if proposal.path else set())
    assert set(before) <= set(after)
    assert not proposal.path or re.fullmatch(r"content/services/[a-z0-9]+(-[a-z0-9]+)*\.md", proposal.path)
    errors = [one for one in check_library(read_library(network), TODAY) if one.level == "error"]
    assert errors == []
    outside_code = re.sub(r"(`+) .*? \1", "", proposal.answer.removeprefix(MARK) + proposal.text + proposal.title)
    assert "@" not in outside_code
    assert "<" not in outside_code
    assert "$" not in outside_code
    assert re.findall(r"\S*#\d+", outside_code) in ([], ["#12"])
    if proposal.path:
        written = read_library(network).documents[proposal.path]
        assert set(written.values) <= {"title", "summary", "added", "area", "contact"}
        (network / proposal.path).unlink()
    assert everything(network) == before
