"""The pull request of a check, and the artifacts that the check left."""

from collections.abc import Mapping
from typing import Any

from macros.github.check_report import MOST_BYTES, ReportUnreadable
from macros.github.client import GitHubRepository


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
