"""What the type checker refuses for us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.project import ROOT

UNFILTERED = """
from datetime import date
from pathlib import Path
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.pages.home import news
library = read_library(Path())
news(library)
PublicLibrary(library)
news(PublicLibrary.of(library, date(2026, 11, 23)))
"""


def test_the_type_checker_refuses_what_was_not_filtered(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(UNFILTERED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", ROOT / "pyproject.toml", wrong],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line.split(": error: ")[0].rsplit(":", 1)[-1] for line in done.stdout.split("\n") if ": error: " in line]
    assert lines == ["8", "9"], done.stdout + done.stderr
