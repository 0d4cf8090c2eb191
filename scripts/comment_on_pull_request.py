"""Tell a pull request what its check has found. Runs on main, in a workflow that starts when a check has ended."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

# Run as a file, a script has its own folder on the path and not the project's.
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

from macros.teaching import comment, suggestions  # noqa: E402
from macros.teaching.comment import Change  # noqa: E402
from macros.teaching.findings import Unreadable, read_archive  # noqa: E402
from macros.teaching.github import GitHub  # noqa: E402

_SITE_ADDRESS = re.compile(r"^site_url: *(https://\S+?)/?$", re.MULTILINE)


@click.command()
def main() -> None:
    """Write one comment, and suggestions beside lines, on the pull request of the check that GITHUB_EVENT_PATH tells of.

    Nothing of the pull request is run, and what its check has left behind is taken for a stranger's words. Needs `gh`
    with a token in GH_TOKEN that may write to pull requests.
    """
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    run, repository = event["workflow_run"], event["repository"]
    commit = run["head_sha"]
    github = GitHub(repository["full_name"])
    pull_request = github.pull_request(run["head_repository"]["owner"]["login"], run["head_branch"], commit)
    if pull_request is None:
        click.echo("The pull request is closed, or has gone on since: nothing to say.")
        return
    number = pull_request["number"]
    changed = github.changed_lines(number)
    kept = github.artifacts(run["id"])
    try:
        findings = read_archive(github.artifact(kept["findings"])) if "findings" in kept else None
    except Unreadable as unreadable:
        click.echo(str(unreadable))
        findings = None
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    site = found[1] if (found := _SITE_ADDRESS.search(settings)) else ""
    body = comment.comment(
        Change(
            files=list(changed),
            source=f"{run['head_repository']['html_url']}/blob/{commit}",
            log=run["html_url"],
            succeeded=run["conclusion"] == "success",
            findings=findings,
            site=f"{run['html_url']}/artifacts/{kept['site']}" if "site" in kept else "",
            guide=site and f"{site}/contribute/fields/",
            rules_page=site and f"{site}/contribute/rules/",
        )
    )
    github.put_comment(number, comment.MARK, body)
    wanted = suggestions.suggestions(findings or [], changed)
    github.put_suggestions(number, commit, suggestions.MARK, wanted)
    click.echo(f"Pull request {number}: {len(findings or [])} findings, {len(wanted)} suggestions.")


if __name__ == "__main__":
    main()
