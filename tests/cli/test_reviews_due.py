"""People are reminded on GitHub of what is due: one issue for each, changed and not repeated, closed when all is done."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from macros.github.client import GitHubRepository
from macros.github.reminder_issues import put_reminders
from macros.github.reminders import Reminder, mark_of
from scripts.reviews_due import main
from tests.support.programs import run
from tests.support.project import ROOT, TODAY_EPOCH

BOT, PERSON = {"login": "github-actions[bot]", "type": "Bot"}, {"login": "somebody", "type": "User"}
ACORN = """---
title: Acorn [x](y) @everybody
summary: A service in a market town and the villages around it, with twelve people.
added: 2026-01-10
contact: team@acorn.example.invalid
area: north
champions:
  - name: Sample Champion Pippin
    role: Cook
    contact: team@acorn.example.invalid
    since: 2025-04
    consent_given: 2026-01-15
    consent_until: 2026-12-15
  - name: Sample Champion Russet
    role: Cook
    contact: team@acorn.example.invalid
    since: 2025-04
    consent_given: 2026-01-15
    consent_until: 2027-01-14
    consent_withdrawn: 2026-11-20
---

A service.
"""


def dry_run(network: Path) -> str:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH, "PATH": ""}
    done = run(ROOT / "scripts/reviews_due.py", "--dry-run", "--root", network, environment=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_issue_lists_what_is_due_and_names_nobody(smallest: Path) -> None:
    theme = smallest / "content/themes/peer-support.md"
    theme.write_text(theme.read_text(encoding="utf-8").replace("2026-01-10", "2025-11-10"), encoding="utf-8")
    (smallest / "content/services/acorn.md").write_text(ACORN, encoding="utf-8")
    (smallest / "mkdocs.yml").write_text(
        "site_url: https://example.org/kb\nedit_uri: https://github.example/kb/edit/main/content/\n", encoding="utf-8"
    )
    words = smallest / "content/network.yml"
    words.write_text(
        words.read_text(encoding="utf-8") + 'roles:\n  editors: "Editors: all # of us"\n', encoding="utf-8"
    )
    printed = dry_run(smallest)
    _, editors, acorn = printed.split("# Reviews due: ")
    assert editors.startswith(f"Editors: all # of us\n\n{mark_of('role:editors')}\n")
    edit = "https://github.example/kb/edit/main/content"
    assert (
        "- [ ] [Peer support](https://example.org/kb/themes/peer-support/): Theme, was due on 10 November 2026. "
        f"[Change its file]({edit}/themes/peer-support.md)\n"
    ) in editors
    assert 'by: "Editors: all # of us"\n' in editors
    assert "Agreements" not in editors
    assert "The agreement ends on 15 December 2026" in acorn
    assert "someone needs to take it out of the file" in acorn
    assert "@everybody" not in acorn.split("\n", 1)[1]
    assert "[x](y)" not in acorn.split("\n", 1)[1]
    for name in ("Pippin", "Russet", "Brindle", "made-up"):
        assert name not in printed


def there(
    number: int, key: str, body: str = "", user: Any = BOT, title: str = "Reviews due: Editors"
) -> dict[str, Any]:
    return {"number": number, "title": title, "body": f"{mark_of(key)}\n{body}", "user": user}


def put(issues: list[Any], due: list[Reminder], folder: Path, monkeypatch: Any) -> tuple[list[str], list[Any]]:
    """What was said, and what GitHub was asked to change, when these issues are open there."""
    program = folder / "bin/gh"
    program.parent.mkdir(exist_ok=True)
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -IS "{ROOT}/tests/support/fake_gh.py" "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    (folder / "issues").write_text(json.dumps(issues), encoding="utf-8")
    changes = folder / "changes"
    changes.unlink(missing_ok=True)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_GITHUB", str(folder))
    monkeypatch.setenv("GH_TOKEN", "none")
    said = list(put_reminders(due, GitHubRepository("network/knowledge-base")))
    return said, [json.loads(line) for line in changes.read_text().splitlines()] if changes.exists() else []


def test_issues_are_opened_changed_left_and_closed(tmp_path: Path, monkeypatch: Any) -> None:
    mark = mark_of("role:editors")
    due = [Reminder(mark, "Reviews due: Editors", f"{mark}\n- [ ] One\n- [ ] Two")]
    strangers = [
        there(1, "role:editors", "mine", PERSON),
        {"number": 2, "title": "A question", "body": None, "user": PERSON},
        there(6, "role:editors", "theirs", {"login": "other[bot]", "type": "Bot"}),
        {**there(7, "role:editors", "a pull request"), "pull_request": {}},
    ]
    _, changes = put(strangers, due, tmp_path, monkeypatch)
    assert changes == [["POST", "issues", {"title": due[0].title, "body": due[0].body}]]
    ticked = there(3, "role:editors", "- [x] One\r\n- [ ] Two")
    assert put([*strangers, ticked], due, tmp_path, monkeypatch) == (["Left 3: Reviews due: Editors"], [])
    old = there(3, "role:editors", "- [ ] One\n- [ ] Two\n- [ ] Three")
    _, changes = put([*strangers, old], due, tmp_path, monkeypatch)
    assert [one[:2] for one in changes] == [["PATCH", "issues,3"]]
    # An owner of whom nothing is due any more, and a second issue of one owner.
    done = [there(4, "service:acorn", "- [ ] One", title="Reviews due: Acorn"), there(5, "role:editors", "- [ ] One")]
    said, changes = put([*done, ticked], due, tmp_path, monkeypatch)
    assert [one[:2] for one in changes] == [
        ["POST", "issues,4,comments"],
        ["PATCH", "issues,4"],
        ["POST", "issues,5,comments"],
        ["PATCH", "issues,5"],
    ]
    assert changes[1][2] == {"state": "closed", "state_reason": "completed"}
    assert said[1] == "Closed 4: Reviews due: Acorn"


def test_nothing_is_closed_while_records_have_errors_or_github_does_not_answer(
    smallest: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    def refused(path: str) -> str:
        monkeypatch.setenv("PATH", path)
        command = ["--repository", "network/knowledge-base", "--root", str(smallest)]
        result = CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": TODAY_EPOCH})
        assert (result.exit_code, result.stdout) == (1, "")
        return result.stderr

    assert 'There is no program "gh"' in refused("")
    failing = tmp_path / "bin/gh"
    failing.parent.mkdir()
    failing.write_text("#!/bin/sh\nexit 4\n", encoding="utf-8")
    failing.chmod(0o755)
    assert "GitHub did not do what we asked." in refused(str(failing.parent))
    (smallest / "content/services/acorn.md").write_text(ACORN.replace("area: north", "area: nort"), encoding="utf-8")
    assert "No issue was opened, changed or closed: the records have errors." in refused("")
    (smallest / "content/services/acorn.md").unlink()
    (smallest / "mkdocs.yml").write_text("site_url: [", encoding="utf-8")
    assert "the records have errors. Run scripts/validate.py first" in refused("")
