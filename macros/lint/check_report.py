"""The report of a check as JSON. The validator writes it and the comment on a pull request reads it, both with this one model.

What is written can therefore always be read. What is read is untrusted all the same: a stranger's code may have written it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from macros.lint.diagnostics import Diagnostic, Fix, Level, shortened
from macros.lint.people.untold import covered
from macros.source.document import MAX_FILE_BYTES, Document
from macros.source.invisible import is_visible, made_visible
from macros.source.settings import SETTINGS_FILE

# About 70,000 diagnostics. What would make a report larger is left out of it.
MOST_BYTES = 32 * 1024 * 1024

_LONGEST_PATH = 1000
_LONGEST_ADDRESS = 1000
_LONGEST_LINE = 4000


class ReportUnreadable(Exception):
    """The report is not what the validator writes."""


def _seen(text: str) -> str:
    if not is_visible(text):
        raise ValueError("a character that cannot be seen")
    return text


def _below_content(path: str) -> str:
    folder, *below = path.split("/")
    if path == SETTINGS_FILE:
        return path
    if folder != "content" or not {"", ".", ".."}.isdisjoint(below):
        raise ValueError("a path that leads elsewhere")
    return path


_OneLine = Annotated[str, AfterValidator(_seen)]
_Position = Annotated[int, Field(ge=1, le=MAX_FILE_BYTES + 1)]


class ReportedDiagnostic(BaseModel):
    """A diagnostic as the report has it.

    `path` has forward slashes, and characters that cannot be seen as their numbers. `help` is the address that explains the
    rule. `suggestion` is the fixed line, or None if the fix is not in one line that can be shown, or that line has something
    personal in it.
    """

    # Without `extra="forbid"`: the check of a pull request runs that pull request's own version of this.
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    path: Annotated[_OneLine, AfterValidator(_below_content)] = Field(max_length=_LONGEST_PATH)
    line: _Position
    column: _Position = 1
    length: _Position = 1
    level: Level
    rule: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
    help: _OneLine | None = Field(default=None, max_length=_LONGEST_ADDRESS)
    message: _OneLine = Field(max_length=1000)
    repairable: bool = False
    suggestion: _OneLine | None = Field(default=None, max_length=_LONGEST_LINE)


_REPORT = TypeAdapter(list[ReportedDiagnostic])


def json_report(diagnostics: Iterable[Diagnostic], documents: Mapping[str, Document], helps: Mapping[str, str]) -> str:
    """The diagnostics as a JSON list of `ReportedDiagnostic`, each on a line of its own; as many as fit into `MOST_BYTES`.

    `helps` has the address that explains each rule, if there is one.
    """
    lines: list[str] = []
    size = len("[\n\n]")
    for diagnostic in diagnostics:
        line = _reported(diagnostic, documents.get(diagnostic.path), helps.get(diagnostic.rule)).model_dump_json()
        size += len(line.encode()) + len(",\n")
        if size > MOST_BYTES:
            break
        lines.append(line)
    return "[\n{}\n]".format(",\n".join(lines)) if lines else "[]"


def read_report(content: bytes) -> Sequence[ReportedDiagnostic]:
    """The diagnostics in a JSON report. Raises `ReportUnreadable` if it is too large or malformed."""
    if len(content) > MOST_BYTES:
        raise ReportUnreadable("The report is too large.")
    try:
        return _REPORT.validate_json(content)
    except ValidationError:
        raise ReportUnreadable("The report is not what the validator writes.") from None


def _reported(diagnostic: Diagnostic, document: Document | None, help_address: str | None) -> ReportedDiagnostic:
    return ReportedDiagnostic(
        path=shortened(made_visible(diagnostic.path), _LONGEST_PATH),
        line=diagnostic.span.line,
        column=diagnostic.span.column,
        length=diagnostic.span.length,
        level=diagnostic.level,
        rule=diagnostic.rule,
        help=_if_it_fits(help_address, _LONGEST_ADDRESS),
        message=diagnostic.message,
        repairable=diagnostic.fix is not None,
        suggestion=_if_it_fits(_fixed_line(diagnostic, document), _LONGEST_LINE),
    )


def _if_it_fits(text: str | None, longest: int) -> str | None:
    return text if text is not None and len(text) <= longest and is_visible(text) else None


def _fixed_line(diagnostic: Diagnostic, document: Document | None) -> str | None:
    fix = diagnostic.fix
    if not isinstance(fix, Fix) or fix.span is None or document is None:
        return None
    line, start = document.line(fix.span.line), fix.span.column - 1
    if covered(line) != line:
        # A suggestion shows the whole line in a comment.
        return None
    return line[:start] + fix.text + line[start + fix.span.length :]
