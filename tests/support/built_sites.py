"""The built networks as fixtures, which conftest.py gives to every test."""

from __future__ import annotations

import os
from typing import Any

import pytest

from tests.support.building import RECIPES, Site, Sites, recipe


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The built networks of this test run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "built-networks"
    folder.mkdir(exist_ok=True)
    return Sites(folder)


def _built(name: str) -> Any:
    """The fixture of the site that is built by the recipe of this name, which says what it is."""

    @pytest.fixture(scope="session", name=name)
    def site(sites: Sites) -> Site:
        return recipe(sites, name)

    return site


own, demo, orchard = _built("own"), _built("demo"), _built("orchard")
signs, welsh, empty = _built("signs"), _built("welsh"), _built("empty")


@pytest.fixture(scope="session", params=RECIPES)
def any_site(request: pytest.FixtureRequest, sites: Sites) -> Site:
    """Each of the sites in turn."""
    return recipe(sites, request.param)
