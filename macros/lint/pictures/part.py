"""A part of a picture's file, as the readers of the formats find it."""

from typing import NamedTuple


class PictureDamaged(Exception):
    """The file is cut off, or not built as its format says."""


class Part(NamedTuple):
    """A part of the file. All of them are in the order of the file.

    `note` is the name of the notes that it has, if it is not of the picture itself. If they `tell`, they can say where or who, and
    a clean copy has `kept` in their place; any other part is kept as it is. `pixels` is the width times the height, if this part
    says how large the picture is.
    """

    kept: bytes
    note: str = ""
    tells: bool = False
    pixels: int = 0


EXIF, XMP, IPTC, COMMENT, OTHER = "Exif", "XMP", "IPTC", "a comment", "other data"

# Some programs fill up what they write.
_PADDING = b"\0\r\n "


def telling(note: str, instead: bytes = b"") -> Part:
    """Notes that can say where or who, and what a clean copy has in their place."""
    return Part(instead, note, tells=True)


def after_the_end(data: bytes) -> Part:
    """What follows the picture, such as a second picture or the video of a moving photo."""
    return telling(OTHER) if data.strip(_PADDING) else Part(data)
