"""A number is what every reader of YAML takes for the same one; what people write otherwise is repaired if it can mean only one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.kinds import Initiative
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.schema.description import described
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY
from tests.unit.test_all_at_once import network_with

MINUTES = described(Initiative)["minutes"]


@for_each(
    ("written", "meant"),
    [
        ("+5", "5"), ("010", "10"), ("\uff11\uff15", "15"), ("15.0", "15"), ("15 minutes", "15"), ("15 mins", "15"),
        ("15min.", "15"), ("1,200", "1200"), ("1 200", "1200"), (" 15 ", "15"),
    ],
)  # fmt: skip
def test_a_number_that_means_one_thing_is_repaired(written: str, meant: str) -> None:
    assert MINUTES.meant(written) == meant


@for_each(
    "written",
    ["1_5", "0x1F", "0o17", "0b11", "1e3", "1:30", ".5", "1.5", "15.", "-.5", "1 hour", "15 people", "half an hour", "½", "1,5", ".inf"],
)  # fmt: skip
def test_a_number_that_can_mean_two_is_not(written: str) -> None:
    assert MINUTES.meant(written) is None


@pytest.mark.parametrize(
    "written", ["1_5", "0x1F", "1e3", "010", "1:30", ".5", "+5", "\uff11\uff15", "15 minutes", "5.0"]
)
def test_each_is_one_finding_at_its_line(written: str, tmp_path: Path) -> None:
    path = "content/initiatives/sample-lunch.md"
    text = (ROOT / "tests/networks/smallest" / path).read_text(encoding="utf-8")
    network = network_with({path: text.replace("started: ", f"minutes: {written}\nstarted: ")}, tmp_path)
    found = [one for one in check_library(read_library(network), TODAY) if one.rule != "style-differs"]
    assert [(one.path, one.span.line, one.rule) for one in found] == [(path, 10, "type-wrong")]
    assert "minutes" in found[0].message
