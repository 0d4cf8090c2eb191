"""Networks built as a person builds them, once for all tests that look at them, and their pages as a reader sees them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import yaml
from conftest import ROOT, TODAY, TODAY_EPOCH
from lxml import html

NETWORKS = ROOT / "tests/networks"
# Longer than any build takes here, so that a test that hangs fails instead.
PATIENCE = 60


# Laying out a network.


def lay_out(folder: Path, *layers: Path, settings: dict[str, Any] | None = None) -> Path:
    """A project in `folder`: the code of this one, and the content, colours and settings of `layers`, the last on top.

    A layer's mkdocs.yml says only what is its own; the rest is what this project's says. `settings` come last.
    """
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    shutil.copytree(ROOT / "theme", folder / "theme")
    for code in ("macros", "scripts"):
        (folder / code).symlink_to(ROOT / code)
    for layer in layers:
        for part in ("content", "theme"):
            if (layer / part).is_dir():
                shutil.copytree(layer / part, folder / part, dirs_exist_ok=True)
        own = layer / "mkdocs.yml"
        if layer != ROOT and own.is_file():
            _merge(config, yaml.safe_load(own.read_text(encoding="utf-8")))
    _merge(config, settings or {})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
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


def build(folder: Path, day: date = TODAY) -> Site:
    """The site of the network in `folder`, built into its folder site/."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=environment(day),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return Site(folder, done.returncode, done.stdout + done.stderr)


# Reading a built site.


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

    @property
    def address(self) -> str:
        """Where it is published."""
        return str(yaml.safe_load((self.root / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"])

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
            self._pages[address] = Page(address, html.document_fromstring(self.files[file], parser=_PARSER))
        return self._pages[address]

    @cached_property
    def pages(self) -> Sequence[Page]:
        """Every page that is not a redirect."""
        addresses = (path.removesuffix("index.html") for path in self.files if path.endswith(".html"))
        return [page for page in map(self.page, addresses) if not page.is_redirect]

    def files_with(self, words: str) -> list[str]:
        """The built files in which `words` stand, capitals or not."""
        return [path for path, held in self.files.items() if words.lower().encode() in held.lower()]


_PARSER = html.HTMLParser(encoding="utf-8")


_BLOCKS = frozenset("p li ul ol dl dt dd div h1 h2 h3 h4 h5 h6 table tr td th caption blockquote".split())


def words(element: Any, *, without: Sequence[str] = ()) -> str:
    """What a reader sees of an element, its spaces folded; elements of the classes `without` are passed over."""
    return " ".join("".join(_pieces(element, without)).split())


def _pieces(element: Any, without: Sequence[str]) -> Iterator[str]:
    if not isinstance(element.tag, str) or any(_has(element, name) for name in without):
        return
    gap = " " if element.tag in _BLOCKS else ""
    yield gap + (element.text or "")
    for child in element:
        yield from _pieces(child, without)
        yield child.tail or ""
    yield gap


def with_class(element: Any, name: str) -> list[Any]:
    """The elements of a class below `element`."""
    found: list[Any] = element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return found


@dataclass(frozen=True)
class Entry:
    """One record in a list."""

    title: str
    address: str
    badges: Sequence[str]
    facts: str
    summary: str


class Part:
    """Some of a page: what stands under one heading, or all of it."""

    def __init__(self, address: str, elements: Sequence[Any]) -> None:
        """Look at `elements` of the page at `address`."""
        self.address, self.elements = address, elements

    @cached_property
    def text(self) -> str:
        """What a reader sees."""
        return " ".join(words(element, without=["headerlink"]) for element in self.elements)

    def of_class(self, name: str) -> list[Any]:
        """The elements of a class."""
        return [
            found
            for element in self.elements
            for found in element.xpath("..")[0].iter()
            if _has(found, name) and _within(found, element)
        ]

    @cached_property
    def links(self) -> dict[str, str]:
        """Where each link leads, by its words: an address below the top of the site, or a full one."""
        return {
            words(link): self._resolved(link.get("href"))
            for element in self.elements
            for link in element.iter("a")
            if link.get("href") and not _has(link, "headerlink") and not _is_around(link)
        }

    def _resolved(self, href: str) -> str:
        return urljoin(f"/{self.address}", href).removeprefix("/")

    @cached_property
    def entries(self) -> list[Entry]:
        """The records listed."""
        return [self._entry(one) for one in self.of_class("kb-entry")]

    def _entry(self, one: Any) -> Entry:
        link = next(one.iter("a"))
        return Entry(
            words(link),
            self._resolved(link.get("href")),
            [words(badge) for badge in with_class(one, "kb-badge")],
            " ".join(words(line) for line in with_class(one, "kb-entry__facts")),
            " ".join(words(line) for line in with_class(one, "kb-entry__summary")),
        )

    @property
    def titles(self) -> list[str]:
        """The titles of the records listed."""
        return [entry.title for entry in self.entries]


def _has(element: Any, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _is_around(element: Any) -> bool:
    """Whether it belongs to the frame of a page: its list of contents, or what can be taken away from it."""
    return any(_has(one, "kb-contents") or _has(one, "kb-takeaway") for one in element.iterancestors())


def _within(element: Any, ancestor: Any) -> bool:
    return element is ancestor or any(one is ancestor for one in element.iterancestors())


@dataclass(frozen=True)
class Heading:
    """A heading, without the number or the sign that stands after it."""

    level: int
    text: str
    count: int | None
    element: Any


class Page(Part):
    """A page as a reader sees it."""

    def __init__(self, address: str, tree: Any) -> None:
        """Look at the page at `address`, which was parsed into `tree`."""
        self.tree = tree
        self.article = next(iter(tree.iter("article")), None)
        super().__init__(address, [self.article] if self.article is not None else [tree.find("body")])

    @property
    def is_redirect(self) -> bool:
        """Whether it only leads to another page."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def h1(self) -> str:
        """Its first heading."""
        return words(next(self.tree.iter("h1")), without=["headerlink"])

    @property
    def title(self) -> str:
        """What the browser's tab says."""
        return words(self.tree.find("head/title"))

    @property
    def description(self) -> str:
        """What a search engine shows of it."""
        found = self.tree.xpath("//meta[@name='description']/@content")
        return str(found[0]) if found else ""

    @cached_property
    def headings(self) -> list[Heading]:
        """Its headings in order."""
        return [
            Heading(
                int(one.tag[1]),
                words(one, without=["headerlink", "kb-count"]),
                next((int(words(count)) for count in with_class(one, "kb-count")), None),
                one,
            )
            for one in self.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")
            if not _is_around(one)
        ]

    def has(self, heading: str) -> bool:
        """Whether it has a heading of these words."""
        return any(one.text == heading for one in self.headings)

    def under(self, heading: str) -> Part:
        """What stands under the heading of these words."""
        start = next(one for one in self.headings if one.text == heading)
        found = []
        for element in start.element.itersiblings():
            if element.tag in {f"h{level}" for level in range(1, start.level + 1)} or any(
                _has(element, end) for end in ("kb-body", "kb-takeaway", "kb-after", "kb-edit")
            ):
                break
            found.append(element)
        return Part(self.address, found)

    @property
    def facts(self) -> dict[str, str]:
        """What the fact boxes say, by label."""
        return {label: part.text for label, part in self.fact_parts.items()}

    @cached_property
    def fact_parts(self) -> dict[str, Part]:
        """The fact boxes, by label."""
        return {
            words(term): Part(self.address, list(term.itersiblings("dd")))
            for box in with_class(self.tree, "kb-facts")
            for term in box.iter("dt")
        }

    @property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """The way down to the page: words and addresses."""
        return [
            (words(link), self._resolved(link.get("href")))
            for path in with_class(self.tree, "kb-path")
            for link in path.iter("a")
        ]

    @property
    def current_section(self) -> list[str]:
        """The sections that are marked as current at the top of the page."""
        return [words(tab) for tab in with_class(self.tree, "kb-nav__current")]


def broken_links(site: Site, base: str) -> list[str]:
    """Every link, picture, script, style sheet and anchor of every page that leads nowhere.

    The site is taken to be served under `base`; what leads out of it without saying so is broken too.
    """
    broken = []
    for path in site.files:
        if not path.endswith(".html"):
            continue
        here = urljoin(base, path.removesuffix("index.html"))
        page = site.page(path.removesuffix("index.html"))
        for element, attribute, target, _ in page.tree.iterlinks():
            if element.tag == "meta" and ";" in target:
                target = target.partition("url=")[2]
            if "://" in target or target.startswith(("mailto:", "data:")) or element.tag == "form":
                continue
            address, anchor = urldefrag(urljoin(here, target))
            address = address.partition("?")[0]
            file = unquote(address)
            file = file.removeprefix(base) if file.startswith(base) else f"outside of {base}: {file}"
            file += "index.html" if not file or file.endswith("/") else ""
            if file not in site.files:
                broken.append(f"{path}: {attribute} {target}")
            elif anchor and file.endswith(".html") and unquote(anchor) not in _anchors(site, file):
                broken.append(f"{path}: no such heading {target}")
    return broken


@cache
def _anchors_of(tree: Any) -> frozenset[str]:
    return frozenset(map(str, tree.xpath("//@id | //a/@name")))


def _anchors(site: Site, file: str) -> frozenset[str]:
    return _anchors_of(site.page(file.removesuffix("index.html")).tree)


# Serving.


class Server:
    """`mkdocs serve` of a network, on a port of this computer that nobody else can reach."""

    def __init__(self, folder: Path, log: Path, port: int, process: subprocess.Popen[bytes]) -> None:
        """Talk to `process`, which serves `folder` at `port` and prints into `log`."""
        self.folder, self._log, self._process = folder, log, process
        self.top = f"http://127.0.0.1:{port}/"

    @property
    def log(self) -> str:
        """What it has printed so far."""
        return self._log.read_text(encoding="utf-8")

    @property
    def has_stopped(self) -> bool:
        """Whether it has come to an end."""
        return self._process.poll() is not None

    def status(self) -> int:
        """Its exit status, once it has come to an end by itself."""
        return self._process.wait(timeout=PATIENCE)

    @property
    def helpers(self) -> list[str]:
        """The programs that it has started and that have not come to an end."""
        listed = subprocess.run(["ps", "-A", "-o", "ppid=,comm="], capture_output=True, text=True, check=True).stdout
        parents = [line.split(maxsplit=1) for line in listed.splitlines()]
        return [name for parent, name in parents if int(parent) == self._process.pid]

    def page(self, address: str) -> Page | None:
        """The page at `address` as it is served now; None if there is none."""
        try:
            with urlopen(self.top + address, timeout=5) as answer:
                return Page(address, html.document_fromstring(answer.read(), parser=_PARSER))
        except (URLError, TimeoutError, ConnectionError):
            return None

    def wait_until(self, happens: Callable[[], Any]) -> None:
        """Wait for something to happen, but not for ever."""
        end = time.monotonic() + PATIENCE
        while not happens():
            assert time.monotonic() < end, f"It did not happen. The server says:\n{self.log}"
            assert not self.has_stopped, f"The server has stopped:\n{self.log}"
            time.sleep(0.1)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve the network in `folder` until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Server(folder, log, port, process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


# Sites that several tests look at: each is built once, whichever of the test processes needs it first.


class Sites:
    """The built networks of a test run, shared by its processes."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`."""
        self._folder = folder
        self._known: dict[str, Site] = {}

    def get(self, name: str, *layers: Path, settings: dict[str, Any] | None = None, day: date = TODAY) -> Site:
        """The site called `name`, built from `layers` unless it has been built already."""
        if name not in self._known:
            self._known[name] = self._shared(name, *layers, settings=settings, day=day)
        return self._known[name]

    def _shared(self, name: str, *layers: Path, settings: dict[str, Any] | None, day: date) -> Site:
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
                site = build(lay_out(folder, *layers, settings=settings), day)
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
    # The project without what is made up for demonstration.
    "own-without-samples": {"layers": [ROOT], "settings": {"extra": {"samples": False}}},
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
