"""The command reads the event of an issue and leaves the proposal for the next step."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from tests.support.programs import Done, run
from tests.support.project import ROOT, TODAY_EPOCH

FILE = "content/themes/breaks-and-what-is-not-one-lunch.md"


def record_from_issue(network: Path, event: Path, into: Path) -> Done:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH, "GITHUB_EVENT_PATH": str(event)}
    return run(ROOT / "scripts/record_from_issue.py", "--root", network, into, environment=environment)


def test_the_command_reads_the_event_and_leaves_the_proposal(smallest: Path, tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    body = (ROOT / "tests/issues/theme.md").read_text(encoding="utf-8")
    issue = {"number": 12, "title": "Breaks, and what is not one: #lunch", "body": body}
    event.write_text(json.dumps({"issue": issue}), encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(smallest)], check=True)
    done = record_from_issue(smallest, event, tmp_path / "into")
    assert (done.stdout, done.stderr) == (f"Wrote {FILE}\n", "")
    left = json.loads((tmp_path / "into/proposal.json").read_text(encoding="utf-8"))
    assert left["path"] == FILE
    event.write_text(json.dumps({"issue": {**issue, "body": None}}), encoding="utf-8")
    assert record_from_issue(smallest, event, tmp_path / "into").stdout == "Issue 12 cannot become a record yet.\n"
