"""Comment on a pull request with the results of its check. Runs on main, in a workflow started by the end of a check."""

import json
import os
import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.github import pull_request_comment as comment
from macros.github import suggestions
from macros.github.check_report import archive, artifacts, pull_request_of, read_archive
from macros.github.client import GitHubRepository
from macros.library.library import read_library
from macros.lint.check_report import ReportUnreadable
from macros.lint.command_line import command
from macros.lint.help_links import field_guide_address, rules_address


@command()
def main(root: Path) -> None:
    """Write one comment, and suggestions beside lines, on the pull request of the check that GITHUB_EVENT_PATH tells of.

    Nothing of the pull request is run, and what its check has left behind is taken for a stranger's words. Needs `gh`
    with a token in GH_TOKEN that may write to pull requests.
    """
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    run, commit = event["workflow_run"], event["workflow_run"]["head_sha"]
    repository = GitHubRepository(event["repository"]["full_name"])
    number = pull_request_of(run, repository)
    if number is None:
        click.echo("The pull request is closed, or has gone on since: nothing to say.")
        return
    changed = suggestions.changed_lines(number, repository)
    ids = artifacts(run["id"], repository)
    try:
        diagnostics = read_archive(archive(ids["findings"], repository)) if "findings" in ids else None
    except ReportUnreadable as unreadable:
        click.echo(str(unreadable))
        diagnostics = None
    documents = read_library(root).documents
    body = comment.comment(
        comment.CheckedChange(
            files=list(changed),
            source=f"{run['head_repository']['html_url']}/blob/{commit}",
            log=run["html_url"],
            succeeded=run["conclusion"] == "success",
            diagnostics=diagnostics,
            site=f"{run['html_url']}/artifacts/{ids['site']}" if "site" in ids else "",
            guide=field_guide_address(root, documents),
            rules_page=rules_address(root, documents),
        )
    )
    repository.put_comment(number, comment.MARK, body)
    wanted = suggestions.suggestions(diagnostics or [], changed)
    suggestions.put_suggestions(number, commit, wanted, repository)
    click.echo(f"Pull request {number}: {len(diagnostics or [])} findings, {len(wanted)} suggestions.")


if __name__ == "__main__":
    main()
