"""A mistake hides no other: all of a file are found in one run, and nothing that is not one."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from macros.kinds import KINDS
from macros.library.library import read_library
from macros.lint.engine import check_library
from tests.support.mistakes import BASES, broken_record
from tests.support.project import ROOT, TODAY

FILES = 200
# What these say of a mistake is another way to look at it, or what is right but unlike what we would write.
OF_STYLE = {"style-differs"}


def network_with(texts: dict[str, str], tmp_path: Path) -> Path:
    """The smallest network with these files in it."""
    network = Path(shutil.copytree(ROOT / "tests/networks/smallest", tmp_path / "network"))
    for path, text in texts.items():
        (network / path).write_text(text, encoding="utf-8")
    return network


def found_in(network: Path) -> dict[str, list[tuple[int, str]]]:
    """The line and the rule of each finding, by file."""
    found = defaultdict(list)
    for one in check_library(read_library(network), TODAY):
        if one.rule not in OF_STYLE:
            found[one.path].append((one.span.line, one.rule))
    return {path: sorted(of_file) for path, of_file in found.items()}


def test_records_without_a_mistake_have_no_finding(tmp_path: Path) -> None:
    texts = {
        f"content/{KINDS[kind].FOLDER}/made-up.md": text.replace("{n}", "1").replace("record 1", f"{kind} 1")
        for kind, text in BASES.items()
    }
    assert found_in(network_with(texts, tmp_path)) == {}


@pytest.mark.thorough
def test_every_mistake_of_two_hundred_files_is_found_in_one_run(tmp_path: Path) -> None:
    chance = Random(12)
    texts, expected = {}, {}
    for number in range(FILES):
        kind = chance.choice([*BASES])
        path = f"content/{KINDS[kind].FOLDER}/made-up-{number}.md"
        texts[path], expected[path] = broken_record(kind, number, chance)
    assert sum(map(len, expected.values())) > 4 * FILES
    found = found_in(network_with(texts, tmp_path))
    wrong = [
        f"{path}\n  not found: {sorted({*wanted} - {*of_file})}\n  too many: {sorted({*of_file} - {*wanted})}"
        for path, wanted in expected.items()
        if (of_file := found.get(path, [])) != wanted
    ]
    assert "\n".join(wrong) == ""
    assert found.keys() == expected.keys()


SEVEN = """\
---
title: "Tea on Tuesdays
summary: The team has tea: everybody comes and talks about the week.
added: 30/2/2026
tags:
  - peer-suport
  - @home
  - peer support
stage: tryng
services:
  - sample-brindle
 started: 2025-09
contact: team@brindle.example.invalid
quotes:
  - text: It is *lovely*
    role: !Trainee
  - a word
  - text: Oh
---

## What happens

We had <b>tea</b>.
"""


def test_what_cannot_be_read_hides_nothing_beside_it(tmp_path: Path) -> None:
    path = "content/initiatives/tea.md"
    assert found_in(network_with({path: SEVEN}, tmp_path))[path] == [
        (2, "front-matter-unreadable"),
        (3, "front-matter-unreadable"),
        (4, "date-invalid"),
        (6, "tag-unknown"),
        (7, "front-matter-unreadable"),
        (8, "tag-unknown"),
        (9, "choice-unknown"),
        (12, "front-matter-unreadable"),
        (16, "yaml-feature-refused"),
        (17, "type-wrong"),
        (18, "field-missing"),
        (18, "text-length"),
        (20, "section-missing"),
        (20, "section-missing"),
        (23, "markup-unsafe"),
    ]
