"""The page that reads minutes does what the command does."""

from __future__ import annotations

import os
import subprocess
import sys

from macros.kinds import Service
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.minutes.check import checked
from macros.minutes.page_data import network_data
from tests.support.exporting import put, to_change
from tests.support.minutes_foreign import damaged, foreign
from tests.support.minutes_made import AFTER, made
from tests.support.minutes_page import Alike, mistakes_by_page
from tests.support.project import ROOT

# As many of each kind as the environment says: 3,000 were tried when this was written.
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


RECORD = """---
title: The winter meeting
summary: A meeting, with a record that someone types.
added: 2026-12-10
date: 2026-12-10
stage: {stage}
attended: # in no order
  - {first}
  - "{second}"
actions:
  - id: count-the-trees
    text: "owner: of a tree"
    owner: {owner} # the rest is a comment
---

stage: not a field
"""
STAGES = ["held", "Held", "hold", "to be held", "called off", "minuted", "'planned'", "x"]
SERVICES = ["{id}", "{title}", "old-orchard", "{id}s", "{id}, medlar", "{id}; somewhere"]


def test_what_is_typed_has_the_words_of_the_rules(orchard_as_read: Library) -> None:
    library = to_change(orchard_as_read)
    apple, *others = library.all_of(Service).values()
    put(library, apple, aliases=["old-orchard"])
    services = [one.format(id=apple.id, title=apple.title) for one in SERVICES]
    some = {"stage": "held", "first": apple.id, "second": others[0].id, "owner": apple.id}
    typed = [RECORD.format(**some | {"stage": one}) for one in STAGES]
    typed += [RECORD.format(**some | {"first": one}) for one in services]
    typed += [RECORD.format(**some | {"owner": one}) for one in services if "," not in one and ";" not in one]
    network = network_data(PublicLibrary.of(library, AFTER), library.documents, "")
    by_rules = [
        [
            (one.span.line, one.message)
            for one in checked("content/meetings/2026-12-typed.md", text, library, AFTER)
            if one.rule in ("choice-unknown", "reference-broken")
        ]
        for text in typed
    ]
    by_page = mistakes_by_page(typed, network)
    assert by_page == by_rules
    # The first of each are right.
    right = {typed[0], typed[STAGES.index("'planned'")], RECORD.format(**some)}
    assert [text for text, of_text in zip(typed, by_page, strict=True) if not of_text and text not in right] == []


def test_where_no_service_is_near_the_page_lists_them(orchard_as_read: Library) -> None:
    network = network_data(PublicLibrary.of(orchard_as_read, AFTER), orchard_as_read.documents, "")
    text = RECORD.format(stage="held", first="apple", second="zzzzzzzz", owner="apple")
    (((line, message),),) = mistakes_by_page([text], network)
    assert line == text.split("\n").index('  - "zzzzzzzz"') + 1
    assert message.startswith('There is no service called "zzzzzzzz". Choose ')
    assert all(service in message for service in network["current"][:12])


def test_whatever_the_other_tests_have_the_command_read() -> None:
    """They run once more, with a plugin that has the page read the same files."""
    files = [
        f"tests/unit/test_minutes_{name}.py"
        for name in ("first_names", "form", "habits", "hostile", "of_others", "walk")
    ]
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "tests.support.minutes_noted", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout
