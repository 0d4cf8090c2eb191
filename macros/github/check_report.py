"""The pull request that a check was of, and its report. The report is untrusted: a stranger's code may have written it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from macros.github.client import GitHubRepository
from macros.lint.check_report import MOST_BYTES, ReportedDiagnostic, ReportUnreadable, read_report

FILE = "findings.json"

# What the standard library raises for malformed or hostile archives.
_NOT_AN_ARCHIVE = (zipfile.BadZipFile, zlib.error, LookupError, ValueError, RuntimeError, EOFError, OSError)


def pull_request_of(run: Mapping[str, Any], repository: GitHubRepository) -> int | None:
    """The open pull request that a workflow run checked; None if it is closed or changed, or its fork is gone."""
    if not run["head_repository"]:
        return None
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    pulls = repository.get("pulls", state="open", head=head)
    return next((int(pull["number"]) for pull in pulls if pull["head"]["sha"] == run["head_sha"]), None)


def artifacts(run: int, repository: GitHubRepository) -> dict[str, int]:
    """The ids of a run's artifacts that have not expired, by name."""
    kept = repository.get(f"actions/runs/{run}/artifacts", per_page="100")["artifacts"]
    return {artifact["name"]: int(artifact["id"]) for artifact in kept if not artifact["expired"]}


def archive(artifact: int, repository: GitHubRepository) -> bytes:
    """The ZIP archive of an artifact. Raises `ReportUnreadable` if it is too large to be ours."""
    if repository.get(f"actions/artifacts/{artifact}")["size_in_bytes"] > MOST_BYTES:
        raise ReportUnreadable("The report is too large.")
    return repository.download(f"actions/artifacts/{artifact}/zip")


def read_archive(archive: bytes) -> Sequence[ReportedDiagnostic]:
    """The diagnostics in a ZIP archive with `findings.json`. Raises `ReportUnreadable` for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as files, files.open(FILE) as file:
            # The archive may lie about the size: a small one can hold a very large file.
            content = file.read(MOST_BYTES + 1)
    except _NOT_AN_ARCHIVE as error:
        raise ReportUnreadable(f"The report cannot be unpacked: {error}") from None
    return read_report(content)
