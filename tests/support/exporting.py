"""What the tests of feeds, calendars and overviews share: a place, libraries to change, text as people write it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import strategies as st

from macros.kinds import Initiative, Record
from macros.library.library import Library, read_library
from macros.library.public import PublicLibrary
from macros.library.records import Records
from macros.outputs.file import SiteInfo
from tests.support.building import EMPTY, NETWORKS, lay_out_to_read
from tests.support.project import TODAY

PLACE = SiteInfo("https://example.org/kb/", "Sample Network", "What members have tried, and what is known.", "en")

# As the models have it for titles and notes.
SHORTEST = 3

SomeRecord = TypeVar("SomeRecord", bound=Record)

# Any character but those that the rules refuse. The spaces of every text are folded when it is read, and what is then too short
# is refused.
WRITTEN = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"),
        min_size=SHORTEST,
        max_size=80,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: len(text) >= SHORTEST)
)
HOSTILE = 'A, b; c: "d" \\n \\, & <e> \' [f](g) =1+1 😀 Siân ]]> %0D%0A ' + "and so on " * 10 + "end"


def library(root: Path) -> Library:
    """The network at `root`."""
    return read_library(root)


def public(shown: Library | PublicLibrary) -> PublicLibrary:
    """What it shows on the day it is in tests."""
    return PublicLibrary.of(shown, TODAY)


def orchard(folder: Path) -> Library:
    """The network whose records refer to each other in every way, laid out in `folder`."""
    return library(lay_out_to_read(folder, EMPTY, NETWORKS / "orchard"))


@pytest.fixture(scope="session")
def orchard_as_read(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """What the same network shows, read once: two meetings held, two to come, and a record of every kind."""
    return orchard(tmp_path_factory.mktemp("network") / "orchard")


@pytest.fixture(scope="session")
def smallest_as_read() -> Library:
    """What the smallest network shows, read once."""
    return library(NETWORKS / "smallest")


@pytest.fixture
def small(smallest_as_read: Library) -> Library:
    """The same, to change."""
    return to_change(smallest_as_read)


@pytest.fixture
def lunch(small: Library) -> Initiative:
    """Its initiative."""
    return small.all_of(Initiative)["sample-lunch"]


@pytest.fixture
def shown(orchard_as_read: Library) -> Library:
    """The orchard, to change."""
    return to_change(orchard_as_read)


def to_change(read: Library) -> Library:
    """A copy of a network as it was read, to change."""
    copied = replace(read, records={kind: {**of_kind} for kind, of_kind in read.records.items()}, pages={**read.pages})
    copied.callers = read.callers
    return copied


def put(shown: Records, record: SomeRecord, record_id: str = "", **values: Any) -> SomeRecord:
    """Change a record of a library, or put a copy of it there with another id."""
    changed = record.model_copy(update=values)
    changed._id = record_id or record.id
    for holder, worked_out in ((changed, "id"), (changed, "path"), (shown, "mentions"), (shown, "backlinks")):
        holder.__dict__.pop(worked_out, None)
    shown.records[record.KIND][changed.id] = changed
    return changed


def rename(shown: Library, record: SomeRecord, record_id: str) -> SomeRecord:
    """Give a record's file another name, as a contributor would: the former one goes to the end of its aliases."""
    del shown.records[record.KIND][record.id]
    return put(shown, record, record_id, aliases=[*record.aliases, record.id])
