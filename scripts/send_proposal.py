"""Send what scripts/record_from_issue.py has left: the branch, the pull request, and the answer on the issue."""

from __future__ import annotations

import sys
from pathlib import Path

# Run as a file, a script has its own folder on the path and not the project's.
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

from macros.proposals.answer import kept, sent, taken_over  # noqa: E402
from macros.proposals.branch import is_changed_by_hand, push  # noqa: E402
from macros.proposals.github import GitHub  # noqa: E402
from macros.proposals.proposal import read_proposal  # noqa: E402


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--repository", envvar="GITHUB_REPOSITORY", required=True, help="Where to send it: OWNER/NAME.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, help="The project's folder.")
def main(folder: Path, repository: str, root: Path) -> None:
    """Send the proposal in FOLDER. Needs git that may push to origin, and `gh` with a token in GH_TOKEN."""
    proposal = read_proposal(folder)
    github = GitHub(repository)
    if is_changed_by_hand(root, proposal.branch):
        answer = taken_over(github.open_pull_request(proposal.branch))
    elif proposal.path:
        push(root, proposal)
        answer = f"{proposal.answer}\n\n{sent(github.put_pull_request(proposal))}"
    else:
        number = github.open_pull_request(proposal.branch)
        answer = f"{proposal.answer}\n\n{kept(number)}" if number else proposal.answer
    github.put_comment(proposal.issue, answer)


if __name__ == "__main__":
    main()
