"""GIF in its blocks.

Source: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
"""

from collections.abc import Iterator

from macros.lint.pictures.part import OTHER, XMP, Part, PictureDamaged, after_the_end, telling
from macros.lint.pictures.text import text_part

GIF = rb"GIF8[79]a"

_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _COMMENT, _APPLICATION = 0xF9, 0xFE, 0xFF
# Applications that say how often the picture moves, and its colours.
_HARMLESS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_NAMES = {b"XMP DataXMP": XMP}


def gif_parts(data: bytes) -> Iterator[Part]:
    """The parts of a GIF. Raises `PictureDamaged`."""
    try:
        yield from _parts(data)
    except IndexError:
        raise PictureDamaged from None


def _parts(data: bytes) -> Iterator[Part]:
    at = 13 + _length_of_colours(data[10])
    yield Part(data[:at], pixels=_pixels(data[6:10]))
    kind = 0
    while kind != _END:
        start, kind = at, data[at]
        if kind == _IMAGE:
            at = _end_of_blocks(data, at + 11 + _length_of_colours(data[at + 9]))
            yield Part(data[start:at], pixels=_pixels(data[start + 5 : start + 9]))
        elif kind == _EXTENSION:
            at = _end_of_blocks(data, at + 2)
            yield _extension(data[start:at])
        elif kind != _END:
            raise PictureDamaged
    yield Part(data[at : at + 1])
    yield after_the_end(data[at + 1 :])


def _pixels(size: bytes) -> int:
    return int.from_bytes(size[:2], "little") * int.from_bytes(size[2:], "little")


def _length_of_colours(flags: int) -> int:
    """How long a table of colours is, which the highest bit says is there."""
    return 3 * 2 ** ((flags & 0b111) + 1) if flags & 0b1000_0000 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """Where blocks end, each of which begins with its length, and the last has none."""
    while data[at]:
        at += data[at] + 1
    return at + 1


def _extension(extension: bytes) -> Part:
    kind, name = extension[1], extension[3:14]
    if kind == _CONTROL or (kind == _APPLICATION and name in _HARMLESS):
        return Part(extension)
    if kind == _COMMENT:
        return text_part(extension, b"".join(_blocks(extension, 2)))
    return telling(_NAMES.get(name, OTHER))


def _blocks(extension: bytes, at: int) -> Iterator[bytes]:
    while extension[at]:
        yield extension[at + 1 : at + 1 + extension[at]]
        at += extension[at] + 1
