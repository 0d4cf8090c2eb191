"""Yardstick (c): the same records as the first issue's code shows them: `python -m benchmarks.former CODE CORPUS FOLDER`."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from benchmarks.corpus import copy_project
from macros.kinds import FOLDERS

# A review was a field for its day and one for who made it.
_REVIEW = re.compile(r"^reviews:\n  - date: (.*)\n    outcome: .*\n    by: (.*)$", re.MULTILINE)


def write_former(code: Path, corpus: Path, folder: Path) -> None:
    """Write the records of `corpus` into `folder`, with the settings and the pages that belong to `code`."""
    copy_project(code, folder)
    for kind in FOLDERS:
        records, pages = corpus / "content" / kind, shutil.ignore_patterns("index.md")
        shutil.copytree(records, folder / "content" / kind, ignore=pages, dirs_exist_ok=True, copy_function=_copy)


def _copy(source: str, target: str) -> None:
    """Copy a record as the first issue's code reads it."""
    text = Path(source).read_text(encoding="utf-8")
    Path(target).write_text(_REVIEW.sub(r"reviewed: \1\nreviewed_by: \2", text), encoding="utf-8")


if __name__ == "__main__":
    write_former(*(Path(argument).resolve() for argument in sys.argv[1:]))
