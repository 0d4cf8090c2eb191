"""Listing of the content folder. Symbolic links are not followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

# The pictures that may be published, by the end of their names.
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


# So many folders may be in each other. What is further down is not looked at.
MOST_FOLDERS = 8


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """A file or folder. `path` is relative to the project, with forward slashes.

    `is_link` is also true of what is neither a file nor a folder, such as a pipe, which must not be opened either.
    """

    path: str
    is_link: bool
    is_folder: bool

    @property
    def is_hidden(self) -> bool:
        """Whether its name, or that of a folder it is in, starts with a dot."""
        return "/." in self.path


def everything_in(root: Path, folder: str) -> list[FolderEntry]:
    """Everything in `root`/`folder`, sorted by path. Empty if the folder does not exist."""
    # By the path alone, as no two are the same: comparing all three takes much longer.
    return sorted(_walk(str(root), folder), key=attrgetter("path"))


def _walk(root: str, folder: str) -> Iterator[FolderEntry]:
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            path = f"{folder}/{entry.name}"
            is_odd = not is_folder and not entry.is_file(follow_symlinks=False)
            yield FolderEntry(path, is_odd, is_folder)
            if is_folder and path.count("/") <= MOST_FOLDERS:
                waiting.append(path)
