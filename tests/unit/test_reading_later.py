"""A check that reads each file when it comes to it says what a check says that has read all files."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.hostile import Folder, Repository, mutated, read_repository
from macros.kinds import Initiative
from macros.library import library as reader
from macros.library.library import CONTENT, NetworkUnreadable, read_library
from macros.lint.engine import check_library
from macros.source.document import Document, read_document
from tests.support.inventing import examples
from tests.support.project import ROOT, TODAY

LUNCH = "content/initiatives/sample-lunch.md"


@pytest.fixture(scope="module")
def networks() -> list[Repository]:
    return [read_repository(ROOT / f"tests/networks/{name}/content") for name in ("smallest", "orchard")]


def test_a_record_is_read_when_something_asks_for_it(smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, read = read_library(smallest, reads_later=True), list[str]()

    def noted(path: str, shown_path: str, *rest: Any) -> Document:
        read.append(shown_path)
        return read_document(path, shown_path, *rest)

    monkeypatch.setattr(reader, "read_document", noted)
    assert library.get("initiative", "sample-lunch") is not None
    assert library.documents[LUNCH].values["title"] == library.cards[LUNCH].title
    assert read == [LUNCH]


def test_a_record_that_is_not_valid_is_none_once_it_is_read(smallest: Path) -> None:
    text = (smallest / LUNCH).read_text(encoding="utf-8")
    (smallest / LUNCH).write_text(text.replace("stage:", "sage:"), encoding="utf-8")
    library = read_library(smallest, reads_later=True)
    assert len(library.all_of(Initiative)) == 0
    assert "sample-lunch" in library.ids["initiative"]
    assert LUNCH in library.partial


@pytest.mark.thorough
def test_findings_are_the_same_whenever_files_are_read(tmp_path: Path, networks: list[Repository]) -> None:
    (tmp_path / CONTENT).mkdir()
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    folder, chance = Folder(tmp_path / CONTENT), Random(14)
    compared = 0
    for _ in range(examples(200)):
        folder.become(mutated(mutated(chance.choice(networks), chance), chance))
        try:
            library = read_library(tmp_path)
        except NetworkUnreadable:
            continue
        assert check_library(read_library(tmp_path, reads_later=True), TODAY) == check_library(library, TODAY)
        compared += 1
    assert compared
