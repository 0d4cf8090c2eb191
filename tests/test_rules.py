"""Every rule by example: what it refuses, with the words it uses, and what it lets pass."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import ROOT, TODAY

from macros.kinds import KINDS
from macros.library.library import NetworkUnreadable, read_library
from macros.lint.engine import check_library, network_diagnostics, rules
from macros.lint.report import one_line
from macros.schema.types import DEVICE
from macros.source.baseline import former_document
from macros.source.document import Document

EXAMPLES = ROOT / "tests/rules"
# An example is a file named good-KIND... or bad-KIND..., laid into the folder of its kind, or a folder of that name, laid
# over content/. Beside a bad one stands its .expected file: every line that the validator prints for it.
ALL = sorted(path for path in EXAMPLES.glob("*/*") if path.suffix != ".expected")
# In a folder of this name, if there is one, stands what files said before they were changed.
BEFORE = "before"
STYLE = "[style-differs]"
FOLDER = {kind: model.FOLDER for kind, model in KINDS.items()} | {"page": "about"}


def lay_over(example: Path, network: Path) -> None:
    if example.is_dir():
        shutil.copytree(example, network / "content", dirs_exist_ok=True, ignore=shutil.ignore_patterns(BEFORE))
        return
    kind = example.stem.split("-")[1]
    folder = network / "content" / FOLDER[kind]
    folder.mkdir(exist_ok=True)
    shutil.copy(example, folder / example.name)


def said_before(example: Path) -> dict[str, Document]:
    files = {
        file: f"content/{file.relative_to(example / BEFORE).as_posix()}" for file in example.glob(f"{BEFORE}/*/*.md")
    }
    return {path: former_document(path, file.read_bytes()) for file, path in files.items()}


def lines_for(network: Path, before: Mapping[str, Document] | None = None) -> list[str]:
    try:
        library = read_library(network)
        library.baseline = before or {}
    except NetworkUnreadable as unreadable:
        return [one_line(finding) for finding in network_diagnostics(unreadable)]
    return [one_line(finding) for finding in check_library(library, TODAY)]


@pytest.mark.parametrize("example", ALL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_example(example: Path, smallest: Path, request: pytest.FixtureRequest) -> None:
    lay_over(example, smallest)
    # An example may be right and yet unlike what we would write: only the rule on that looks at it.
    lines = [
        line
        for line in lines_for(smallest, said_before(example))
        if (STYLE in line) <= (example.parent.name == "style-differs")
    ]
    if example.name.startswith("good"):
        assert lines == []
        return
    expected = example.with_suffix(".expected")
    if request.config.getoption("--write-expected"):
        expected.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == expected.read_text(encoding="utf-8").splitlines()
    assert f"[{example.parent.name}]" in lines[0]


@pytest.mark.parametrize("rule", rules())
def test_rule_has_examples_both_ways(rule: str) -> None:
    names = [path.name for path in (EXAMPLES / rule).glob("*")]
    assert any(name.startswith("good") for name in names), f"{rule} has no good example"
    assert any(name.startswith("bad") for name in names), f"{rule} has no bad example"


def test_every_example_belongs_to_a_rule() -> None:
    assert {path.parent.name for path in ALL} <= set(rules())


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "initiatives/con.md",
            '[file-name-invalid] Windows keeps the name "con" for itself and cannot make such a file. Rename the file, for example '
            'to "con-initiative.md".',
        ),
        (
            "themes/LPT1.md",
            '[file-name-invalid] Windows keeps the name "LPT1" for itself and cannot make such a file. Rename the file, for example '
            'to "lpt1-theme.md".',
        ),
        (
            "about/aux/tree.gif",
            '[file-unexpected] Windows keeps the name "aux" for itself and cannot make such a file or folder. Give it another name.',
        ),
        (
            "themes/Nul.png",
            '[file-unexpected] Windows keeps the name "Nul" for itself and cannot make such a file or folder. Give it another name.',
        ),
    ],
)
def test_a_name_that_windows_keeps_is_refused(path: str, message: str, smallest: Path) -> None:
    """These are no examples in files, because nobody could copy those on Windows."""
    file = smallest / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    assert message in "\n".join(lines_for(smallest))


def test_no_file_of_the_project_has_such_a_name() -> None:
    named = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True).stdout
    steps = {step for path in named.decode().split("\0") for step in path.lower().split("/")}
    assert [step for step in steps if DEVICE.fullmatch(step.partition(".")[0])] == []


def test_the_smallest_network_is_clean(smallest: Path) -> None:
    assert lines_for(smallest) == []
