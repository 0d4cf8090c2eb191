"""The command as a person runs it: what it prints, where, and what it ends with."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from scripts import validate
from tests.support import programs
from tests.support.project import ROOT, TODAY_EPOCH

LUNCH = "content/initiatives/sample-lunch.md"
SCRIPT = ROOT / "scripts/validate.py"


@pytest.fixture(autouse=True)
def _that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(validate.main, list(map(str, arguments)))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def run_as_program(*arguments: object) -> programs.Done:
    return programs.run(SCRIPT, *arguments)


def run_on_a_terminal(*command: object) -> str:
    """What a program prints when both its outputs are a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(list(map(str, command)), stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT)
    os.close(theirs)
    printed = b""
    try:
        while chunk := os.read(ours, 4096):
            printed += chunk
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    os.close(ours)
    process.wait(timeout=programs.PATIENCE)
    return printed.decode()


def break_lunch(network: Path, old: str = "stage: trying", new: str = "stage: attempted") -> None:
    text = (network / LUNCH).read_text(encoding="utf-8")
    assert old in text
    (network / LUNCH).write_text(text.replace(old, new), encoding="utf-8")


def test_a_clean_network_ends_with_0(smallest: Path) -> None:
    done = run_as_program("--root", smallest)
    assert (done.returncode, done.stdout, done.stderr) == (0, "8 files checked, nothing wrong.\n", "")


def test_an_error_ends_with_1_and_shows_its_line(smallest: Path) -> None:
    break_lunch(smallest)
    done = run_as_program("--root", smallest)
    assert (done.returncode, done.stderr) == (1, "")
    head, line, caret, last = done.stdout.splitlines()
    assert head.startswith(f"{LUNCH}:7:8: error [choice-unknown]")
    assert (line, caret) == ("    7 | stage: attempted", "      |        ^^^^^^^^^")
    assert last == "8 files checked: 1 error."


def test_a_warning_ends_with_0(smallest: Path) -> None:
    break_lunch(
        smallest, "added: 2026-01-10", "added: 2020-01-10\nreviews:\n  - date: 2020-01-10\n    outcome: still right"
    )
    break_lunch(smallest, "started: 2025-09", "started: 2019-09")
    result = run("--root", smallest)
    assert (result.exit_code, "warning [review-overdue]" in result.output) == (0, True)


def test_a_new_date_in_an_old_review_is_refused(smallest: Path) -> None:
    reviewed = "added: 2026-01-10\nreviews:\n  - date: {}\n    outcome: still right"
    break_lunch(smallest, "added: 2026-01-10", reviewed.format("2026-03-01"))
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "A"],
    ):
        subprocess.run(["git", *command], cwd=smallest, check=True)
    assert run("--root", smallest).exit_code == 0
    break_lunch(smallest, "2026-03-01", "2026-06-01")
    # That every other record was changed too does not get in between.
    for path in (smallest / "content").rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\nMore, and no less.\n", encoding="utf-8")
    moved = run("--root", smallest)
    assert (moved.exit_code, "error [review-rewritten] The review of 1 March 2026" in moved.output) == (1, True)
    assert moved.output.count("error") == 2
    # Nobody can say what was there before in a commit that there is not, and git takes it for nothing else.
    for name in ("nothing", f"--output={smallest / 'written'}", "HEAD..HEAD", "caf\udce9"):
        unknown = run("--root", smallest, f"--before={name}")
        assert (unknown.exit_code, "Git knows no commit" in unknown.output) == (2, True)
    assert not (smallest / "written").exists()
    break_lunch(smallest, "2026-06-01", "2026-03-01\n    outcome: still right\n  - date: 2026-06-01")
    assert run("--root", smallest).exit_code == 0


def test_a_meeting_that_was_moved_needs_an_update_also_under_a_new_name(smallest: Path) -> None:
    meeting = smallest / "content/meetings/2026-12-winter.md"
    text = (smallest / "content/meetings/sample-meeting.md").read_text(encoding="utf-8")
    text = text.replace("stage: held", "stage: planned\nstarts: 13:30\nplace: York").replace(
        "attended:\n  - sample-brindle\n", ""
    )
    text = text.replace("2025-12-11", "2026-12-15").replace("A made-up meeting", "The winter meeting")
    meeting.write_text(text, encoding="utf-8")
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "A"],
    ):
        subprocess.run(["git", *command], cwd=smallest, check=True)
    assert run("--root", smallest).output.endswith("nothing wrong.\n")
    moved = meeting.read_text(encoding="utf-8").replace("2026-12-15", "2027-01-14")
    renamed = meeting.with_name("2027-01-winter.md")
    meeting.unlink()
    renamed.write_text(moved.replace("date:", "aliases:\n  - 2026-12-winter\ndate:"), encoding="utf-8")
    untold = run("--root", smallest)
    assert untold.exit_code == 1
    assert 'The field "date" was "2026-12-15" before and is now "2027-01-14".' in untold.output
    update = "updates:\n  - date: 2026-11-23\n    note: The meeting is now in January.\naliases:"
    renamed.write_text(renamed.read_text(encoding="utf-8").replace("aliases:", update), encoding="utf-8")
    assert run("--root", smallest).output.endswith("nothing wrong.\n")


def test_named_files_are_checked_against_everything(smallest: Path) -> None:
    break_lunch(smallest)
    theme = smallest / "content/themes/peer-support.md"
    assert run("--root", smallest, theme).output == "1 file checked, nothing wrong.\n"
    assert run("--root", smallest, theme, smallest / LUNCH).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--rule", "nothing"], 'There is no rule "nothing". The rules are: '),
        (["content/initiatives/nothing.md"], "There is no file"),
        (["content"], "There is no file"),
        (["mkdocs.yml"], "is not below content/"),
        (["--format", "xml"], "Invalid value"),
    ],
)
def test_what_cannot_be_run_ends_with_2(
    arguments: list[str], message: str, smallest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(smallest)
    result = run("--root", smallest, *arguments)
    assert (result.exit_code, message in result.output) == (2, True)
    assert "Traceback" not in result.output


def test_a_folder_that_is_not_a_network_ends_with_2(tmp_path: Path) -> None:
    done = run_as_program("--root", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no mkdocs.yml" in done.stderr


def test_one_rule_can_be_run_alone(smallest: Path) -> None:
    break_lunch(smallest)
    assert run("--root", smallest, "--rule", "choice-unknown").exit_code == 1
    assert run("--root", smallest, "--rule", "key-duplicated").exit_code == 0


def test_the_formats_for_programs(smallest: Path) -> None:
    assert run("--root", smallest, "--format", "github").output == ""
    assert json.loads(run("--root", smallest, "--format", "json").output) == []
    break_lunch(smallest)
    assert run("--root", smallest, "--format", "github").output.startswith(
        f"::error file={LUNCH},line=7,col=8,title=choice-unknown::"
    )
    (found,) = json.loads(run("--root", smallest, "--format", "json").output)
    assert (found["path"], found["line"], found["rule"], found["repairable"]) == (LUNCH, 7, "choice-unknown", False)


def test_fix_repairs_and_says_what(smallest: Path) -> None:
    before = (smallest / LUNCH).read_bytes()
    break_lunch(smallest, new="stage: Trying")
    assert "--fix can fix 1 of them." in run("--root", smallest).output
    result = run("--root", smallest, "--fix")
    assert (result.exit_code, result.stderr, result.stdout) == (
        0,
        f"Repaired {LUNCH}\n",
        "8 files checked, nothing wrong.\n",
    )
    assert (smallest / LUNCH).read_bytes() == before
    assert run("--root", smallest, "--fix").stderr == ""


def test_fix_goes_on_until_nothing_certain_is_left(smallest: Path) -> None:
    before = (smallest / LUNCH).read_bytes()
    break_lunch(smallest, new="stage: Trying")
    break_lunch(smallest, "- peer-support", "- Peer support")
    assert run("--root", smallest, "--fix").exit_code == 0
    assert (smallest / LUNCH).read_bytes() == before


def test_fix_leaves_what_is_not_certain(smallest: Path) -> None:
    break_lunch(smallest)
    before = (smallest / LUNCH).read_bytes()
    assert run("--root", smallest, "--fix").exit_code == 1
    assert (smallest / LUNCH).read_bytes() == before


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_broken_network_file_is_one_finding(form: str, smallest: Path) -> None:
    file = smallest / "content/network.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("established: 2016-10", "established: then"), encoding="utf-8"
    )
    result = run("--root", smallest, "--format", form)
    assert (result.exit_code, result.output.count("date-invalid")) == (1, 1)


def test_a_network_without_records_or_without_content(smallest: Path) -> None:
    for file in (smallest / "content").glob("*/*.md"):
        file.unlink()
    assert run("--root", smallest).exit_code == 0
    (smallest / "content").rename(smallest / "elsewhere")
    result = run("--root", smallest)
    assert result.exit_code == 1
    assert result.output.startswith("content/network.yml:1:1: error [file-unreadable]")


def test_a_file_name_that_is_not_text_is_reported(smallest: Path) -> None:
    Path(os.fsdecode(os.fsencode(smallest) + b"/content/initiatives/a\xffb.md")).write_text(
        "---\ntitle: a: b\n---\n", encoding="utf-8"
    )
    for form in ("text", "github", "json"):
        done = run_as_program("--root", smallest, "--format", form)
        assert (done.returncode, done.stderr) == (1, "")
        assert "file-name-invalid" in done.stdout


def test_colours_are_for_terminals(smallest: Path) -> None:
    break_lunch(smallest)
    assert "\x1b" not in run_as_program("--root", smallest).stdout
    printed = run_on_a_terminal(sys.executable, SCRIPT, "--root", smallest)
    assert "\x1b[31m" in printed
    assert "error [choice-unknown]" in click.unstyle(printed)


def at_once(network: Path, *options: str) -> tuple[str | Path, ...]:
    """A check that tells of every stage, however short it is."""
    options = ("--root", str(network), *options)
    code = (
        "from macros.lint import progress; from scripts import validate; progress._QUIET_SECONDS = -1; "
        f"validate.main({list(options)!r})"
    )
    return (sys.executable, "-c", code)


def test_progress_is_shown_on_a_terminal_once_it_takes_long(smallest: Path) -> None:
    printed = run_on_a_terminal(*at_once(smallest))
    assert re.search(r"Reading 7 files +\[#+\] +7/7", printed)
    assert re.search(r"Checking +\[#+\]", printed)
    assert "Reading" not in run_on_a_terminal(sys.executable, SCRIPT, "--root", smallest)


def test_elsewhere_each_stage_that_takes_long_has_a_line_with_its_seconds(smallest: Path) -> None:
    def told(*options: str) -> str:
        command = [*map(str, at_once(smallest, *options))]
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stderr

    assert re.fullmatch(r"Reading 7 files: \d+\.\d s\nChecking: \d+\.\d s\n", told())
    assert told("--format", "json") == ""
    assert run("--root", smallest).stderr == ""
