"""Suggested fixes beside the lines a pull request changes, which a contributor accepts with a click."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.github.client import GitHubRepository, is_ours
from macros.github.markdown import block, harmless
from macros.lint.check_report import ReportedDiagnostic

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


def changed_lines(number: int, repository: GitHubRepository) -> dict[str, set[int]]:
    """The files that a pull request changes, with the lines that can be commented on."""
    files = repository.get_all(f"pulls/{number}/files")
    return {file["filename"]: lines_shown(file.get("patch") or "") for file in files if file["status"] != "removed"}


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
    shown, number = set(), 0
    for line in patch.split("\n"):
        if hunk := _HUNK.match(line):
            number = int(hunk[1])
        elif number and line[:1] in ("+", " "):
            shown.add(number)
            number += 1
    return shown


def put_suggestions(number: int, commit: str, wanted: Sequence[Suggestion], repository: GitHubRepository) -> None:
    """Add the `wanted` comments to a pull request, and delete our others, which begin with `MARK`."""
    comments = [one for one in repository.get_all(f"pulls/{number}/comments") if is_ours(one, MARK)]
    existing = {Suggestion(one["path"], one["line"] or 0, one["body"]): one["id"] for one in comments}
    for suggestion, comment in existing.items():
        if suggestion not in wanted:
            repository.delete(f"pulls/comments/{comment}")
    for suggestion in wanted:
        if suggestion not in existing:
            place = {"path": suggestion.path, "line": suggestion.line, "side": "RIGHT", "commit_id": commit}
            repository.send("POST", f"pulls/{number}/comments", {**place, "body": suggestion.body})
