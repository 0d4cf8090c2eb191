"""Listing of the content folder. Symbolic links are not followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The image formats that may be published: the file extension, and the bytes each file starts with.
PICTURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}


@dataclass(frozen=True, slots=True, order=True)
class FolderEntry:
    """A file or folder. `path` is relative to the project, with forward slashes."""

    path: str
    is_link: bool
    is_folder: bool

    @property
    def is_hidden(self) -> bool:
        """Whether its name, or that of a folder it is in, starts with a dot."""
        return "/." in self.path


def everything_in(root: Path, folder: str) -> list[FolderEntry]:
    """Everything in `root`/`folder`, sorted by path. Empty if the folder does not exist."""
    return sorted(_walk(str(root), folder))


def _walk(root: str, folder: str) -> Iterator[FolderEntry]:
    try:
        entries = list(os.scandir(os.path.join(root, folder)))
    except FileNotFoundError:
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        path = f"{folder}/{entry.name}"
        yield FolderEntry(path, entry.is_symlink(), is_folder)
        if is_folder:
            yield from _walk(root, path)
