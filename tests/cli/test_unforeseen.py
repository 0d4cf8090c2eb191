"""What nobody foresaw is one message that names the file and asks for a report: in every command, and in the build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest
from click.testing import CliRunner

from macros.library import library
from macros.lint.check_report import read_report
from macros.lint.rules import link_broken, title_duplicated
from scripts import comment_on_pull_request, digest, new_record, record_from_issue, validate
from tests.support.building import EMPTY, NETWORKS, build, lay_out
from tests.support.project import ROOT, TODAY_EPOCH

LUNCH = "content/initiatives/sample-lunch.md"
TOLD = "There is a fault in the program, in "
ASKED = "It is not your mistake. Tell whoever looks after the site, with this message and this file."


@pytest.fixture(autouse=True)
def _that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)


def fail(*_: Any, **__: Any) -> NoReturn:
    raise RecursionError("nobody foresaw this")


def said_by(command: click.Command, *arguments: object) -> str:
    """What a command prints that stops over the fault, in its own words."""
    result = CliRunner().invoke(command, list(map(str, arguments)))
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code != 0
    assert "Traceback" not in result.output
    assert "RecursionError" not in result.output
    return result.output


def test_a_fault_in_a_rule_names_the_file_and_leaves_the_other_files_checked(
    smallest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lunch, theme = smallest / LUNCH, smallest / "content/themes/peer-support.md"
    lunch.write_text(f"{lunch.read_text(encoding='utf-8')}\n[Rest](../themes/peer-support.md)\n", encoding="utf-8")
    theme.write_text(theme.read_text(encoding="utf-8").replace("group: people", "group: nothing"), encoding="utf-8")
    monkeypatch.setattr(link_broken, "file_behind", fail)
    said = said_by(validate.main, "--root", smallest)
    assert f"{LUNCH}:1:1: error [unforeseen] {TOLD}rules/link_broken.py, line " in said
    assert ASKED in said
    assert "content/themes/peer-support.md:5:8: error [choice-unknown]" in said
    assert "unforeseen" in said_by(validate.main, "--root", smallest, "--rule", "choice-unknown")
    [one] = read_report(said_by(validate.main, "--root", smallest, "--format", "json", smallest / LUNCH).encode())
    assert (one.path, one.rule) == (LUNCH, "unforeseen")


def test_a_fault_in_a_rule_over_all_files_names_the_one_it_was_at(
    smallest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(title_duplicated, "RuleContext", fail)
    copied = smallest / LUNCH.replace("sample", "second")
    copied.write_bytes((smallest / LUNCH).read_bytes())
    assert f"{LUNCH}:1:1: error [unforeseen] {TOLD}" in said_by(validate.main, "--root", smallest)


def test_a_fault_in_the_reader_names_the_file(smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "read_page", fail)
    assert f"content/initiatives/index.md:1:1: error [unforeseen] {TOLD}" in said_by(validate.main, "--root", smallest)


def test_a_fault_before_any_file_is_read_is_told_too(smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "everything_in", fail)
    [one] = read_report(said_by(validate.main, "--root", smallest, "--format", "json").encode())
    assert (one.path, one.message.startswith(TOLD)) == ("content/network.yml", True)
    assert TOLD in said_by(new_record.main, "--root", smallest, "theme", "A new theme")


def test_a_fault_in_the_digest_is_told(smallest: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (smallest / "mkdocs.yml").write_text("site_name: A\nsite_url: https://example.org/\n", encoding="utf-8")
    monkeypatch.setattr(digest, "write_digest", fail)
    assert TOLD in said_by(digest.main, "--root", smallest, "--out", tmp_path)


def test_a_fault_over_an_issue_is_no_mistake_of_its_author(
    smallest: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    body = (ROOT / "tests/issues/theme.md").read_text(encoding="utf-8")
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"number": 12, "title": "Breaks", "body": body}}), encoding="utf-8")
    monkeypatch.setattr(record_from_issue, "propose", fail)
    monkeypatch.setattr(record_from_issue, "file_of", lambda *_: None)
    done = CliRunner().invoke(
        record_from_issue.main, ["--root", str(smallest), str(tmp_path / "into"), "--event", str(event)]
    )
    assert (done.exit_code, done.stdout) == (0, "Issue 12 cannot become a record yet.\n")
    assert TOLD in done.stderr
    left = json.loads((tmp_path / "into/proposal.json").read_text(encoding="utf-8"))
    assert "It is not your mistake: there is a fault in our program" in left["answer"]
    assert left["path"] == ""


def test_a_fault_in_the_comment_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    event = {"repository": {"full_name": "a/b"}, "workflow_run": {"id": 7, "head_sha": "abc"}}
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.setattr(comment_on_pull_request, "pull_request_of", fail)
    assert TOLD in said_by(comment_on_pull_request.main)


def test_a_fault_in_the_build_names_the_page_and_publishes_nothing_over_it(tmp_path: Path) -> None:
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "smallest")
    frame = network / "theme/main.html"
    frame.write_text(
        f"{{{{ 1 // (0 if page.title == 'A made-up lunch' else 1) }}}}{frame.read_text(encoding='utf-8')}",
        encoding="utf-8",
    )
    site = build(network)
    assert site.status != 0
    assert "Traceback" not in site.log
    assert f"{LUNCH}:1:1: error [unforeseen] {TOLD}builder/record_pages.py, line " in site.log
    assert "The site was not built." in site.log
