"""The page that reads minutes does what the command does."""

from __future__ import annotations

import os
import subprocess
import sys

from macros.library.library import Library
from tests.support.exporting import to_change
from tests.support.minutes_foreign import damaged, foreign
from tests.support.minutes_made import AFTER, made
from tests.support.minutes_page import Alike
from tests.support.project import ROOT

# As many of each kind as the environment says: 5,000 were tried when this was written.
NUMBER = int(os.environ.get("MINUTES", "60"))
FIRST = int(os.environ.get("FIRST", "0"))
# In seconds, for the tests of the command: ten times as long as they usually take.
PATIENCE = 600


def numbers(share: float = 1) -> range:
    return range(FIRST, FIRST + int(NUMBER * share))


def test_our_form_filled_in(orchard_as_read: Library) -> None:
    alike = Alike()
    for number in numbers(1 / 3):
        one = made(number, orchard_as_read, to_change)
        alike.read(one.content, one.library, AFTER)
    alike.check()


def test_minutes_of_others(orchard_as_read: Library) -> None:
    alike = Alike()
    for number in numbers():
        alike.read(foreign(number), orchard_as_read, AFTER)
    alike.check()
    refused = sum("refused" in one for one in alike.by_command)
    assert 0 < refused < NUMBER / 2


def test_damaged_files_are_read_alike_or_refused(orchard_as_read: Library) -> None:
    alike = Alike()
    for number in numbers():
        alike.read(damaged(number), orchard_as_read, AFTER)
    alike.check(may_refuse=True)
    assert 0 < sum("refused" in one for one in alike.by_command) < NUMBER


def test_whatever_the_other_tests_have_the_command_read() -> None:
    """They run once more, with a plugin that has the page read the same files."""
    files = [f"tests/unit/test_minutes_{name}.py" for name in ("form", "habits", "hostile", "walk")]
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "tests.support.minutes_noted", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout
