"""The network that benchmarks measure: what is slow because it is wrong would say nothing of a right one."""

from __future__ import annotations

from pathlib import Path

import pytest

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
