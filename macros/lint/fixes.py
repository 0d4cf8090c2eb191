"""Writes the repairs that are certain into the files, and touches nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from macros.lint.finding import Finding, Repair

# Where a line ends for the reader, and nowhere else: Python's own `splitlines` knows further places.
_AFTER_A_LINE = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def repair_files(root: Path, findings: Iterable[Finding]) -> list[str]:
    """Repair what is certain in the files below `root`. Returns their paths, sorted.

    Line ends and everything outside the repaired places stay as they were, byte for byte. A file that is written anew has the
    line ends it had.
    """
    repairs: dict[str, set[Repair]] = defaultdict(set)
    for finding in findings:
        if finding.mistake.repair is not None:
            repairs[finding.mistake.path].add(finding.mistake.repair)
    for path, of_file in repairs.items():
        _repair(root / path, of_file)
    return sorted(repairs)


def _repair(path: Path, repairs: Iterable[Repair]) -> None:
    text = path.read_bytes().decode("utf-8")
    # Columns of the first line count from after a byte order mark, which is not part of the text.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _AFTER_A_LINE.split(text.removeprefix(mark))
    places = [(repair.span, repair.text) for repair in repairs if repair.span is not None]
    # From the end to the start, so that one repair does not move the place of the next.
    for span, mended in sorted(places, key=lambda one: (one[0].line, one[0].column), reverse=True):
        line, start = lines[span.line - 1], span.column - 1
        lines[span.line - 1] = line[:start] + mended + line[start + span.length :]
    if not places:
        # What is written anew waits until nothing is left to repair in single places.
        line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
        lines = [repair.text.replace("\n", line_end) for repair in repairs]
    path.write_bytes((mark + "".join(lines)).encode("utf-8"))
