"""A picture is a picture, of a size that people can load, and does not say where it was taken.

Why: A telephone writes into a picture where and when it was taken. A picture straight from a camera is also too large
for a phone with a weak signal.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.records.folder import PICTURES
from macros.records.library import Library
from macros.records.problem import Span
from macros.rulebook.finding import Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.LINKS

# A reader on a phone waits a second for every so many bytes.
_MOST_BYTES = 1024 * 1024
# Cameras write the place, the time and the name of the owner behind this mark.
_CAMERA_NOTES = b"Exif\0\0"


def check_library(library: Library) -> Iterator[Mistake]:
    """Look at the first bytes, the size and the notes of the camera of every picture."""
    for path in sorted(library.files):
        starts = PICTURES.get(PurePosixPath(path).suffix.lower())
        if starts and (message := _message(library.root / path, starts)):
            yield Mistake(path, Span(), message)


def _message(path: Path, starts: tuple[bytes, ...]) -> str:
    if path.stat().st_size > _MOST_BYTES:
        return f"This picture is larger than {_MOST_BYTES // 1024} kB. Save it smaller."
    data = path.read_bytes()
    if not data.startswith(starts):
        return "This file is not a picture of the kind that its name says. Save the picture again in an image editor."
    if _CAMERA_NOTES in data:
        return "This picture has the notes of a camera in it, which can say where it was taken. Save it without them."
    return ""
