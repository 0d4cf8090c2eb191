"""The code of the baseline: the commit to compare with."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from benchmarks.machine import ROOT

# npm and esbuild make the editor, which is not in git. Both networks get the same copy with their pages.
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
    """Write the project as it was at `commit` into the new folder `folder`."""
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    if (ROOT / _EDITOR).is_dir():
        shutil.copytree(ROOT / _EDITOR, folder / _EDITOR, dirs_exist_ok=True)
