"""The comment on a pull request: what is fine, what to fix and how, and where to see the result."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.github.markdown import template
from macros.lint.check_report import ReportedDiagnostic
from macros.lint.engine import rules

MARK = "<!-- network-knowledge-base: check -->"
_RECORD = re.compile(r"content/[a-z]+/[A-Za-z0-9._-]+\.md")
# GitHub's limit is 65,536 characters. The log of the check has the rest.
_MOST_SHOWN = 50
_MOST_FINE = 30
_LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class CheckedChange:
    """A checked pull request: the files it changes, where to read them, and how the check ended.

    `diagnostics` is None if the check ended before it read the records. `site` is the address of the built site to
    download, `guide` of the page on fields and `rules_page` of the page on rules; each may be empty.
    """

    files: Sequence[str]
    source: str
    log: str
    succeeded: bool
    diagnostics: Sequence[ReportedDiagnostic] | None
    site: str
    guide: str
    rules_page: str


def comment(change: CheckedChange) -> str:
    """The comment in Markdown. It begins with `MARK`, by which it is found again."""
    shown = _MOST_SHOWN
    # Diagnostics may quote long text, and escaping makes it longer.
    while len(text := _text(change, shown)) > _LONGEST and shown:
        shown //= 2
    return text


def _text(change: CheckedChange, shown: int) -> str:
    """The comment with at most `shown` errors and half as many warnings.

    How many are left out is not said: a rule stops looking after so many in a file, and the report may have been cut.
    """
    diagnostics = change.diagnostics or []
    errors = [one for one in diagnostics if one.level == "error"]
    warnings = [one for one in diagnostics if one.level == "warning"]
    faulty = {one.path for one in diagnostics}
    checked = change.files if change.diagnostics is not None else ()
    fine = [path for path in checked if path not in faulty and _RECORD.fullmatch(path)]
    return template("comment.md.j2").render(
        mark=MARK,
        change=change,
        rules=rules(),
        fine=fine[:_MOST_FINE],
        more_fine=max(0, len(fine) - _MOST_FINE),
        to_mend=errors[:shown],
        to_look_at=warnings[: shown // 2],
        more=max(0, len(errors) - shown),
        more_to_look_at=max(0, len(warnings) - shown // 2),
    )
