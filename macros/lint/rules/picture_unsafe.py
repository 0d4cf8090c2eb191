"""A picture is a picture, of a size that people can load, and does not say where it was taken.

Why: A telephone writes into a picture where and when it was taken. A picture straight from a camera is also too large
for a phone with a weak signal.
"""

from pathlib import Path, PurePosixPath

from macros.library.library import Library
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic
from macros.source.diagnostic import Span
from macros.source.folder import PICTURES

TOPIC = RuleTopic.LINKS

# About a second on a phone.
_MAX_BYTES = 1024 * 1024
# Cameras record the place, the time and the owner's name after this marker.
_EXIF = b"Exif\0\0"


def check_library(library: Library) -> Diagnostics:
    """Check the size, file type and camera metadata of every picture."""
    for path in sorted(library.files):
        starts = PICTURES.get(PurePosixPath(path).suffix.lower())
        if starts and (message := _message(library.root / path, starts)):
            yield Diagnostic(path, Span(), message)


def _message(path: Path, starts: tuple[bytes, ...]) -> str:
    if path.stat().st_size > _MAX_BYTES:
        wrong = f"This picture is larger than {_MAX_BYTES // 1024} kB."
        return f"{wrong} Make it smaller: in Paint, choose Resize; 1,200 pixels across are enough."
    data = path.read_bytes()
    if not data.startswith(starts):
        wrong = f"The name says that this is a {path.suffix} picture, and it is not."
        return f"{wrong} Open it in Paint or another program for pictures, and save it as {path.suffix}."
    if _EXIF in data:
        wrong = "This picture has the notes of a camera in it, which can say where it was taken."
        return f"{wrong} Take a screenshot of the picture, and use that instead."
    return ""
