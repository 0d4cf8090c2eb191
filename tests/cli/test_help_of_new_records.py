"""What `make new` writes between the fields is no mistake, and `--fix` takes it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.programs import run

LUNCH = "content/initiatives/sample-lunch.md"
HELP = "#: How far it has come.\n"
BLANK = "minutes:\naudience:\n  -\n"


def checked(network: Path, *options: str) -> str:
    done = run("scripts/validate.py", "--root", network, *options)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def changed(network: Path, before: str, *added: str) -> Path:
    """The record with some lines added before one of its own."""
    path = network / LUNCH
    text = path.read_text("utf-8")
    assert f"\n{before}" in text
    path.write_text(text.replace(f"\n{before}", f"\n{''.join(added)}{before}", 1), "utf-8")
    return path


@pytest.mark.parametrize("added", [HELP, f"\n{HELP}", f"{HELP}{BLANK}"])
def test_help_and_blanks_are_not_mentioned_and_taken_out(smallest: Path, added: str) -> None:
    former = (smallest / LUNCH).read_text("utf-8")
    path = changed(smallest, "stage: ", added)
    assert checked(smallest).endswith("nothing wrong.\n")
    checked(smallest, "--fix")
    assert path.read_text("utf-8") == former


def test_blanks_without_help_are_those_of_a_contributor(smallest: Path) -> None:
    changed(smallest, "stage: ", BLANK)
    assert "[style-differs]" in checked(smallest)


@pytest.mark.parametrize("own", ["# Ask Anna first.\n", "colour: red\n"])
def test_a_file_with_words_or_mistakes_of_a_contributor_keeps_its_help(smallest: Path, own: str) -> None:
    path = changed(smallest, "stage: ", HELP, own)
    before = path.read_text("utf-8")
    checked(smallest, "--fix")
    assert path.read_text("utf-8") == before


def test_only_the_files_that_are_named_lose_their_help(smallest: Path) -> None:
    path = changed(smallest, "stage: ", HELP)
    checked(smallest, "--fix", str(smallest / "content/services/sample-brindle.md"))
    assert HELP in path.read_text("utf-8")
    checked(smallest, "--fix", str(path))
    assert HELP not in path.read_text("utf-8")
