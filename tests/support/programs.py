"""The programs of the project, run as a person runs them: with arguments, an environment, a folder, and an exit status."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.project import ROOT

# Much longer than anything takes here, on a computer that is slow and busy too, so that a test that hangs fails instead. In seconds.
PATIENCE = 600
Done = subprocess.CompletedProcess[str]


@cache
def _forks() -> subprocess.Popen[str]:
    """The process that has loaded everything, one for each process of tests. It ends with its input, and so with ours."""
    forks = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("forks.py"))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(forks.communicate)
    return forks


def run(*arguments: object, folder: Path = ROOT, environment: Mapping[str, str] | None = None, given: str = "") -> Done:
    """What a Python program did: `arguments` are those of `python`, and `given` is what it reads.

    It is a process of its own, forked from one that has loaded the modules, which takes most of the time that these
    programs take. For what changes the modules, or depends on how they are loaded, there is `run_afresh`.
    """
    command = list(map(str, arguments))
    with TemporaryDirectory() as held:
        files = [Path(held, name) for name in ("stdin", "stdout", "stderr")]
        for file in files:
            file.write_text(given if file.name == "stdin" else "", encoding="utf-8")
        request = {
            "arguments": command,
            "folder": str(folder),
            "environment": dict(os.environ if environment is None else environment),
            "files": list(map(str, files)),
        }
        forks = _forks()
        assert forks.stdin is not None
        assert forks.stdout is not None
        forks.stdin.write(json.dumps(request) + "\n")
        forks.stdin.flush()
        assert select.select([forks.stdout], [], [], PATIENCE)[0], f"{command} takes longer than {PATIENCE} seconds"
        status = int(forks.stdout.readline())
        output, errors = (file.read_text(encoding="utf-8") for file in files[1:])
    return Done(command, status, output, errors)


def run_afresh(
    *arguments: object, folder: Path = ROOT, environment: Mapping[str, str] | None = None, given: str = ""
) -> Done:
    """The same, by a Python that starts from nothing."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
