"""A file of minutes by its path, in whichever of the formats it is."""

from pathlib import Path

from macros.minutes.blocks import WordFile
from macros.minutes.office import OTHERS, as_docx
from macros.minutes.package import MOST_BYTES, Refused, opened
from macros.minutes.walk import read


def read_file(path: Path) -> WordFile:
    """What stands in a file. Raises `Refused`."""
    return read_content(as_docx(path) if path.suffix.lower() in OTHERS else _bytes(path))


def read_content(content: bytes) -> WordFile:
    """What stands in the bytes of a .docx. Raises `Refused`."""
    try:
        return read(opened(content))
    except RecursionError:
        raise Refused(
            "This file is nested more deeply than minutes are. Copy its text into a new document, and use that file."
        ) from None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
