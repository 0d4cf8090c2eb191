"""Opens the pull request of a proposal, and updates it when the issue changes."""

from macros.github.client import GitHubRepository
from macros.propose.proposal import Proposal


def open_pull_request(branch: str, repository: GitHubRepository) -> int | None:
    """The number of the open pull request from `branch`; None if there is none."""
    owner = repository.name.partition("/")[0]
    pulls = repository.get("pulls", state="open", head=f"{owner}:{branch}")
    return int(pulls[0]["number"]) if pulls else None


def put_pull_request(proposal: Proposal, repository: GitHubRepository) -> int:
    """Open or update the pull request of a proposal whose branch exists. Returns its number."""
    number = open_pull_request(proposal.branch, repository)
    words = {"title": proposal.title, "body": proposal.text}
    if number is not None:
        repository.send("PATCH", f"pulls/{number}", words)
        return number
    base = repository.get("")["default_branch"]
    return int(repository.send("POST", "pulls", {"head": proposal.branch, "base": base, **words})["number"])
