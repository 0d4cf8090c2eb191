"""The git branch of a proposal, and its pull request: what is on it, pushing to it, opening it."""

import re
import subprocess
from pathlib import Path

from macros.github.client import GitHubRepository
from macros.library.library import CONTENT
from macros.propose.proposal import Proposal

# The author that GitHub shows for a workflow's commits.
_NAME = "github-actions[bot]"
_ADDRESS = "41898282+github-actions[bot]@users.noreply.github.com"

_RECORD = re.compile(rf"{CONTENT}/[a-z]+/[a-z0-9-]+\.md")


def file_of(root: Path, branch: str) -> str | None:
    """The record that `branch` adds to the checkout at `root`; None if there is no branch or it adds none."""
    if not _exists(root, branch):
        return None
    added = _git(root, "diff", "--name-only", "--diff-filter=A", f"HEAD...origin/{branch}").splitlines()
    return next((path for path in added if _RECORD.fullmatch(path)), None)


def is_changed_by_hand(root: Path, branch: str) -> bool:
    """Whether the branch has someone's work, which must not be lost. Any merge counts, since it can hold work."""
    if not _exists(root, branch):
        return False
    added = f"HEAD..origin/{branch}"
    people = _git(root, "log", "--format=%ae%n%ce", added).splitlines()
    return bool(set(people) - {_ADDRESS} or _git(root, "log", "--merges", "--format=%h", added))


def push(root: Path, proposal: Proposal) -> None:
    """Reset a proposal's branch to the checkout at `root`, plus one commit with its file.

    A branch that already has the same file is left alone, to keep its review comments.
    """
    branch, remote = proposal.branch, ""
    if _exists(root, proposal.branch):
        remote = _git(root, "rev-parse", f"origin/{branch}").strip()
        # An earlier version of the issue may have had another file name.
        is_on_it = _git(root, "ls-tree", "--name-only", remote, "--", proposal.path)
        new = (root / proposal.path).read_text(encoding="utf-8")
        if is_on_it and _git(root, "show", f"{remote}:{proposal.path}") == new:
            return
    _git(root, "switch", "--quiet", "--force-create", branch)
    _git(root, "add", "--", proposal.path)
    author = ("-c", f"user.name={_NAME}", "-c", f"user.email={_ADDRESS}")
    _git(root, *author, "commit", "--quiet", f"--message={proposal.title}\n\nProposed in #{proposal.issue}.")
    # Fails if someone pushed after we looked at the branch.
    _git(root, "push", "--quiet", f"--force-with-lease={branch}:{remote}", "origin", branch)


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


def _exists(root: Path, branch: str) -> bool:
    """Whether the branch existed at the last fetch."""
    return bool(_git(root, "for-each-ref", f"refs/remotes/origin/{branch}"))


def _git(root: Path, *arguments: str) -> str:
    # No shell, so the arguments need no quoting.
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
