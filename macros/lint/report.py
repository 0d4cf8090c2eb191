"""Findings as people and programs read them: as text with the line and a caret, as annotations, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import click

from macros.lint.finding import Finding, Level
from macros.lint.sarif import sarif_report
from macros.source.document import Document

Documents = Mapping[str, Document]

FORMS = ("text", "github", "json", "sarif")

_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow"}
# A line of the front matter can be as long as a paragraph; this much of it fits a terminal.
_SHOWN_BEFORE, _SHOWN_AFTER = 40, 100


def one_line(finding: Finding) -> str:
    """content/initiatives/shared-lunch.md:6:8: error [choice-unknown] "estabished" is not a stage."""
    return click.unstyle(_head(finding))


def report(form: str, findings: Sequence[Finding], documents: Documents, files: int, rules_at: str = "") -> str:
    """The findings in one of `FORMS`."""
    match form:
        case "json":
            return json_report(findings, documents, rules_at)
        case "sarif":
            return sarif_report(findings, rules_at)
        case "github":
            return github_report(findings)
    return text_report(findings, documents, files, rules_at)


def text_report(findings: Sequence[Finding], documents: Documents, files: int, rules_at: str = "") -> str:
    """Every finding with its line and a caret under the mistake, where to read more, and one summary line; with colour codes.

    `rules_at` is the address of the page of rules, if there is one.
    """
    parts = [_coloured(finding, documents.get(finding.mistake.path)) for finding in findings]
    helps = [f"More on {rule}: {address}" for rule, address in _help(findings, rules_at).items()]
    return "\n".join([*parts, *helps, _summary(findings, files)])


def plain_report(findings: Sequence[Finding], documents: Documents, files: int, rules_at: str = "") -> str:
    """As `text_report`, without colour."""
    return click.unstyle(text_report(findings, documents, files, rules_at))


def _help(findings: Sequence[Finding], rules_at: str) -> dict[str, str]:
    """Where each rule is explained that found something, in their order."""
    return {finding.rule: f"{rules_at}#{finding.rule}" for finding in findings} if rules_at else {}


def github_report(findings: Sequence[Finding]) -> str:
    """A workflow command for each finding, which shows as an annotation of the changed file.

    Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return "\n".join(
        f"::{finding.level} file={_escaped(finding.mistake.path)},line={finding.mistake.span.line},"
        f"col={finding.mistake.span.column},title={_escaped(finding.rule)}::{_escaped_message(finding.mistake.message)}"
        for finding in findings
    )


def json_report(findings: Sequence[Finding], documents: Documents, rules_at: str = "") -> str:
    """A list of objects: path, line, column, length, level, rule, its help, message, whether it can be repaired, suggestion.

    The suggestion is the line as it should be, if the repair is in one line, or null.
    """
    helps = _help(findings, rules_at)
    return json.dumps(
        [
            {
                "path": finding.mistake.path,
                "line": finding.mistake.span.line,
                "column": finding.mistake.span.column,
                "length": finding.mistake.span.length,
                "level": finding.level.value,
                "rule": finding.rule,
                "help": helps.get(finding.rule),
                "message": finding.mistake.message,
                "repairable": finding.mistake.repair is not None,
                "suggestion": _mended_line(finding, documents),
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


def _mended_line(finding: Finding, documents: Documents) -> str | None:
    repair, document = finding.mistake.repair, documents.get(finding.mistake.path)
    if repair is None or repair.span is None or document is None:
        return None
    line, start = document.line(repair.span.line), repair.span.column - 1
    return line[:start] + repair.text + line[start + repair.span.length :]


def _head(finding: Finding) -> str:
    mistake = finding.mistake
    place = click.style(f"{mistake.path}:{mistake.span.line}:{mistake.span.column}:", bold=True)
    level = click.style(finding.level.value, fg=_COLOURS[finding.level], bold=True)
    return f"{place} {level} [{finding.rule}] {mistake.message}"


def _coloured(finding: Finding, document: Document | None) -> str:
    mistake, head = finding.mistake, _head(finding)
    line = document.line(mistake.span.line) if document else ""
    if not line.strip():
        return head
    start = max(mistake.span.column - 1 - _SHOWN_BEFORE, 0)
    shown = _visible(line[start : mistake.span.column - 1 + _SHOWN_AFTER])
    before = mistake.span.column - 1 - start
    length = max(1, min(mistake.span.length, len(shown) - before))
    number = str(mistake.span.line)
    caret = click.style("^" * length, fg=_COLOURS[finding.level])
    return f"{head}\n    {number} | {shown}\n    {' ' * len(number)} | {' ' * before}{caret}"


def _visible(text: str) -> str:
    """Text of the same length in which nothing can move the cursor, change colours or hide."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def _summary(findings: Sequence[Finding], files: int) -> str:
    checked = _count(files, "file")
    if not findings:
        return click.style(f"{checked} checked, nothing wrong.", fg="green")
    levels = [
        _count(sum(finding.level is level for finding in findings), level.value)
        for level in Level
        if any(finding.level is level for finding in findings)
    ]
    repairable = sum(finding.mistake.repair is not None for finding in findings)
    hint = f" --fix can repair {repairable} of them." if repairable else ""
    return f"{checked} checked: {' and '.join(levels)}.{hint}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _escaped_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_message(text).replace(":", "%3A").replace(",", "%2C")
