"""The networks that are measured: each size as it is now, as it was at the baseline, and as stock Material."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.baseline import export
from benchmarks.machine import ROOT, cost_of

_MADE = ".made"
# What the texts of a network depend on; its pages depend on all of the code.
_TEXTS = (
    "benchmarks/corpus.py",
    "benchmarks/prose.py",
    "benchmarks/stock.py",
    "content",
    "mkdocs.yml",
    "macros/source",
    "macros/schema",
    "macros/kinds",
    "macros/library",
)
_PAGES = (*_TEXTS, "macros", "theme")


class Networks:
    """The networks below one folder. What is there from an earlier run is used again, unless its sources have changed."""

    def __init__(self, folder: Path, against: str) -> None:
        """Keep them in `folder`. `against` is the id of the commit that is the baseline."""
        self._folder = folder.resolve()
        self._against = against

    def present(self, size: int) -> Path:
        """A network of so many records, in which `mkdocs build` can run."""
        folder = self._folder / f"{size}/present"
        return self._made(folder, ["-m", "benchmarks.corpus", str(folder), str(size)])

    def stock(self, size: int) -> Path:
        """Its texts as a site without any of our code."""
        source, folder = self.present(size), self._folder / f"{size}/stock"
        return self._made(folder, ["benchmarks/stock.py", str(source), str(folder)])

    def baseline_code(self) -> Path:
        """The project as it was at the baseline."""
        code = self._folder / self._against
        if not code.is_dir():
            export(self._against, code)
        return code

    def baseline(self, size: int) -> Path:
        """A network of as many records as the baseline's own code makes and reads them."""
        code, folder = self.baseline_code(), self._folder / f"{size}/{self._against}"
        if not _is_fresh(folder, ()):
            _emptied(folder)
            # In the folder of that code, where Python finds it before ours.
            cost_of([sys.executable, "-m", "benchmarks.corpus", str(folder), str(size)], code)
            _mark(folder, ())
        return folder

    def project(self) -> Path:
        """The project's own site, built."""
        site = self._folder / "project"
        if not _is_fresh(site, _PAGES):
            _emptied(site)
            # Its records are of our days, and the day of the others is before those.
            build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
            cost_of(build, ROOT, date.today())
            _mark(site, _PAGES)
        return site

    def _made(self, folder: Path, command: list[str]) -> Path:
        if not _is_fresh(folder, _TEXTS):
            _emptied(folder)
            # In a process of its own, as this one has to stay small: see `cost_of`.
            cost_of([sys.executable, *command], ROOT)
            _mark(folder, _TEXTS)
        return folder


def built(network: Path) -> Path:
    """The site of a network, built unless that has been done since its sources changed."""
    site = network / "site"
    if not _is_fresh(site, _sources(network)):
        shutil.rmtree(site, ignore_errors=True)
        strict = ["--strict"] if network.name == "present" else []
        cost_of([sys.executable, "-m", "mkdocs", "build", *strict], network)
        marked_as_built(network)
    return site


def marked_as_built(network: Path) -> None:
    """Remember that the site of a network has been built from what there is now."""
    _mark(network / "site", _sources(network))


def _sources(network: Path) -> tuple[str, ...]:
    return {"present": _PAGES, "stock": _TEXTS}.get(network.name, ())


def base_path() -> str:
    """The path that the project's site has on its server."""
    address = re.search(r"^site_url: *(\S+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    return urlsplit(address[1]).path if address else "/"


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _mark(folder: Path, sources: Iterable[str]) -> None:
    (folder / _MADE).write_text(_state(sources), encoding="utf-8")


def _is_fresh(folder: Path, sources: Iterable[str]) -> bool:
    made = folder / _MADE
    return made.is_file() and made.read_text(encoding="utf-8") == _state(sources)


def _state(sources: Iterable[str]) -> str:
    """A mark that is another one when a source has changed."""
    found = hashlib.sha256()
    for source in sources:
        top = ROOT / source
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path} {path.stat().st_mtime_ns}\n".encode())
    return found.hexdigest()
