"""All that a site is made from, as hashes. It imports little, so that a build that has nothing to do ends soon."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from time import time
from typing import Any

_PROJECT = Path(__file__).resolve().parents[2]
# Python's own files beside our code.
_COMPILED = "__pycache__"
# The code, and the examples that the page of rules shows.
_CODE = ("macros", "tests/rules")
# The clock of files may be so many seconds behind.
_CLOCK_LAG = 0.05
# Most files are shorter.
_AT_ONCE = 64 * 1024
# Settings that say where something is or what is shown of the work, and those that are objects of MkDocs.
_NO_INPUT = {"config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "theme", "plugins", "hooks"}


class NothingKept(Exception):
    """What a site is made from cannot all be known, so nothing may be kept of it."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Hashes of what a site is made from: of code, theme and packages, of these with the settings, and of each file of the content."""

    code: str
    fixed: str
    content: dict[str, str]
    begun: float
    folders: tuple[str, ...]

    @property
    def have_changed(self) -> bool:
        """Whether something has been written since they were looked at, so that they may tell of something else."""
        return any(True for _ in self.written_since())

    def written_since(self) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
        """What has been written since they were looked at, by the folder that it is in somewhere. Raises `NothingKept` or `OSError`."""
        for folder in self.folders:
            for _, entry in _everything(folder):
                if self._is_new(entry.stat()) and not self._has_new_compiled(entry):
                    yield folder, entry

    def _has_new_compiled(self, entry: "os.DirEntry[str]") -> bool:
        """Whether a folder is as new as it is because Python has just put its compiled modules in there."""
        compiled = f"{entry.path}/{_COMPILED}"
        return os.path.isdir(compiled) and self._is_new(os.stat(compiled))

    def _is_new(self, found: os.stat_result) -> bool:
        return max(found.st_mtime, found.st_ctime) > self.begun


def inputs_of(config: Any) -> Inputs:
    """What the site of these MkDocs settings is made from, but for the day. Raises `NothingKept` or `OSError`."""
    begun = time() - _CLOCK_LAG
    folders = (*(str(_PROJECT / name) for name in _CODE), config["theme"].custom_dir, config["docs_dir"])
    found = sha256()

    def add(*texts: str) -> str:
        for text in texts:
            found.update(f"{len(text)} {text}".encode("utf-8", "surrogateescape"))
        return found.hexdigest()

    files = (f"{path} {digest}" for folder in folders[:-1] for path, digest in _hashes(folder))
    code = add(sys.version, *_packages(), *files)
    return Inputs(code, add(*_settings(config)), dict(_hashes(folders[-1])), begun, folders)


def hash_of(content: bytes) -> str:
    """The hash of the content of a file. Most processors have instructions of their own for this one."""
    return sha256(content).hexdigest()[:32]


def content_of(path: str) -> bytes:
    """The content of a file. Thousands are read, and `open` asks the system twice as much about each."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return b"".join(iter(partial(os.read, descriptor, _AT_ONCE), b""))
    finally:
        os.close(descriptor)


def _packages() -> list[str]:
    """The installed packages with their versions, by the names of the folders that installers leave."""
    found: set[str] = set()
    for folder in filter(os.path.isdir, sys.path):
        found |= {name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))}
    return sorted(found)


def _settings(config: Any) -> Iterator[str]:
    """The settings, as they are in mkdocs.yml and as MkDocs has completed them from its own, from options and the environment."""
    macros = config["plugins"].get("macros")
    if {*config["plugins"]} - {*config["hooks"]} != {"macros"} or len(config["hooks"]) != 1:
        raise NothingKept("mkdocs.yml has other plugins or hooks than ours, and no one knows what they read.")
    if macros.config["include_dir"] or macros.config["include_yaml"] or macros.config["modules"]:
        raise NothingKept("The plugin macros reads files from outside content/.")
    path = config["config_file_path"]
    while path:
        text = Path(path).read_text(encoding="utf-8")
        yield text
        inherited = next(
            (line.partition(":")[2].strip(" '\"") for line in text.splitlines() if line.startswith("INHERIT:")), ""
        )
        path = os.path.join(os.path.dirname(path), inherited) if inherited else ""
    yield json.dumps({name: config[name] for name in config if name not in _NO_INPUT}, default=_plain, sort_keys=True)
    yield json.dumps([dict(macros.config), vars(config["theme"])["_Theme__vars"]], default=_plain, sort_keys=True)


def _plain(value: Any) -> Any:
    """A setting that is no plain value as JSON can write it. Where all that it says has an address in it, nothing is kept."""
    return sorted(value) if isinstance(value, set) else dict(value) if isinstance(value, dict) else str(value)


def _hashes(folder: str) -> Iterator[tuple[str, str]]:
    """The hash of everything in a folder. A folder in it is there with an empty one."""
    for path, entry in _everything(folder):
        if entry.is_dir():
            yield path, ""
        else:
            yield path, hash_of(content_of(entry.path))


def _everything(folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything in a folder by its path in it, in order."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(os.path.join(folder, below)) as entries:
            found = sorted(entries, key=attrgetter("name"))
        for entry in found:
            if entry.name == _COMPILED:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{below}{entry.name}/")
            elif not entry.is_file(follow_symlinks=False):
                raise NothingKept(f"{entry.path} is a link, or something that cannot be read twice.")
            yield f"{below}{entry.name}", entry
