"""What is derived from the models is what the models say, and whoever changes one is told how to write the rest."""

from __future__ import annotations

from pathlib import Path

from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.propose.generated_files import differing, generated_files
from tests.support.programs import Done, run
from tests.support.project import ROOT, TODAY


def generate(*arguments: str) -> Done:
    return run(ROOT / "scripts/generate.py", *arguments)


def test_what_is_committed_is_what_would_be_generated() -> None:
    result = generate("--check")
    assert (result.stdout, result.stderr, result.returncode) == ("All generated files are up to date.\n", "", 0)


def test_it_is_the_same_every_time() -> None:
    library = PublicLibrary.of(read_library(ROOT), TODAY)
    assert list(generated_files(ROOT, library)) == list(generated_files(ROOT, library))


def test_a_file_that_differs_or_is_missing_is_found(tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes(b"1")
    (tmp_path / "other").write_bytes(b"2")
    files = [File("same", b"1"), File("other", b"1"), File("missing", b"1")]
    assert [file.path for file in differing(tmp_path, iter(files))] == ["other", "missing"]


def test_a_broken_network_file_is_explained(smallest: Path) -> None:
    (smallest / "content/network.yml").write_text("name: [", encoding="utf-8")
    result = generate("--root", str(smallest))
    assert "content/network.yml has a mistake: run scripts/validate.py." in result.stderr
    assert result.returncode == 1


def test_the_sample_rounds_of_the_demonstration_are_what_their_parameters_make() -> None:
    result = run(ROOT / "scripts/sample_rounds.py", "--check")
    assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)
