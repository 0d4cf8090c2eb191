"""What a commit says is checked, and contributors who change content on a web page are left in peace."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.check_commits import main

SUBJECT = "Lists keep their order"
GOOD = f"{SUBJECT}\n\nReaders lost their place when a filter was taken away.\n"
# What git adds if it is asked to show the changes.
CHANGES = f"# {'-' * 24} >8 {'-' * 24}\n# Do not modify this line.\ndiff --git a/README.md b/README.md\n+Changed.\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with one commit."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "README.md", GOOD)
    return tmp_path


def git(folder: Path, *arguments: str, author: str = "A person") -> None:
    settings = ["-c", f"user.name={author}", "-c", "user.email=team@example.org", "-c", "commit.gpgSign=false"]
    subprocess.run(["git", *settings, "-C", str(folder), *arguments], check=True, capture_output=True)


def commit(folder: Path, path: str, message: str, author: str = "A person") -> None:
    """Change a file, and commit it with these words."""
    file = folder / path
    file.parent.mkdir(exist_ok=True)
    with file.open("a", encoding="utf-8") as opened:
        opened.write("More.\n")
    git(folder, "add", path)
    git(folder, "commit", "--quiet", f"--message={message}", author=author)


def checked(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """The exit status, and what is said of each commit without its number."""
    done = CliRunner().invoke(main, ["--root", str(folder), *arguments])
    return done.exit_code, [line.split(": ", 1)[1] for line in done.output.splitlines()]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (GOOD, []),
        (f"{'a' * 72}\n\nBecause.", []),
        (f"{'a' * 73}\n\nBecause.", ["The subject has 73 characters, and the limit is 72. Put the rest in the body."]),
        (SUBJECT, ["There is no body. Below a blank line, say why you made the change."]),
        (
            f"{SUBJECT}\n\nCo-authored-by: A person <team@example.org>",
            ["There is no body. Below a blank line, say why you made the change."],
        ),
        (f"{SUBJECT}\nBecause.", ["A blank line is missing below the subject."]),
    ],
    ids=["good", "longest", "long", "bare", "signed", "joined"],
)
def test_a_commit_is_checked_before_and_after_it_is_made(message: str, said: list[str], checkout: Path) -> None:
    written = checkout / ".git/message"
    written.write_text(f"{message}\n# Please enter the commit message\n{CHANGES}", encoding="utf-8")
    (checkout / "README.md").write_text("Changed.\n", encoding="utf-8")
    git(checkout, "add", "README.md")
    assert checked(checkout, f"--message={written}") == (int(bool(said)), said)
    commit(checkout, "README.md", message)
    assert checked(checkout, "HEAD^..HEAD") == (int(bool(said)), said)


def test_a_commit_of_content_may_say_anything(checkout: Path) -> None:
    commit(checkout, "content/lunch.md", "Update lunch.md")
    assert checked(checkout, "HEAD^..HEAD") == (0, [])
    (checkout / "content/lunch.md").write_text("Changed.\n", encoding="utf-8")
    git(checkout, "add", "content")
    written = checkout / ".git/message"
    written.write_text("Update lunch.md\n", encoding="utf-8")
    assert checked(checkout, f"--message={written}") == (0, [])


def test_merges_and_bots_may_say_anything(checkout: Path) -> None:
    git(checkout, "switch", "--quiet", "--create", "other")
    commit(checkout, "one.txt", "Bump everything", author="dependabot[bot]")
    git(checkout, "switch", "--quiet", "main")
    commit(checkout, "two.txt", GOOD)
    git(checkout, "merge", "--quiet", "--no-edit", "other")
    assert checked(checkout, "HEAD^..HEAD") == (0, [])
    written = checkout / ".git/message"
    written.write_text("Merge branch 'other'\n", encoding="utf-8")
    (checkout / "README.md").write_text("Changed.\n", encoding="utf-8")
    git(checkout, "add", "README.md")
    assert checked(checkout, f"--message={written}") == (0, [])


def test_there_is_nothing_to_check_without_git_or_new_commits(tmp_path: Path, checkout: Path) -> None:
    assert checked(checkout) == (0, [])
    (tmp_path / "archive").mkdir()
    assert checked(tmp_path / "archive") == (0, [])
