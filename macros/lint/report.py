"""Findings as people and programs read them: as text with the line and a caret, as annotations, as JSON."""

import json
from collections.abc import Mapping, Sequence

import click

from macros.lint.diagnostics import Diagnostic, Level
from macros.source.document import Document

Documents = Mapping[str, Document]

FORMS = ("text", "github", "json")

_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow"}
# A line of the front matter can be as long as a paragraph; this much of it fits a terminal.
_SHOWN_BEFORE, _SHOWN_AFTER = 40, 100


def one_line(diagnostic: Diagnostic) -> str:
    """content/initiatives/shared-lunch.md:6:8: error [choice-unknown] "estabished" is not a stage."""
    return click.unstyle(_head(diagnostic))


def report(form: str, diagnostics: Sequence[Diagnostic], documents: Documents, files: int, rules_at: str = "") -> str:
    """The diagnostics in one of `FORMS`."""
    match form:
        case "json":
            return json_report(diagnostics, documents, rules_at)
        case "github":
            return github_report(diagnostics)
    return text_report(diagnostics, documents, files, rules_at)


def text_report(diagnostics: Sequence[Diagnostic], documents: Documents, files: int, rules_at: str = "") -> str:
    """Every diagnostic with its line and a caret under the mistake, where to read more, and one summary line; with colour codes.

    `rules_at` is the address of the page of rules, if there is one.
    """
    parts = [_coloured(diagnostic, documents.get(diagnostic.path)) for diagnostic in diagnostics]
    helps = [f"More on {rule}: {address}" for rule, address in _help(diagnostics, rules_at).items()]
    return "\n".join([*parts, *helps, _summary(diagnostics, files)])


def plain_report(diagnostics: Sequence[Diagnostic], documents: Documents, files: int, rules_at: str = "") -> str:
    """As `text_report`, without colour."""
    return click.unstyle(text_report(diagnostics, documents, files, rules_at))


def _help(diagnostics: Sequence[Diagnostic], rules_at: str) -> dict[str, str]:
    """Where each rule is explained that found something, in their order."""
    return {diagnostic.rule: f"{rules_at}#{diagnostic.rule}" for diagnostic in diagnostics} if rules_at else {}


def github_report(diagnostics: Sequence[Diagnostic]) -> str:
    """A workflow command for each diagnostic, which shows as an annotation of the changed file.

    Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return "\n".join(
        f"::{diagnostic.level} file={_escaped(diagnostic.path)},line={diagnostic.span.line},"
        f"col={diagnostic.span.column},title={_escaped(diagnostic.rule)}::{_escaped_message(diagnostic.message)}"
        for diagnostic in diagnostics
    )


def json_report(diagnostics: Sequence[Diagnostic], documents: Documents, rules_at: str = "") -> str:
    """A list of objects: path, line, column, length, level, rule, its help, message, whether it can be repaired, suggestion.

    The suggestion is the line as it should be, if the repair is in one line, or null.
    """
    helps = _help(diagnostics, rules_at)
    return json.dumps(
        [
            {
                "path": diagnostic.path,
                "line": diagnostic.span.line,
                "column": diagnostic.span.column,
                "length": diagnostic.span.length,
                "level": diagnostic.level.value,
                "rule": diagnostic.rule,
                "help": helps.get(diagnostic.rule),
                "message": diagnostic.message,
                "repairable": diagnostic.fix is not None,
                "suggestion": _mended_line(diagnostic, documents),
            }
            for diagnostic in diagnostics
        ],
        ensure_ascii=False,
        indent=2,
    )


def _mended_line(diagnostic: Diagnostic, documents: Documents) -> str | None:
    fix, document = diagnostic.fix, documents.get(diagnostic.path)
    if fix is None or fix.span is None or document is None:
        return None
    line, start = document.line(fix.span.line), fix.span.column - 1
    return line[:start] + fix.text + line[start + fix.span.length :]


def _head(diagnostic: Diagnostic) -> str:
    place = click.style(f"{diagnostic.path}:{diagnostic.span.line}:{diagnostic.span.column}:", bold=True)
    level = click.style(diagnostic.level.value, fg=_COLOURS[diagnostic.level], bold=True)
    return f"{place} {level} [{diagnostic.rule}] {diagnostic.message}"


def _coloured(diagnostic: Diagnostic, document: Document | None) -> str:
    head = _head(diagnostic)
    line = document.line(diagnostic.span.line) if document else ""
    if not line.strip():
        return head
    start = max(diagnostic.span.column - 1 - _SHOWN_BEFORE, 0)
    shown = _visible(line[start : diagnostic.span.column - 1 + _SHOWN_AFTER])
    before = diagnostic.span.column - 1 - start
    length = max(1, min(diagnostic.span.length, len(shown) - before))
    number = str(diagnostic.span.line)
    caret = click.style("^" * length, fg=_COLOURS[diagnostic.level])
    return f"{head}\n    {number} | {shown}\n    {' ' * len(number)} | {' ' * before}{caret}"


def _visible(text: str) -> str:
    """Text of the same length in which nothing can move the cursor, change colours or hide."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def _summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    checked = _count(files, "file")
    if not diagnostics:
        return click.style(f"{checked} checked, nothing wrong.", fg="green")
    levels = [
        _count(sum(diagnostic.level is level for diagnostic in diagnostics), level.value)
        for level in Level
        if any(diagnostic.level is level for diagnostic in diagnostics)
    ]
    repairable = sum(diagnostic.fix is not None for diagnostic in diagnostics)
    hint = f" --fix can repair {repairable} of them." if repairable else ""
    return f"{checked} checked: {' and '.join(levels)}.{hint}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _escaped_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_message(text).replace(":", "%3A").replace(",", "%2C")
