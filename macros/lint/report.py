"""Formats diagnostics as text with the line and a caret, as GitHub annotations or as JSON."""

from collections import Counter
from collections.abc import Mapping, Sequence
from os import environ
from urllib.parse import urlsplit

import click

from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.people.untold import covered
from macros.lint.unforeseen import UNFORESEEN
from macros.source.document import Document
from macros.source.invisible import made_visible

Documents = Mapping[str, Document]

FORMS = ("text", "github", "json")

# Where `make serve` shows the site, below the path that it has online. make passes the port on if one was chosen.
_SERVED = f"http://127.0.0.1:{environ.get('PORT', '8000')}"
_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow"}
# How much of a long line to show around an error; this fits a terminal.
_SHOWN_BEFORE, _SHOWN_AFTER = 40, 100


def one_line(diagnostic: Diagnostic) -> str:
    """content/initiatives/shared-lunch.md:6:8: error [choice-unknown] "estabished" is not a stage."""
    return click.unstyle(_head(diagnostic))


def report(form: str, diagnostics: Sequence[Diagnostic], documents: Documents, files: int, rules_at: str = "") -> str:
    """The diagnostics in the given form, one of `FORMS`."""
    if form == "json":
        # Only here: making the model takes 12 ms, and no other form needs it.
        from macros.lint.check_report import json_report

        return json_report(diagnostics, documents, _help(diagnostics, rules_at))
    if form == "github":
        return github_report(diagnostics)
    return text_report(diagnostics, documents, files, rules_at)


def text_report(diagnostics: Sequence[Diagnostic], documents: Documents, files: int, rules_at: str = "") -> str:
    """Each diagnostic with its line and a caret, then links to the rules and a summary, in colour.

    `rules_at` is the address of the page of rules, if there is one.
    """
    parts = [_coloured(diagnostic, documents.get(diagnostic.path)) for diagnostic in diagnostics]
    helps = [f"More on {rule}: {address}" for rule, address in _help(diagnostics, rules_at).items()]
    if helps:
        helps.append(f"If that site is not online yet, make serve shows the page: {_SERVED}{urlsplit(rules_at).path}")
    return "\n".join([*parts, *helps, _summary(diagnostics, files)])


def plain_report(diagnostics: Sequence[Diagnostic], documents: Documents, files: int, rules_at: str = "") -> str:
    """The same as `text_report`, without colour."""
    return click.unstyle(text_report(diagnostics, documents, files, rules_at))


def _help(diagnostics: Sequence[Diagnostic], rules_at: str) -> dict[str, str]:
    """The address that explains each reported rule, in order of first appearance."""
    reported = dict.fromkeys(diagnostic.rule for diagnostic in diagnostics if diagnostic.rule != UNFORESEEN)
    return {rule: f"{rules_at}#{rule}" for rule in reported} if rules_at else {}


def github_report(diagnostics: Sequence[Diagnostic]) -> str:
    """A workflow command for each diagnostic, which GitHub shows as an annotation of the file.

    Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return "\n".join(
        f"::{one.level} file={_escaped(made_visible(one.path))},line={one.span.line},col={one.span.column},"
        f"title={_escaped(one.rule)}::{_escaped_message(one.message)}"
        for one in diagnostics
    )


def _head(diagnostic: Diagnostic) -> str:
    place = click.style(f"{made_visible(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}:", bold=True)
    level = click.style(diagnostic.level.value, fg=_COLOURS[diagnostic.level], bold=True)
    return f"{place} {level} [{diagnostic.rule}] {diagnostic.message}"


def _coloured(diagnostic: Diagnostic, document: Document | None) -> str:
    head = _head(diagnostic)
    line = covered(document.line(diagnostic.span.line)) if document else ""
    if not line.strip():
        return head
    column = diagnostic.span.column - 1
    start = max(column - _SHOWN_BEFORE, 0)
    shown, before = _visible(line[start : column + _SHOWN_AFTER]), column - start
    length = max(1, min(diagnostic.span.length, len(shown) - before))
    number = str(diagnostic.span.line)
    caret = click.style("^" * length, fg=_COLOURS[diagnostic.level])
    return f"{head}\n    {number} | {shown}\n    {' ' * len(number)} | {' ' * before}{caret}"


def _visible(text: str) -> str:
    """The text, at the same length, with control and invisible characters replaced."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def _summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    checked = _count(files, "file")
    if not diagnostics:
        return click.style(f"{checked} checked, nothing wrong.", fg="green")
    counts = Counter(diagnostic.level for diagnostic in diagnostics)
    levels = [_count(counts[level], level.value) for level in Level if counts[level]]
    repairable = sum(diagnostic.fix is not None for diagnostic in diagnostics)
    hint = f" --fix can fix {repairable} of them." if repairable else ""
    return f"{checked} checked: {' and '.join(levels)}.{hint}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _escaped_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_message(text).replace(":", "%3A").replace(",", "%2C")
