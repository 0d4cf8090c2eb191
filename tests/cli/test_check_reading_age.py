"""Pages that are too hard to read are found, and records that are too hard hold up no one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.check_reading_age import main, reading_age
from tests.support.building import NETWORKS

EASY = "We eat lunch at noon. Each of us brings some food. We talk and laugh. No one works. It does us good. " * 3
HARD = (
    "Notwithstanding organisational considerations regarding psychological sustainability, interdisciplinary "
    "collaboration necessitates comprehensive institutional accountability, particularly considering "
    "multidimensional operational interdependencies. "
) * 3


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A network whose pages and records are easy to read."""
    return Path(shutil.copytree(NETWORKS / "smallest", tmp_path / "network"))


def page(text: str) -> str:
    return f"---\ntitle: Lunch\ndescription: How and where we eat our lunch together.\n---\n\n{text}\n"


def test_short_words_and_sentences_are_for_children_and_long_ones_for_no_one() -> None:
    easy, hard = reading_age(EASY), reading_age(HARD)
    assert easy is not None
    assert hard is not None
    assert easy < 9 < 14 < hard


def test_a_few_words_say_nothing() -> None:
    assert reading_age("Notwithstanding organisational considerations.") is None


def test_a_page_that_is_too_hard_is_named_and_refused(network: Path) -> None:
    (network / "content/lunch.md").write_text(page(HARD))
    result = CliRunner().invoke(main, ["--root", str(network)])
    assert result.exit_code == 1
    assert "content/lunch.md  too hard" in result.output
    assert result.output.startswith("Reading ages. A page may need one of 14 at most. These ")
    assert " are the hardest:\n" in result.output


def test_what_a_macro_or_code_says_does_not_count(network: Path) -> None:
    (network / "content/lunch.md").write_text(page(f"{EASY}\n\n```text\n{HARD}\n```\n\n`{HARD}`"))
    result = CliRunner().invoke(main, ["--root", str(network)])
    assert result.exit_code == 0
    assert "content/lunch.md" in result.output


def test_a_record_that_is_too_hard_is_only_listed(network: Path) -> None:
    record = network / "content/themes/peer-support.md"
    record.write_text(f"{record.read_text()}\n{HARD}\n")
    result = CliRunner().invoke(main, ["--root", str(network)])
    assert result.exit_code == 0
    assert "content/themes/peer-support.md  too hard" in result.output
