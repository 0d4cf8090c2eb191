"""Send the output of scripts/record_from_issue.py: the branch, the pull request, and the reply on the issue."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.github.client import GitHubRepository
from macros.lint.command_line import command
from macros.propose.answer import MARK, kept, sent, taken_over
from macros.propose.branch import is_changed_by_hand, open_pull_request, push, put_pull_request
from macros.propose.proposal import read_proposal


@command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--repository", envvar="GITHUB_REPOSITORY", required=True, help="Where to send it: OWNER/NAME.")
def main(folder: Path, repository: str, root: Path) -> None:
    """Send the proposal in FOLDER. Needs git that may push to origin, and `gh` with a token in GH_TOKEN."""
    proposal = read_proposal(folder)
    on_github = GitHubRepository(repository)
    if is_changed_by_hand(root, proposal.branch):
        answer = taken_over(open_pull_request(proposal.branch, on_github))
    elif proposal.path:
        push(root, proposal)
        answer = f"{proposal.answer}\n\n{sent(put_pull_request(proposal, on_github))}"
    else:
        number = open_pull_request(proposal.branch, on_github)
        answer = f"{proposal.answer}\n\n{kept(number)}" if number else proposal.answer
    on_github.put_comment(proposal.issue, MARK, answer)


if __name__ == "__main__":
    main()
