"""Repairs that a contributor accepts with a click, beside the lines that a pull request changes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.github.check_report import ReportedDiagnostic
from macros.github.escaping import block, harmless

MARK = "<!-- network-knowledge-base: suggestion -->"
# More at once would bury what matters. The others are in the list of diagnostics.
MOST = 20

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A comment beside a line of a file."""

    path: str
    line: int
    body: str


def suggestions(diagnostics: Sequence[ReportedDiagnostic], changed: Mapping[str, set[int]]) -> Sequence[Suggestion]:
    """A suggestion for each line that can be repaired for certain and that the pull request shows.

    `changed` has the lines that can be commented on, by file.
    """
    found = {}
    for one in diagnostics:
        place = (one.path, one.line)
        if one.suggestion is not None and one.line in changed.get(one.path, ()) and place not in found:
            found[place] = Suggestion(*place, _body(one, one.suggestion))
    return list(found.values())[:MOST]


def _body(diagnostic: ReportedDiagnostic, line: str) -> str:
    return (
        f"{MARK}\n{harmless(diagnostic.message)}\n\n{block('suggestion', line)}\n\n"
        'Choose "Commit suggestion" to have it changed for you.'
    )


def lines_shown(patch: str) -> set[int]:
    """The numbers of the lines, as they are after the change, that a patch in the unified format shows."""
    return set(_lines_shown(patch))


def _lines_shown(patch: str) -> Iterator[int]:
    number = 0
    for line in patch.split("\n"):
        if hunk := _HUNK.match(line):
            number = int(hunk[1])
        elif number and line[:1] in ("+", " "):
            yield number
            number += 1
