"""A picture is really a picture, small enough to load, and does not say where it was taken or who took it.

Why: A phone adds to a picture where and when it was taken, and programs add people's names. A picture straight from a
camera is also too large for a phone with a weak signal.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.library.library import Library
from macros.lint.diagnostics import Diagnostic, Diagnostics, Rewrite, RuleTopic
from macros.lint.pictures.part import PictureDamaged
from macros.source.diagnostic import Span
from macros.source.folder import PICTURES

TOPIC = RuleTopic.LINKS

# About a second on a phone.
_MAX_BYTES = 1024 * 1024
# As much as 100 MB in the memory of a phone.
_MAX_PIXELS = 25_000_000
# Most pictures of a telephone are smaller. Of what is larger still, this is all that is said.
_MAX_READ = 8 * 1024 * 1024

_SMALLER = "Make it smaller: in Paint, choose Resize; 1,200 pixels across are enough."


def check_library(library: Library) -> Diagnostics:
    """Check the size, file type and notes of every picture."""
    for path in sorted(library.files):
        if path.lower().endswith(PICTURES) and PurePosixPath(path).suffix.lower() in PICTURES:
            for message, fix in _wrong(library.root / path):
                yield Diagnostic(path, Span(), message, fix)


def _wrong(path: Path) -> Iterator[tuple[str, Rewrite | None]]:
    size = path.stat().st_size
    if size > _MAX_BYTES:
        yield f"This picture is larger than {_MAX_BYTES // 1024} kB. {_SMALLER}", None
    if size > _MAX_READ:
        return
    # Only here: the import takes as long as the check of twenty records, and a network may have no picture.
    from macros.lint.pictures.picture import read_picture

    suffix = path.suffix
    try:
        picture = read_picture(path.read_bytes())
    except PictureDamaged:
        yield ("This picture is cut off or damaged. Save it again in the program it came from, and use that.", None)
        return
    not_so = f"The name says that this is a {suffix} picture, and it is not."
    if picture is None:
        yield f"{not_so} Open it in Paint or another program for pictures, and save it as {suffix}.", None
        return
    if suffix.lower() not in picture.suffixes:
        yield f"{not_so} Rename it to end with {picture.suffixes[0]}, and write the new name where it is shown.", None
    if size <= _MAX_BYTES and picture.pixels > _MAX_PIXELS:
        yield f"This picture has more than {_MAX_PIXELS // 1_000_000} million pixels. {_SMALLER}", None
    if picture.notes:
        wrong = (
            f"This picture has notes in it that can say where it was taken or who took it ({', '.join(picture.notes)})."
        )
        yield f"{wrong} Take a screenshot of the picture, and use that instead.", Rewrite(_without_notes)


def _without_notes(data: bytes) -> bytes:
    from macros.lint.pictures.picture import read_picture

    picture = read_picture(data)
    return picture.without_notes if picture else data
