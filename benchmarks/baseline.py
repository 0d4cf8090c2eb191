"""The code of another commit, to measure a change against."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from benchmarks.machine import ROOT

# What npm and esbuild make of the editor is not in git. It is the same for both, and copied with the pages of both.
_EDITOR = "theme/admin"


def commit_of(name: str) -> str:
    """The full id of the commit that git calls `name`. Raises `ValueError` if this checkout does not have it."""
    found = subprocess.run(
        ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode != 0:
        raise ValueError(f"the history of this checkout has no commit {name}")
    return found.stdout.strip()


def export(commit: str, folder: Path) -> None:
    """Write the project as it was at `commit` into `folder`, which is not there yet."""
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    if (ROOT / _EDITOR).is_dir():
        shutil.copytree(ROOT / _EDITOR, folder / _EDITOR, dirs_exist_ok=True)
