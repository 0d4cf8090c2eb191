"""A picture as its file has it, without decoding it: a small file can hold a very large picture."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.lint.pictures.gif import GIF, gif_parts
from macros.lint.pictures.jpeg import JPEG, jpeg_parts
from macros.lint.pictures.part import Part, PictureDamaged
from macros.lint.pictures.png import PNG, png_parts
from macros.lint.pictures.webp import WEBP, webp_joined, webp_parts


def _joined(parts: Sequence[Part]) -> bytes:
    return b"".join(part.kept for part in parts)


class _Format(NamedTuple):
    """A format: the suffixes that a file of it may have, how it starts, its parts, and how a clean copy is made of them."""

    suffixes: tuple[str, ...]
    starts: bytes
    parts: Callable[[bytes], Iterator[Part]]
    joined: Callable[[Sequence[Part]], bytes] = _joined


_FORMATS = (
    _Format((".png",), PNG, png_parts),
    _Format((".jpg", ".jpeg"), JPEG, jpeg_parts),
    _Format((".gif",), GIF, gif_parts),
    _Format((".webp",), WEBP, webp_parts, webp_joined),
)
# Many more than a picture of some megabytes has.
_MOST_PARTS = 20_000
_MOST_NOTES = 300


@dataclass(frozen=True)
class Picture:
    """A picture that has been read."""

    format: _Format
    parts: tuple[Part, ...]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How the name of a file with this picture may end."""
        return self.format.suffixes

    @property
    def pixels(self) -> int:
        """The width times the height."""
        return max(part.pixels for part in self.parts)

    @property
    def notes(self) -> list[str]:
        """The names of what can say where or who, in the order of the file."""
        return [*dict.fromkeys(part.note for part in self.parts if part.tells)]

    @property
    def without_notes(self) -> bytes:
        """The same picture, byte for byte, in a file without these notes."""
        return self.format.joined(self.parts)


def read_picture(data: bytes) -> Picture | None:
    """The picture in a file; None if it is of no format we publish. Raises `PictureDamaged`."""
    for form in _FORMATS:
        if re.match(form.starts, data, re.DOTALL):
            picture = Picture(form, (*_so_many(form.parts(data)),))
            if not picture.pixels:
                raise PictureDamaged
            return picture
    return None


def _so_many(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts. Raises `PictureDamaged` if there are more than any program writes, before looking at them takes long."""
    notes = 0
    for number, part in enumerate(parts):
        notes += bool(part.note)
        if number > _MOST_PARTS or notes > _MOST_NOTES:
            raise PictureDamaged
        yield part
