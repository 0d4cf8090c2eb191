"""The engines as fixtures. Each is started once for all scenarios, and skipped with a word where it is not installed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack

import pytest

from tests.browser.engines.chromium import chromium
from tests.browser.engines.engine import Absent, Engine
from tests.browser.engines.firefox import firefox
from tests.browser.engines.reader import Reader, served
from tests.browser.engines.webkit import webkit
from tests.support.building import Site

_ENGINES: dict[str, Callable[[pytest.FixtureRequest], AbstractContextManager[Engine]]] = {
    "chromium": lambda request: chromium(request.getfixturevalue("chromium")),
    "firefox": lambda _: firefox(),
    "webkit": lambda _: webkit(),
}


@pytest.fixture(scope="session", params=_ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn. Those in the variable REQUIRE_ENGINES must be there."""
    with ExitStack() as until:
        try:
            engine = until.enter_context(_ENGINES[request.param](request))
        except Absent as absent:
            is_required = request.param in os.environ.get("REQUIRE_ENGINES", "").split()
            (pytest.fail if is_required else pytest.skip)(str(absent))
        yield engine


@pytest.fixture(scope="session")
def addresses(own: Site, demo: Site) -> Iterator[dict[tuple[str, bool], str]]:
    """Where the project's own site and the demonstration are, each with scripts and without."""
    with ExitStack() as until:
        yield {
            (name, scripts): until.enter_context(served(site, scripts))
            for name, site in {"own": own, "demo": demo}.items()
            for scripts in (True, False)
        }


@pytest.fixture
def reader(engine: Engine, addresses: dict[tuple[str, bool], str]) -> Iterator[Reader]:
    """Somebody who reads in this engine. At the end nothing may have gone wrong in a page."""
    reader = Reader(engine, addresses)
    yield reader
    assert reader.wrong() == ""
