"""The site of the build before: what of it is as it was written, so that the next build may keep it.

MkDocs empties the folder of a site before it fills it. So the former site is set aside for that time, beside that folder, and what
is new is moved into it at the end. A memory in .cache/ says of each file what it held, and how the system knew it: size, times and
number. A file that is not known by these is read, so a site may also come from an archive. Whoever ends a build midway leaves files
that the memory does not know, and the next build makes them again.
"""

import os
import pickle
import shutil
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from macros.builder.inputs import content_of, hash_of

_CACHE = ".cache/sites"

# How the system knows a file: size, times of change of content and of anything, and number.
_Known = tuple[int, int, int, int]


class FormerSite:
    """The site in a folder as the build before has left it, and what that build noted.

    `notes` are empty if nothing is known. `files` has the hash of each file that is as it was written. `is_whole` says that all
    are, and that there are no others.
    """

    def __init__(self, root: Path, folder: str, made_with: str) -> None:
        """Look at the site in `folder`. `root` is where the network is. What a build has noted counts only for the same `made_with`."""
        self._folder = os.path.realpath(folder)
        self._aside = aside_of(self._folder)
        self._memory = memory_of(root, self._folder)
        self._made_with = made_with
        kept = self._remembered()
        self.notes: Mapping[str, Any] = kept.get("notes", {})
        known: Mapping[str, tuple[str, _Known]] = kept.get("files", {})
        # It is there only if the last build was ended midway.
        self._place = self._aside if os.path.isdir(self._aside) else self._folder
        self.files: dict[str, str] = {}
        self._known: dict[str, _Known] = {}
        self._others: list[str] = []
        for path, entry in _everything(self._place):
            digest, before = known.get(path, ("", None))
            now = _as_known(entry.stat(follow_symlinks=False))
            if before == now or (digest and not entry.is_symlink() and digest == hash_of(content_of(entry.path))):
                self.files[path], self._known[path] = digest, now
            else:
                self._others.append(path)
        self.is_whole = bool(known) and not self._others and len(self.files) == len(known)

    def set_aside(self) -> None:
        """Make place for MkDocs to build in. Nothing can be kept of a folder that cannot be moved, such as a disk of its own."""
        if self.files and self._place == self._folder:
            try:
                os.rename(self._folder, self._aside)
                self._place = self._aside
            except OSError:
                self.files, self._known, self.is_whole = {}, {}, False
        elif not self.files:
            shutil.rmtree(self._aside, ignore_errors=True)
            self._place = self._folder

    def put_back(self) -> None:
        """End a build that was stopped, or had nothing to do, with the site as it was."""
        if self._place == self._aside:
            shutil.rmtree(self._folder, ignore_errors=True)
            os.rename(self._aside, self._folder)
            self._place = self._folder

    def replace(self, made: Mapping[str, str], notes: Mapping[str, Any] | None) -> None:
        """End a build with these files: by path, the hash of each. Note what the next build has to know.

        In the folder are at least those that are not as they were. Without `notes`, the former ones stay: they are as true as before, and
        whatever this build has made is then not as the former one has written it.
        """
        if self._place == self._aside:
            for path in (*self._others, *(self.files.keys() - made.keys())):
                _remove(self._aside, path)
            for path, entry in [*_everything(self._folder)]:
                if path in made and made[path] != self.files.get(path):
                    target = os.path.join(self._aside, path)
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    os.replace(entry.path, target)
                    self._known.pop(path, None)
            self.put_back()
        if notes is None:
            return
        known = {path: self._known.get(path) or _as_known(os.stat(os.path.join(self._folder, path))) for path in made}
        self._remember({"notes": notes, "files": {path: (digest, known[path]) for path, digest in made.items()}})

    def content_of(self, path: str) -> bytes:
        """The content of a file."""
        return content_of(os.path.join(self._place, path))

    def forget(self) -> None:
        """Have the next build keep nothing."""
        self._memory.unlink(missing_ok=True)

    def _remembered(self) -> Mapping[str, Any]:
        """What a build has kept; nothing if it was made with something else, or the file was damaged."""
        try:
            with open(self._memory, "rb") as file:
                signature, content = file.readline().removesuffix(b"\n"), file.read()
        except OSError:
            return {}
        # Only what this program has written whole is ever unpacked.
        kept: Mapping[str, Any] = pickle.loads(content) if signature == self._signature(content) else {}
        return kept

    def _remember(self, kept: Mapping[str, Any]) -> None:
        content = pickle.dumps(kept)
        with suppress(OSError):
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._memory.parent, delete=False) as file:
                file.writelines((self._signature(content), b"\n", content))
            os.replace(file.name, self._memory)

    def _signature(self, content: bytes) -> bytes:
        signature = sha256(self._made_with.encode())
        signature.update(content)
        return signature.hexdigest().encode()


def memory_of(root: Path, folder: str) -> Path:
    """Where it is remembered of the network at `root` what the site in `folder` was."""
    return root / _CACHE / hash_of(os.fsencode(os.path.realpath(folder)))[:16]


def aside_of(folder: str) -> str:
    """Where the former site is while another is built in `folder`."""
    above, name = os.path.split(folder)
    return os.path.join(above, f".{name}.before")


def files_in(folder: str, but: Container[str]) -> Iterator[tuple[str, str]]:
    """Each file of a site by its path in it, with its hash, but for some."""
    found = ((path, entry) for path, entry in _everything(folder) if path not in but and not entry.is_dir())
    return ((path, hash_of(content_of(entry.path))) for path, entry in found)


def _everything(folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """The files of a site and its empty folders, by their path in it. MkDocs leaves alone what is hidden at the top."""
    waiting: list[tuple[str, os.DirEntry[str] | None]] = [("", None)]
    while waiting:
        below, itself = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(folder, below)))
        except FileNotFoundError:
            continue
        if itself is not None and not entries:
            yield below.removesuffix("/"), itself
        for entry in entries:
            path = f"{below}{entry.name}"
            if not path.startswith("."):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{path}/", entry))
                else:
                    yield path, entry


def _as_known(status: os.stat_result) -> _Known:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _remove(top: str, path: str) -> None:
    """Remove a file or an empty folder, and the folders that are empty without it."""
    target = os.path.join(top, path)
    if os.path.isdir(target) and not os.path.islink(target):
        os.rmdir(target)
    else:
        os.unlink(target)
    with suppress(OSError):
        while (target := os.path.dirname(target)) != top:
            os.rmdir(target)
