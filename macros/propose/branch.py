"""The branch of a proposal in git: what is on it already, and what is put there."""

import re
import subprocess
from pathlib import Path

from macros.library.library import CONTENT
from macros.propose.proposal import Proposal

# Whom GitHub shows as the author of what a workflow has committed.
_NAME = "github-actions[bot]"
_ADDRESS = "41898282+github-actions[bot]@users.noreply.github.com"

_RECORD = re.compile(rf"{CONTENT}/[a-z]+/[a-z0-9-]+\.md")


def file_of(root: Path, branch: str) -> str | None:
    """The record that the branch adds to what is checked out at `root`; None if there is no such branch, or it adds none."""
    if not _exists(root, branch):
        return None
    added = _git(root, "diff", "--name-only", "--diff-filter=A", f"HEAD...origin/{branch}").splitlines()
    return next((path for path in added if _RECORD.fullmatch(path)), None)


def is_changed_by_hand(root: Path, branch: str) -> bool:
    """Whether somebody has worked on the branch, which must not be lost. A merge can hold work too, so every merge is some."""
    if not _exists(root, branch):
        return False
    added = f"HEAD..origin/{branch}"
    people = _git(root, "log", "--format=%ae%n%ce", added).splitlines()
    return bool(set(people) - {_ADDRESS} or _git(root, "log", "--merges", "--format=%h", added))


def push(root: Path, proposal: Proposal) -> None:
    """Make the branch of a proposal what is checked out at `root`, with its file as one commit on top.

    A branch on which the file is the same already is left alone, with what reviewers have said of it.
    """
    branch, there = proposal.branch, ""
    if _exists(root, proposal.branch):
        there = _git(root, "rev-parse", f"origin/{branch}").strip()
        # An earlier text of the issue may have become another file.
        is_on_it = _git(root, "ls-tree", "--name-only", there, "--", proposal.path)
        new = (root / proposal.path).read_text(encoding="utf-8")
        if is_on_it and _git(root, "show", f"{there}:{proposal.path}") == new:
            return
    _git(root, "switch", "--quiet", "--force-create", branch)
    _git(root, "add", "--", proposal.path)
    author = ("-c", f"user.name={_NAME}", "-c", f"user.email={_ADDRESS}")
    _git(root, *author, "commit", "--quiet", f"--message={proposal.title}\n\nProposed in #{proposal.issue}.")
    # Refused if somebody has pushed since the branch was looked at.
    _git(root, "push", "--quiet", f"--force-with-lease={branch}:{there}", "origin", branch)


def _exists(root: Path, branch: str) -> bool:
    """Whether the branch was there when the project was fetched."""
    return bool(_git(root, "for-each-ref", f"refs/remotes/origin/{branch}"))


def _git(root: Path, *arguments: str) -> str:
    # The arguments go to the program as they are: no shell reads them.
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
