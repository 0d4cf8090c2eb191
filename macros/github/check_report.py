"""Reads the report of a check. The file is untrusted: a stranger's code may have written it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

# More than any real check would write.
MOST_BYTES = 1_000_000
_MOST_FINDINGS = 500
FILE = "findings.json"

# Letters in Unicode, but invisible.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")


def _visible(text: str) -> str:
    """Refuse line breaks and invisible or direction-changing characters."""
    if not text.isprintable() or _BLANK_LETTERS & {*text}:
        raise ValueError("a sign that cannot be seen")
    return text


_OneLine = Annotated[str, AfterValidator(_visible)]


class ReportedDiagnostic(BaseModel):
    """A diagnostic in the validator's JSON report."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    path: str = Field(pattern=r"^content(/[A-Za-z0-9_][A-Za-z0-9._-]*)+$", max_length=200)
    line: int = Field(ge=1, le=100_000)
    level: Literal["error", "warning"]
    rule: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)
    message: _OneLine = Field(max_length=1000)
    suggestion: _OneLine | None = Field(default=None, max_length=4000)


# What the standard library raises for malformed or hostile archives.
_NOT_AN_ARCHIVE = (zipfile.BadZipFile, zlib.error, LookupError, ValueError, RuntimeError, EOFError, OSError)


class ReportUnreadable(Exception):
    """The report is not what the validator writes."""


_REPORT = TypeAdapter(Annotated[list[ReportedDiagnostic], Field(max_length=_MOST_FINDINGS)])


def read_archive(archive: bytes) -> Sequence[ReportedDiagnostic]:
    """The diagnostics in a ZIP archive with `findings.json`. Raises `ReportUnreadable` for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as files, files.open(FILE) as file:
            # The archive may lie about the size: a small one can hold a very large file.
            content = file.read(MOST_BYTES + 1)
    except _NOT_AN_ARCHIVE as error:
        raise ReportUnreadable(f"The report cannot be unpacked: {error}") from None
    return read_findings(content)


def read_findings(content: bytes) -> Sequence[ReportedDiagnostic]:
    """The diagnostics in a JSON report. Raises `ReportUnreadable` if it is too large or malformed."""
    if len(content) > MOST_BYTES:
        raise ReportUnreadable("The report is too large.")
    try:
        return _REPORT.validate_json(content)
    except ValidationError:
        raise ReportUnreadable("The report is not what the validator writes.") from None
