"""What benchmarks measure: a network that is right, as what is slow because it is wrong would say nothing, and the baseline."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.baseline import commit_of, export
from benchmarks.corpus import write_corpus
from benchmarks.demonstrations import write_demonstrations
from benchmarks.figures import QUESTIONS, SERVICES, WITH, WITHOUT, YEARS
from benchmarks.machine import TODAY
from macros.kinds import QuestionSet, Service, SurveyRound, WorkforceFigures
from macros.library.library import read_library
from macros.lint.diagnostics import Level
from macros.lint.engine import check_library
from macros.lint.report import one_line
from tests.support import project


@pytest.mark.parametrize("records", [150, 500])
def test_nothing_is_found_in_it(records: int, tmp_path: Path) -> None:
    write_corpus(tmp_path / "network", records)
    library = read_library(tmp_path / "network")
    assert len([*library.all()]) == records
    assert [one_line(finding) for finding in check_library(library, TODAY)] == []


def test_demonstrations_with_figures_and_without_are_right_too(tmp_path: Path) -> None:
    write_demonstrations(tmp_path)
    for name, years in ((WITH, YEARS), (WITHOUT, 0)):
        library = read_library(tmp_path / name / "demo")
        errors = [one for one in check_library(library, project.TODAY) if one.level is Level.ERROR]
        assert [one_line(error) for error in errors] == []
        assert len(library.all_of(Service)) == SERVICES
        assert max(len(one.items) for one in library.all_of(QuestionSet).values()) == QUESTIONS
        assert [len(library.all_of(kind)) for kind in (SurveyRound, WorkforceFigures)] == [years, years]


def test_the_baseline_is_the_code_of_another_commit(tmp_path: Path) -> None:
    export(commit_of("HEAD"), tmp_path / "code")
    names = {path.name for path in (tmp_path / "code").iterdir()}
    assert {"macros", "theme", "content", "scripts", "benchmarks", "mkdocs.yml"} <= names
    with pytest.raises(ValueError, match="no commit nothing-of-the-kind"):
        commit_of("nothing-of-the-kind")
