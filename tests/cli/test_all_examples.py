"""All the bad examples of the rules, read at once by the program."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.kinds import KINDS
from tests.rules.test_rules import ALL, FOLDER, texts
from tests.support.programs import run
from tests.support.project import ROOT

KIND_FOLDERS = {model.FOLDER for model in KINDS.values()}


def is_wrong_among_others(example: Path) -> bool:
    """Whether it is a bad example. No meeting is missing where others are."""
    return example.name.startswith("bad-") and example.parent.name != "meeting-missing"


def test_all_bad_examples_at_once_end_without_a_traceback(smallest: Path) -> None:
    """Each that is one record is beside the others, under a name of its own. The program names each and changes none."""
    names = []
    for number, example in enumerate(one for one in ALL if is_wrong_among_others(one)):
        files = sorted(filter(Path.is_file, example.rglob("*"))) if example.is_dir() else [example]
        folder = files[0].parent.name if example.is_dir() else FOLDER[example.stem.split("-")[1]]
        if len(files) == 1 and folder in KIND_FOLDERS:
            names.append(f"content/{folder}/example-{number}.md")
            (smallest / names[-1]).parent.mkdir(exist_ok=True)
            shutil.copy(files[0], smallest / names[-1])
    assert len(names) > 400
    before = texts(smallest / "content")
    done = run(ROOT / "scripts/validate.py", "--root", smallest)
    # On a slow machine the stages are told of beside them.
    assert (done.returncode, "Traceback" in done.stdout + done.stderr) == (1, False)
    assert texts(smallest / "content") == before
    assert [name for name in names if f"{name}:" not in done.stdout] == []
