"""Turn an issue into a record if the rules find no error, and write the reply into a folder."""

import os
import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.library.library import read_network
from macros.library.today import today_in
from macros.lint.command_line import command, fault_in
from macros.lint.report import one_line
from macros.minutes.fetching import fetched
from macros.minutes.from_issue import is_sent_minutes, minutes_proposal
from macros.propose.branch import file_of
from macros.propose.issue import read_event
from macros.propose.proposal import branch_of, propose, stopped

_A_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@command()
@click.argument("into", type=click.Path(path_type=Path, file_okay=False))
@click.option("--event", type=_A_FILE, envvar="GITHUB_EVENT_PATH", required=True, help="What GitHub says of the issue.")
def main(into: Path, event: Path, root: Path) -> None:
    """Write the record of an issue, and leave in the folder INTO what scripts/send_proposal.py sends.

    Ends with 0 whether or not the issue can become a record: its author is told.
    """
    issue = read_event(event)
    day = today_in(read_network(root))
    try:
        if is_sent_minutes(issue):
            proposal = minutes_proposal(root, issue, day, fetched, _run_address())
        else:
            proposal = propose(root, issue, file_of(root, branch_of(issue.number)), day, _run_address())
    except Exception as error:
        click.echo(one_line(fault_in(error)), err=True)
        proposal = stopped(issue, _run_address())
    proposal.write(into)
    click.echo(f"Wrote {proposal.path}" if proposal.path else f"Issue {issue.number} cannot become a record yet.")


def _run_address() -> str:
    """The address of the workflow run; empty outside one."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    server, repository, run = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/actions/runs/{run}" if run else ""


if __name__ == "__main__":
    main()
