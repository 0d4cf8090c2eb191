"""The networks to measure: each size with the code of now, of the baseline, and of stock Material."""

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
# The sources of a network's texts. Its pages depend on all the code.
_TEXTS = (
    "benchmarks/corpus.py",
    "benchmarks/prose.py",
    "benchmarks/stock.py",
    "benchmarks/hugo.py",
    "content",
    "mkdocs.yml",
    "macros/source",
    "macros/schema",
    "macros/kinds",
    "macros/library",
)
_PAGES = (*_TEXTS, "macros", "theme")
_FIGURES = (
    *_TEXTS,
    "demo",
    "macros/figures",
    *(f"benchmarks/{name}.py" for name in ("demonstrations", "sample_people", "sample_rounds")),
)


class Networks:
    """The networks in one folder. Those from an earlier run are used again unless their sources have changed."""

    def __init__(self, folder: Path, against: str) -> None:
        """Keep the networks in `folder`. `against` is the id of the baseline commit."""
        self._folder = folder.resolve()
        self._against = against

    def present(self, size: int) -> Path:
        """A network with this number of records, ready for `mkdocs build`."""
        folder = self._folder / f"{size}/present"
        return self._made(folder, ["-m", "benchmarks.corpus", str(folder), str(size)])

    def stock(self, size: int) -> Path:
        """The same texts as a site without our code."""
        source, folder = self.present(size), self._folder / f"{size}/stock"
        return self._made(folder, ["benchmarks/stock.py", str(source), str(folder)])

    def hugo(self, size: int) -> Path:
        """The same texts as a site of Hugo."""
        source, folder = self.stock(size), self._folder / f"{size}/hugo"
        return self._made(folder, ["benchmarks/hugo.py", str(source), str(folder)])

    def figures(self) -> Path:
        """The folder of two demonstrations, with figures of people and without."""
        folder = self._folder / "figures"
        return self._made(folder, ["-m", "benchmarks.demonstrations", str(folder)], _FIGURES)

    def baseline_code(self) -> Path:
        """The project as it was at the baseline."""
        code = self._folder / self._against
        if not code.is_dir():
            export(self._against, code)
        return code

    def baseline(self, size: int) -> Path:
        """A network with this number of records, made by the baseline's own code."""
        code, folder = self.baseline_code(), self._folder / f"{size}/{self._against}"
        if not _is_fresh(folder, ()):
            _emptied(folder)
            # Run in the folder of the baseline, where Python finds its code before ours.
            cost_of([sys.executable, "-m", "benchmarks.corpus", str(folder), str(size)], code)
            _mark(folder, ())
        return folder

    def project(self) -> Path:
        """The project's own site, built."""
        site = self._folder / "project"
        if not _is_fresh(site, _PAGES):
            _emptied(site)
            # Its records are newer than the fixed day of the made-up networks.
            build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
            cost_of(build, ROOT, date.today())
            _mark(site, _PAGES)
        return site

    def _made(self, folder: Path, command: list[str], sources: tuple[str, ...] = _TEXTS) -> Path:
        if not _is_fresh(folder, sources):
            _emptied(folder)
            # In another process, because this one has to stay small: see `cost_of`.
            cost_of([sys.executable, *command], ROOT)
            _mark(folder, sources)
        return folder


def built(network: Path) -> Path:
    """The site of a network, built again if its sources have changed."""
    site = network / "site"
    if not _is_fresh(site, _sources(network)):
        shutil.rmtree(site, ignore_errors=True)
        strict = ["--strict"] if network.name == "present" else []
        cost_of([sys.executable, "-m", "mkdocs", "build", *strict], network)
        marked_as_built(network)
    return site


def marked_as_built(network: Path) -> None:
    """Record that the site of a network has been built from the present sources."""
    _mark(network / "site", _sources(network))


def _sources(network: Path) -> tuple[str, ...]:
    return {"present": _PAGES, "stock": _TEXTS, "hugo": _TEXTS}.get(network.name, ())


def base_path() -> str:
    """The path of the project's site on its server."""
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
    """A fingerprint of sources, which changes when they do."""
    found = hashlib.sha256()
    for source in sources:
        top = ROOT / source
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path} {path.stat().st_mtime_ns}\n".encode())
    return found.hexdigest()
