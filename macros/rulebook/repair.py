"""Writes the repairs that are certain into the files, and touches nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from macros.rulebook.finding import Finding, Repair

# Where a line ends for the reader, and nowhere else: Python's own `splitlines` knows further places.
_AFTER_A_LINE = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def repair_files(root: Path, findings: Iterable[Finding]) -> list[str]:
    """Repair what is certain in the files below `root`. Returns their paths, sorted.

    Line ends and everything outside the repaired places stay as they were, byte for byte.
    """
    repairs: dict[str, set[Repair]] = defaultdict(set)
    for finding in findings:
        if finding.mistake.repair is not None:
            repairs[finding.mistake.path].add(finding.mistake.repair)
    for path, of_file in repairs.items():
        _repair(root / path, of_file)
    return sorted(repairs)


def _repair(path: Path, repairs: Iterable[Repair]) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    # Columns of the first line count from after a byte order mark, which is not part of the text.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _AFTER_A_LINE.split(text.removeprefix(mark))
    # From the end to the start, so that one repair does not move the place of the next.
    for repair in sorted(repairs, key=lambda one: (one.span.line, one.span.column), reverse=True):
        line, start = lines[repair.span.line - 1], repair.span.column - 1
        lines[repair.span.line - 1] = line[:start] + repair.text + line[start + repair.span.length :]
    path.write_bytes((mark + "".join(lines)).encode("utf-8"))
