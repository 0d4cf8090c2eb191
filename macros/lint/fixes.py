"""Writes the fixes that are certain into the files, and touches nothing else."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from macros.lint.diagnostics import Diagnostic, Fix

# Where a line ends for the reader, and nowhere else: Python's own `splitlines` knows further places.
_AFTER_A_LINE = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def fix_files(root: Path, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Fix what is certain in the files below `root`. Returns their paths, sorted.

    Line ends and everything outside the repaired places stay as they were, byte for byte. A file that is written anew has the
    line ends it had.
    """
    fixes: dict[str, set[Fix]] = defaultdict(set)
    for diagnostic in diagnostics:
        if diagnostic.fix is not None:
            fixes[diagnostic.path].add(diagnostic.fix)
    for path, of_file in fixes.items():
        _fix(root / path, of_file)
    return sorted(fixes)


def _fix(path: Path, fixes: Iterable[Fix]) -> None:
    text = path.read_bytes().decode("utf-8")
    # Columns of the first line count from after a byte order mark, which is not part of the text.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _AFTER_A_LINE.split(text.removeprefix(mark))
    places = [(one.span, one.text) for one in fixes if one.span is not None]
    # From the end to the start, so that one repair does not move the place of the next.
    for span, mended in sorted(places, key=lambda one: (one[0].line, one[0].column), reverse=True):
        line, start = lines[span.line - 1], span.column - 1
        lines[span.line - 1] = line[:start] + mended + line[start + span.length :]
    if not places:
        # What is written anew waits until nothing is left to repair in single places.
        line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
        lines = [one.text.replace("\n", line_end) for one in fixes]
    path.write_bytes((mark + "".join(lines)).encode("utf-8"))
