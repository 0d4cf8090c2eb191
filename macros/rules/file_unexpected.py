"""The content folder holds records, pages and pictures, and nothing else is published by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.records.library import CONTENT, NETWORK_FILE, Library
from macros.records.models import FOLDERS
from macros.records.problem import Span
from macros.rulebook.finding import Mistake, listed

_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif"}


def check_library(library: Library) -> Iterator[Mistake]:
    """Look at every file below content/."""
    for path in sorted((library.root / CONTENT).rglob("*")):
        shown = path.relative_to(library.root).as_posix()
        message = _message(path, shown)
        if message:
            yield Mistake(shown, Span(), message)


def _message(path: Path, shown: str) -> str:
    if path.is_symlink():
        return "This is a link to another file or folder, which would be published with it. Put the file itself here."
    if path.is_dir() or shown == NETWORK_FILE:
        return ""
    if any(part.startswith(".") for part in shown.split("/")):
        return "A file or folder whose name starts with a dot does not belong in content/. Delete it."
    if path.suffix == ".md":
        parts = shown.split("/")
        if parts[1] in FOLDERS and len(parts) > 3:
            return f"A record stands in its folder itself, not in a folder below it. Move this one to {CONTENT}/{parts[1]}/."
        return ""
    if path.suffix.lower() in _PICTURES:
        return ""
    if path.suffix.lower() in {".md", ".markdown", ".txt"}:
        return "The name of a record or page ends with .md in lower case. Rename the file."
    return (
        f"Only records and pages (.md) and pictures ({listed(sorted(_PICTURES))}) belong in content/. "
        "Delete this file, or save it as one of these."
    )
