"""Applies fixes to files without changing anything else."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from macros.lint.diagnostics import Diagnostic, Fix, Rewrite

# `str.splitlines` also splits at characters that do not end a line here.
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def fix_files(root: Path, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Fix the files below `root` and return their paths, sorted.

    Everything outside a fix stays the same, byte for byte. A file that is replaced as a whole keeps its line endings.
    """
    fixes: dict[str, set[Fix | Rewrite]] = defaultdict(set)
    for diagnostic in diagnostics:
        if diagnostic.fix is not None:
            fixes[diagnostic.path].add(diagnostic.fix)
    for path, file_fixes in fixes.items():
        data = (root / path).read_bytes()
        for rewrite in (fix for fix in file_fixes if isinstance(fix, Rewrite)):
            data = rewrite.made(data)
        edits = [fix for fix in file_fixes if isinstance(fix, Fix)]
        (root / path).write_bytes(_fixed(data, edits) if edits else data)
    return sorted(fixes)


def _fixed(data: bytes, fixes: Iterable[Fix]) -> bytes:
    # Bytes that are not UTF-8 stay as they are.
    text = data.decode("utf-8", "surrogateescape")
    # Columns on the first line do not count a byte order mark.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _LINE_END.split(text.removeprefix(mark))
    edits = [(fix.span, fix.text) for fix in fixes if fix.span is not None]
    # Work backwards: a fix moves whatever comes after it.
    for span, fixed in sorted(edits, key=lambda edit: (edit[0].line, edit[0].column), reverse=True):
        line, start = lines[span.line - 1], span.column - 1
        lines[span.line - 1] = line[:start] + fixed + line[start + span.length :]
    if not edits:
        # Only replace the whole file once no smaller fixes are left, as it would undo them.
        line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
        lines = [fix.text.replace("\n", line_end) for fix in fixes]
    return (mark + "".join(lines)).encode("utf-8", "surrogateescape")
