"""The reports that programs read, by the name of their format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from macros.records.document import Document
from macros.rulebook.finding import Finding
from macros.rulebook.report import github_report, json_report
from macros.rulebook.sarif import sarif_report

REPORTS: Mapping[str, Callable[[Sequence[Finding], Mapping[str, Document]], str]] = {
    "github": lambda findings, _: github_report(findings),
    "json": json_report,
    "sarif": lambda findings, _: sarif_report(findings),
}
