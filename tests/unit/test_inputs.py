"""What has been written while a site was built."""

import os
from pathlib import Path
from time import time

from macros.builder.inputs import Inputs

_LATER = 60


def test_modules_that_python_compiles_are_not_saved_by_anyone(tmp_path: Path) -> None:
    """The first build of a fresh checkout compiles all modules, which changes their folders. The next may keep what it has made."""
    begun, room = time() + _LATER / 2, tmp_path / "macros/room"
    compiled = room / "__pycache__"
    compiled.mkdir(parents=True)
    inputs = Inputs("", "", {}, begun, (str(tmp_path),))
    assert not inputs.have_changed

    _written_later(compiled, room)
    assert not inputs.have_changed

    (room / "module.py").touch()
    _written_later(room / "module.py")
    assert [Path(entry.path).name for _, entry in inputs.written_since()] == ["module.py"]


def test_a_file_that_is_removed_changes_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "content/themes"
    folder.mkdir(parents=True)
    inputs = Inputs("", "", {}, time() + _LATER / 2, (str(tmp_path / "content"),))
    _written_later(folder)
    assert [Path(entry.path).name for _, entry in inputs.written_since()] == ["themes"]


def _written_later(*paths: Path) -> None:
    for path in paths:
        os.utime(path, (time() + _LATER, time() + _LATER))
