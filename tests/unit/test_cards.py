"""A check of a few files says what a check of all says of them, though it does not read the others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from benchmarks.hostile import Folder, Repository, mutated, read_repository
from macros.library.cards import CACHE, Cards
from macros.library.library import CONTENT, Library, NetworkUnreadable, read_library
from macros.lint.diagnostics import Diagnostic
from macros.lint.engine import check_library
from tests.support.inventing import examples
from tests.support.project import ROOT, TODAY

LUNCH = "content/initiatives/sample-lunch.md"
MEETING = "content/meetings/sample-meeting.md"


@pytest.fixture(autouse=True)
def every_card_is_worth_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.library.cards._WORTH_WRITING", 1)


def asked(root: Path, *paths: str) -> Library:
    return read_library(root, asked=paths)


def said(library: Library, paths: Sequence[str]) -> list[Diagnostic]:
    return check_library(library, TODAY, paths=paths)


def test_a_record_that_is_known_is_not_read_until_something_asks_for_it(smallest: Path) -> None:
    asked(smallest, LUNCH)
    library = asked(smallest, LUNCH)
    assert MEETING in library.cards
    assert LUNCH not in library.cards
    meeting = library.at(MEETING)
    assert meeting is not None
    assert meeting.title == library.cards[MEETING].title
    assert library.documents[MEETING].values["title"] == meeting.title


def test_a_record_that_has_changed_is_read(smallest: Path) -> None:
    asked(smallest, LUNCH)
    (smallest / MEETING).write_text("---\ntitle: Another\n---\n", encoding="utf-8")
    assert MEETING not in asked(smallest, LUNCH).cards


def test_other_words_of_the_network_make_every_card_void(smallest: Path) -> None:
    asked(smallest, LUNCH)
    settings = smallest / "content/network.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n# another\n", encoding="utf-8")
    assert asked(smallest, LUNCH).cards == {}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\xff", b'{"made_with": 1}'])
def test_cards_that_cannot_be_read_are_made_again(smallest: Path, damage: bytes) -> None:
    asked(smallest, LUNCH)
    [file] = (smallest / CACHE).iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert asked(smallest, LUNCH).cards == {}
    assert file.read_bytes() == whole


def test_cards_of_other_code_do_not_count(smallest: Path) -> None:
    asked(smallest, LUNCH)
    [file] = (smallest / CACHE).iterdir()
    file.write_text(json.dumps({**json.loads(file.read_bytes()), "made_with": "other code"}), encoding="utf-8")
    assert asked(smallest, LUNCH).cards == {}


def test_a_folder_that_cannot_be_written_is_no_mistake(smallest: Path) -> None:
    (smallest / CACHE).write_text("in the way", encoding="utf-8")
    assert said(asked(smallest, LUNCH), [LUNCH]) == []


def test_a_card_is_kept_for_its_content_only(smallest: Path) -> None:
    network = (smallest / "content/network.yml").read_text(encoding="utf-8")
    lunch, cards = read_library(smallest).at(LUNCH), Cards(smallest, network)
    assert lunch is not None
    cards.keep(LUNCH, b"one", lunch)
    assert cards.get(LUNCH, b"other") is None
    card = cards.get(LUNCH, b"one")
    assert card is not None
    assert (card.id, card.title) == (lunch.id, lunch.title)


@pytest.mark.thorough
def test_a_few_files_are_checked_as_among_all(tmp_path: Path) -> None:
    (tmp_path / CONTENT).mkdir()
    (tmp_path / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    folder, chance = Folder(tmp_path / CONTENT), Random(2016)
    empty, orchard = (read_repository(ROOT / f"tests/networks/{name}/content") for name in ("empty", "orchard"))
    network = start = Repository(empty.files | orchard.files)
    compared = 0
    for _ in range(examples(60)):
        network = start if chance.random() < 0.2 else mutated(network, chance)
        # The names of files are another rule's matter, and many of them would only be in the way.
        network = Repository({path: text for path, text in network.files.items() if path in start.files})
        folder.become(network)
        try:
            library = read_library(tmp_path)
        except NetworkUnreadable:
            network = start
            continue
        paths = chance.sample([*library.documents], 3)
        assert said(asked(tmp_path, *paths), paths) == said(library, paths), paths
        compared += 1
    assert compared
