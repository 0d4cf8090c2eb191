"""The artifacts of a check, and the review comments on its pull request."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.github.check_report import MOST_BYTES, ReportUnreadable
from macros.github.client import GitHubRepository, is_ours
from macros.github.suggestions import Suggestion, lines_shown


def pull_request_of(run: Mapping[str, Any], repository: GitHubRepository) -> int | None:
    """The open pull request that a workflow run checked; None if it is closed or changed, or its fork is gone."""
    if not run["head_repository"]:
        return None
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    pulls = repository.get("pulls", state="open", head=head)
    return next((int(pull["number"]) for pull in pulls if pull["head"]["sha"] == run["head_sha"]), None)


def changed_lines(number: int, repository: GitHubRepository) -> dict[str, set[int]]:
    """The files that a pull request changes, with the lines that can be commented on."""
    files = repository.get_all(f"pulls/{number}/files")
    return {file["filename"]: lines_shown(file.get("patch") or "") for file in files if file["status"] != "removed"}


def artifacts(run: int, repository: GitHubRepository) -> dict[str, int]:
    """The ids of a run's artifacts that have not expired, by name."""
    kept = repository.get(f"actions/runs/{run}/artifacts", per_page="100")["artifacts"]
    return {artifact["name"]: int(artifact["id"]) for artifact in kept if not artifact["expired"]}


def archive(artifact: int, repository: GitHubRepository) -> bytes:
    """The ZIP archive of an artifact. Raises `ReportUnreadable` if it is too large to be ours."""
    if repository.get(f"actions/artifacts/{artifact}")["size_in_bytes"] > MOST_BYTES:
        raise ReportUnreadable("The report is too large.")
    return repository.download(f"actions/artifacts/{artifact}/zip")


def put_suggestions(
    number: int, commit: str, mark: str, wanted: Sequence[Suggestion], repository: GitHubRepository
) -> None:
    """Add the `wanted` comments to a pull request, and delete our others, which begin with `mark`."""
    comments = [one for one in repository.get_all(f"pulls/{number}/comments") if is_ours(one, mark)]
    existing = {Suggestion(one["path"], one["line"] or 0, one["body"]): one["id"] for one in comments}
    for suggestion, comment in existing.items():
        if suggestion not in wanted:
            repository.delete(f"pulls/comments/{comment}")
    for suggestion in wanted:
        if suggestion not in existing:
            place = {"path": suggestion.path, "line": suggestion.line, "side": "RIGHT", "commit_id": commit}
            repository.send("POST", f"pulls/{number}/comments", {**place, "body": suggestion.body})
