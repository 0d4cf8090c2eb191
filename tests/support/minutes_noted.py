"""A plugin of pytest: whatever file of minutes the tests have the command read, the page reads too, and has to say the same.

python -m pytest -p tests.support.minutes_noted tests/unit/test_minutes_habits.py
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from macros.library.library import Library
    from tests.support.minutes_page import Alike


@pytest.fixture(scope="session")
def read_alike() -> Iterator[Alike]:
    """What is read, which is compared at the end."""
    # What pytest is to rewrite may not be imported before it reads the list of plugins.
    from tests.support.minutes_page import Alike

    alike = Alike()
    yield alike
    alike.check()


@pytest.fixture(autouse=True)
def _noted(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, read_alike: Alike, smallest_as_read: Library
) -> None:
    """Note what a test reads, in the smallest network if it names no other."""
    from tests.support.minutes_made import AFTER

    module, last = request.module, list[bytes]()
    reading: Any = getattr(module, "read_content", None)
    drafting: Any = getattr(module, "drafted", None)

    def read_content(content: bytes, **options: Any) -> Any:
        last[:] = [content]
        if not options:
            read_alike.read(content, smallest_as_read, AFTER)
        return reading(content, **options)

    def drafted(file: Any, library: Library, today: Any, address: str) -> Any:
        read_alike.read(last[0], library, today)
        return drafting(file, library, today, address)

    if reading:
        monkeypatch.setattr(module, "read_content", read_content)
    if drafting:
        monkeypatch.setattr(module, "drafted", drafted)
