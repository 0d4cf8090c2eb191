"""Every rule by example: what it refuses, with the words it uses, and what it lets pass."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from macros.kinds import KINDS
from macros.library.library import NetworkUnreadable, read_library
from macros.lint.check_report import json_report, read_report
from macros.lint.diagnostics import Diagnostic
from macros.lint.engine import check_library, network_diagnostics, rules
from macros.lint.fixes import fix_files
from macros.lint.report import one_line
from macros.source.baseline import former_document
from macros.source.document import Document
from macros.source.settings import SETTINGS_FILE
from tests.support.cases import for_each
from tests.support.project import ROOT, TODAY

EXAMPLES = ROOT / "tests/rules"
SMALLEST = ROOT / "tests/networks/smallest"
# An example is a file named good-KIND... or bad-KIND..., laid into the folder of its kind, or a folder of that name, laid
# over content/, or over the network if it is a mkdocs.yml. Beside a bad one stands its .expected file: every line that the
# validator prints for it. If some of that is certain, a .mended folder beside it has what --fix makes of the files; where there
# is none, --fix leaves everything as it was.
EXPECTED, MENDED = ".expected", ".mended"
ALL = sorted(path for path in EXAMPLES.glob("[a-z]*/*") if path.suffix not in (EXPECTED, MENDED))
# In a folder of this name, if there is one, stands what files said before they were changed.
BEFORE = "before"
STYLE = "style-differs"
FOLDER = {kind: model.FOLDER for kind, model in KINDS.items()} | {"page": "about"}


def lay_over(example: Path, network: Path) -> None:
    if example.is_dir():
        shutil.copytree(example, network / "content", dirs_exist_ok=True, ignore=shutil.ignore_patterns(BEFORE))
        if (example / SETTINGS_FILE).exists():
            shutil.move(network / "content" / SETTINGS_FILE, network / SETTINGS_FILE)
        return
    kind = example.stem.split("-")[1]
    folder = network / "content" / FOLDER[kind]
    folder.mkdir(exist_ok=True)
    # The name of a kind may have an underscore, that of a file may not.
    shutil.copy(example, folder / example.name.replace("_", "-"))


def said_before(example: Path) -> dict[str, Document]:
    files = {
        file: f"content/{file.relative_to(example / BEFORE).as_posix()}" for file in example.glob(f"{BEFORE}/*/*.*")
    }
    return {path: former_document(path, file.read_bytes()) for file, path in files.items()}


def findings_in(network: Path, before: Mapping[str, Document] | None = None) -> list[Diagnostic]:
    try:
        library = read_library(network)
        library.baseline = before or {}
    except NetworkUnreadable as unreadable:
        return network_diagnostics(unreadable)
    return check_library(library, TODAY)


def texts(content: Path) -> dict[str, bytes]:
    found = {}
    for folder, _, names in os.walk(content):
        # "." for the folder itself.
        of_folder = Path(folder).relative_to(content).as_posix() + "/"
        for path in (os.path.join(folder, name) for name in names):
            # A link may lead nowhere.
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    found[(of_folder + os.path.basename(path)).removeprefix("./")] = file.read()
    return found


def mended(network: Path, findings: Sequence[Diagnostic]) -> dict[str, bytes]:
    """The files that --fix changes, as it leaves them. A repair may let a rule speak that was silent until then."""
    before = texts(network / "content")
    for _ in range(5):
        if not fix_files(network, findings):
            break
        findings = [one for one in findings_in(network) if one.rule in {of_before.rule for of_before in findings}]
    return {path: text for path, text in texts(network / "content").items() if text != before[path]}


ORIGINAL = texts(SMALLEST)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the smallest network, for one example after the other: a copy for each would take longer than the checks."""
    return Path(shutil.copytree(SMALLEST, tmp_path_factory.mktemp("rules") / "network"))


def put_back(network: Path) -> None:
    """Make the smallest network again of what was made of it."""
    held = texts(network)
    for path in held.keys() - ORIGINAL:
        (network / path).unlink()
    for path in ORIGINAL:
        if held[path] != ORIGINAL[path]:
            (network / path).write_bytes(ORIGINAL[path])
    for folder in sorted((path for path in network.rglob("*") if path.is_dir()), reverse=True):
        if not (SMALLEST / folder.relative_to(network)).is_dir():
            folder.rmdir()


@pytest.mark.parametrize("rule", sorted({path.parent.name for path in ALL}))
def test_examples(rule: str, network: Path, request: pytest.FixtureRequest) -> None:
    is_written = request.config.getoption("--write-expected")

    @for_each("example", [path for path in ALL if path.parent.name == rule])
    def look_at(example: Path) -> None:
        put_back(network)
        lay_over(example, network)
        # An example may be right and yet unlike what we would write: only the rule on that looks at it.
        findings = [one for one in findings_in(network, said_before(example)) if one.rule != STYLE or rule == STYLE]
        lines = [one_line(finding) for finding in findings]
        if example.name.startswith("good"):
            assert lines == []
            return
        said = read_report(json_report(findings, {}, {}).encode())
        assert [(one.path, one.rule, one.message) for one in said] == [
            (one.path, one.rule, one.message) for one in findings
        ]
        expected, fixed = example.with_suffix(EXPECTED), mended(network, findings)
        if is_written:
            expected.write_text("\n".join(lines) + "\n", encoding="utf-8")
            for path, text in fixed.items():
                file = example.with_suffix(MENDED) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)
        assert lines == expected.read_text(encoding="utf-8").splitlines()
        assert f"[{rule}]" in lines[0]
        assert fixed == texts(example.with_suffix(MENDED))

    look_at()


def test_every_rule_has_examples_both_ways() -> None:
    names = {rule: [path.name for path in (EXAMPLES / rule).glob("*")] for rule in rules()}
    without = [
        f"{rule} has no {sort} example"
        for rule, of_rule in names.items()
        for sort in ("good", "bad")
        if not any(name.startswith(sort) for name in of_rule)
    ]
    assert without == []


def test_every_example_belongs_to_a_rule() -> None:
    assert {path.parent.name for path in ALL} <= set(rules())


def test_the_smallest_network_is_clean(smallest: Path) -> None:
    assert findings_in(smallest) == []
