"""What a check has found, read from a file that a stranger's code may have written."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

# The longest report that a real check would write, and some more.
MOST_BYTES = 1_000_000
_MOST_FINDINGS = 500
FILE = "findings.json"

_Line = Annotated[int, Field(ge=1, le=100_000)]
_Path = Annotated[str, StringConstraints(pattern=r"^content(/[A-Za-z0-9_][A-Za-z0-9._-]*)+$", max_length=200)]
_Rule = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
# Neither a line break nor a sign that hides or turns text around.
_OneLine = StringConstraints(pattern=r"^[^\x00-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]*$")


class Found(BaseModel):
    """One finding of the validator, as its JSON report has it."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    path: _Path
    line: _Line
    level: Literal["error", "warning"]
    rule: _Rule
    message: Annotated[str, _OneLine, StringConstraints(max_length=1000)]
    suggestion: Annotated[str, _OneLine, StringConstraints(max_length=4000)] | None = None


class Unreadable(Exception):
    """The report is not what the validator writes."""


_REPORT = TypeAdapter(Annotated[list[Found], Field(max_length=_MOST_FINDINGS)])


def read_archive(archive: bytes) -> Sequence[Found]:
    """The findings in a ZIP archive with the file `findings.json`. Raises `Unreadable` for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as files, files.open(FILE) as file:
            # Whatever size the archive claims: a small one can hold a very large file.
            content = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(f"The report cannot be unpacked: {error}") from None
    return read_findings(content)


def read_findings(content: bytes) -> Sequence[Found]:
    """The findings in a JSON report. Raises `Unreadable` if it is too large or not as the validator writes it."""
    if len(content) > MOST_BYTES:
        raise Unreadable("The report is too large.")
    try:
        return _REPORT.validate_python(json.loads(content))
    except (ValueError, RecursionError, ValidationError):
        raise Unreadable("The report is not what the validator writes.") from None
