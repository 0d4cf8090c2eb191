"""Suggested fixes beside the lines a pull request changes, which a contributor accepts with a click."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.github.check_report import ReportedDiagnostic
from macros.github.escaping import block, harmless

MARK = "<!-- network-knowledge-base: suggestion -->"
# More would bury what matters. The rest are in the list of diagnostics.
MOST = 20

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A review comment on a line of a file."""

    path: str
    line: int
    body: str


def suggestions(diagnostics: Sequence[ReportedDiagnostic], changed: Mapping[str, set[int]]) -> Sequence[Suggestion]:
    """A suggestion for each line with a certain fix that is in the pull request's diff.

    `changed` maps a file to the lines that can be commented on.
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
    """The new line numbers that a unified diff shows."""
    return set(_lines_shown(patch))


def _lines_shown(patch: str) -> Iterator[int]:
    number = 0
    for line in patch.split("\n"):
        if hunk := _HUNK.match(line):
            number = int(hunk[1])
        elif number and line[:1] in ("+", " "):
            yield number
            number += 1
