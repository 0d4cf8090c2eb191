"""Networks built as a person builds them, once for all tests that look at them."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from tests.support.programs import PATIENCE, run
from tests.support.project import ROOT, TODAY, TODAY_EPOCH
from tests.support.reading import Page, parsed

NETWORKS = ROOT / "tests/networks"


# Laying out a network.

_PLACES = frozenset({"site_dir", "theme", "plugins", "hooks", "watch"})


def lay_out_to_read(folder: Path, *layers: Path, settings: dict[str, Any] | None = None) -> Path:
    """A network in `folder` that can be read and checked: the content and the settings of `layers`, the last on top.

    A layer's mkdocs.yml says only what is its own; the rest is what this project's says. `settings` come last.
    """
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for layer in layers:
        shutil.copytree(layer / "content", folder / "content", dirs_exist_ok=True)
        own = layer / "mkdocs.yml"
        if layer != ROOT and own.is_file():
            said = yaml.load(own.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            if said.pop("INHERIT", None):
                # Where the code is from there; here it is beside the content.
                said = {name: value for name, value in said.items() if name not in _PLACES}
            _merge(config, said)
    _merge(config, settings or {})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def lay_out(folder: Path, *layers: Path, settings: dict[str, Any] | None = None) -> Path:
    """The same with all that a build needs: the code of this project, its theme, and the colours of `layers` in that."""
    lay_out_to_read(folder, *layers, settings=settings)
    for code in ("macros", "scripts"):
        (folder / code).symlink_to(ROOT / code)
    for theme in (ROOT / "theme", *(layer / "theme" for layer in layers if layer != ROOT)):
        if theme.is_dir():
            shutil.copytree(theme, folder / "theme", dirs_exist_ok=True)
    return folder


def _merge(config: dict[str, Any], own: dict[str, Any]) -> None:
    for key, value in own.items():
        if isinstance(value, dict) and isinstance(config.get(key), dict):
            _merge(config[key], value)
        else:
            config[key] = value


def environment(day: date = TODAY) -> dict[str, str]:
    """The environment of a build on `day`."""
    noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
    assert day != TODAY or str(noon) == TODAY_EPOCH
    return {**os.environ, "SOURCE_DATE_EPOCH": str(noon), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True)
class Site:
    """A network that was built: where, with which exit status, and what was printed."""

    root: Path
    status: int
    log: str
    _pages: dict[str, Page] = field(default_factory=dict, compare=False, repr=False)

    @property
    def folder(self) -> Path:
        """Where the built files are."""
        return self.root / "site"

    @cached_property
    def settings(self) -> dict[str, Any]:
        """What its mkdocs.yml says."""
        said: dict[str, Any] = yaml.load(
            (self.root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
        )
        return said

    @property
    def address(self) -> str:
        """Where it is published."""
        return str(self.settings["site_url"])

    @property
    def base(self) -> str:
        """The path on its server below which it is published."""
        return urlsplit(self.address).path

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every built file by its path."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def page(self, address: str) -> Page:
        """The page at `address` below the top of the site: "services/" or "404.html"."""
        if address not in self._pages:
            file = address if address.endswith(".html") else f"{address}index.html"
            self._pages[address] = parsed(address, self.files[file])
        return self._pages[address]

    @cached_property
    def pages(self) -> Sequence[Page]:
        """Every page that is not a redirect. The digest as an e-mail is none: see test_digest.py."""
        files = (path for path in self.files if path.endswith(".html") and path != "digest/email.html")
        addresses = (path.removesuffix("index.html") for path in files)
        return [page for page in map(self.page, addresses) if not page.is_redirect]

    def files_with(self, words: str) -> list[str]:
        """The built files in which `words` stand, capitals or not."""
        return [path for path, held in self.files.items() if words.lower().encode() in held.lower()]


def build(folder: Path, day: date = TODAY) -> Site:
    """The site of the network in `folder`, built into its folder site/."""
    done = run("-m", "mkdocs", "build", "--strict", folder=folder, environment=environment(day))
    return Site(folder, done.returncode, done.stdout + done.stderr)


# Sites that several tests look at: each is built once, whichever of the test processes needs it first.


class Sites:
    """The built networks of a test run, shared by its processes."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`."""
        self._folder = folder
        self._known: dict[str, Site] = {}

    def get(self, name: str, *layers: Path, settings: dict[str, Any] | None = None, day: date = TODAY) -> Site:
        """The site called `name`, built from `layers` unless it has been built already."""
        return self.made(name, lambda folder: build(lay_out(folder, *layers, settings=settings), day))

    def made(self, name: str, make: Callable[[Path], Site]) -> Site:
        """The site called `name`, which `make` builds in an empty folder unless it has been built already."""
        if name not in self._known:
            self._known[name] = self._shared(name, make)
        return self._known[name]

    def _shared(self, name: str, make: Callable[[Path], Site]) -> Site:
        folder = self._folder / name
        result = self._folder / f"{name}.json"
        try:
            folder.mkdir()
        except FileExistsError:
            end = time.monotonic() + PATIENCE
            while not result.exists():
                assert time.monotonic() < end, f"Another test process has not finished building {name}."
                time.sleep(0.05)
        else:
            try:
                site = make(folder)
                said = {"status": site.status, "log": site.log}
            except Exception as error:
                said = {"status": -1, "log": repr(error)}
            unfinished = result.with_suffix(".part")
            unfinished.write_text(json.dumps(said), encoding="utf-8")
            unfinished.rename(result)
        said = json.loads(result.read_text(encoding="utf-8"))
        assert said["status"] == 0, f"{name} was not built:\n{said['log']}"
        return Site(folder, said["status"], said["log"])


EMPTY = NETWORKS / "empty"
RECIPES: dict[str, dict[str, Any]] = {
    # The project itself.
    "own": {"layers": [ROOT]},
    # The demonstration, which is published below it.
    "demo": {"layers": [ROOT / "demo"]},
    # The project below the top of its server.
    "own-below-kb": {"layers": [ROOT], "settings": {"site_url": "https://example.org/kb/"}},
    # A network whose every record refers to another, in every way there is.
    "orchard": {"layers": [EMPTY, NETWORKS / "orchard"]},
    # A network whose people write with every sign on the keyboard.
    "signs": {"layers": [EMPTY, NETWORKS / "signs"]},
    # Another network altogether.
    "welsh": {"layers": [NETWORKS / "welsh"]},
    # A network on its first day.
    "empty": {"layers": [EMPTY]},
}


def recipe(sites: Sites, name: str) -> Site:
    """The site that is built by the recipe of this name."""
    parts = RECIPES[name]
    return sites.get(name, *parts["layers"], settings=parts.get("settings"))
