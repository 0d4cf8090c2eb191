"""A file of minutes by its path, in whichever of the formats it is."""

from pathlib import Path

from macros.minutes.archive import MOST_BYTES, Refused
from macros.minutes.blocks import WordFile
from macros.minutes.office import OTHERS, as_docx
from macros.minutes.package import opened
from macros.minutes.walk import read


def read_file(path: Path) -> WordFile:
    """What stands in a file. Raises `Refused`."""
    return read_content(as_docx(path) if path.suffix.lower() in OTHERS else bytes_of(path))


def read_content(content: bytes) -> WordFile:
    """What stands in the bytes of a .docx. Raises `Refused`."""
    try:
        return read(opened(content))
    except RecursionError:
        raise Refused(
            "This file is nested more deeply than minutes are. Copy its text into a new document, and use that file."
        ) from None


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, as many as may be read and one more."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
