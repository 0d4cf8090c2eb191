"""The built networks as fixtures, which conftest.py gives to every test."""

from __future__ import annotations

import os

import pytest

from tests.support.building import RECIPES, Site, Sites, recipe


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The built networks of this test run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "built-networks"
    folder.mkdir(exist_ok=True)
    return Sites(folder)


@pytest.fixture(scope="session")
def own(sites: Sites) -> Site:
    """The project's own site."""
    return recipe(sites, "own")


@pytest.fixture(scope="session")
def demo(sites: Sites) -> Site:
    """The demonstration, which has something for every page and every state to show."""
    return recipe(sites, "demo")


@pytest.fixture(scope="session")
def orchard(sites: Sites) -> Site:
    """A network whose every record refers to another, in every way there is."""
    return recipe(sites, "orchard")


@pytest.fixture(scope="session")
def signs(sites: Sites) -> Site:
    """A network whose people write with every sign on the keyboard."""
    return recipe(sites, "signs")


@pytest.fixture(scope="session")
def welsh(sites: Sites) -> Site:
    """Another network, in Wales."""
    return recipe(sites, "welsh")


@pytest.fixture(scope="session")
def empty(sites: Sites) -> Site:
    """A network on its first day."""
    return recipe(sites, "empty")


@pytest.fixture(scope="session", params=RECIPES)
def any_site(request: pytest.FixtureRequest, sites: Sites) -> Site:
    """Each of the sites in turn."""
    return recipe(sites, request.param)
