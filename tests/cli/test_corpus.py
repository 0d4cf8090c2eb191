"""What benchmarks measure: a network that is right, as what is slow because it is wrong would say nothing, and the baseline."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.baseline import commit_of, export
from benchmarks.corpus import write_corpus
from benchmarks.machine import TODAY
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.report import one_line


@pytest.mark.parametrize("records", [150, 500])
def test_nothing_is_found_in_it(records: int, tmp_path: Path) -> None:
    write_corpus(tmp_path / "network", records)
    library = read_library(tmp_path / "network")
    assert len([*library.all()]) == records
    assert [one_line(finding) for finding in check_library(library, TODAY)] == []


def test_the_baseline_is_the_code_of_another_commit(tmp_path: Path) -> None:
    export(commit_of("HEAD"), tmp_path / "code")
    names = {path.name for path in (tmp_path / "code").iterdir()}
    assert {"macros", "theme", "content", "scripts", "benchmarks", "mkdocs.yml"} <= names
    with pytest.raises(ValueError, match="no commit nothing-of-the-kind"):
        commit_of("nothing-of-the-kind")
