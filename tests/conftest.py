"""What tests share: the day it is in tests, and networks to lay files over."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.inventing import IN_CI, examples
from tests.support.project import ROOT

# The networks that are built, or read, once for all tests.
pytest_plugins = ["tests.support.built_sites", "tests.support.exporting"]

# A change is judged by the same input whenever it is; on people's own machines new input is invented every time. How long that takes
# says more about what else the machine does.
settings.register_profile(
    "project", deadline=None, derandomize=IN_CI, max_examples=examples(), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")

# Nothing of what is loaded until the first test is thrown away.
gc.disable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-expected", action="store_true", help="Write what the rules say into the .expected files.")
    parser.addoption("--write-pictures", action="store_true", help="Write the pictures that the README shows.")


def pytest_collection_finish() -> None:
    """Look for what can be thrown away less often, and never among what was loaded: that takes a tenth of the time of all tests."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.fixture
def root() -> Path:
    """The project itself."""
    return ROOT


@pytest.fixture
def smallest(tmp_path: Path) -> Path:
    """A copy of the smallest network, to break."""
    return Path(shutil.copytree(ROOT / "tests/networks/smallest", tmp_path / "network"))
