"""JPEG in its segments.

Sources: ITU-T T.81, T.871 (JFIF), and https://exiftool.org/TagNames/JPEG.html for the segments of applications
"""

import re
from collections.abc import Iterator

from macros.lint.pictures.exif import exif_part
from macros.lint.pictures.part import IPTC, OTHER, XMP, Part, PictureDamaged, after_the_end, telling
from macros.lint.pictures.text import text_part
from macros.lint.pictures.xmp import xmp_part

JPEG = rb"\xff\xd8\xff"
_LENGTH_OF_START = 2

_JFIF, _END, _SCAN, _COMMENT, _EXIF_OR_XMP = 0xE0, 0xD9, 0xDA, 0xFE, 0xE1
# Each says how large the picture is, and how it is packed.
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
# The picture, and the tables to unpack it with.
_OF_PICTURE = {*range(0xC0, 0xD0), *range(0xD9, 0xE0)}
# In the packed picture, 0xFF is followed by one of these. They are no marker, or only say where to go on after a fault.
_MARKER = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")

# JFIF without a thumbnail, the colour profile, how colours were changed, and the quality if Photoshop says nothing else.
_HARMLESS = re.compile(rb"JFIF\0.{7}\0\0|ICC_PROFILE\0.*|Adobe.{7}|Ducky\0\x01\0\x04.{4}\0\0", re.DOTALL)
_JFIF_WITH_THUMBNAIL = re.compile(rb"JFIF\0.{7}", re.DOTALL)
_EXIF, _EXIF_MARK = b"Exif\0", b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_NAMES = {b"http://ns.adobe.com/xmp/extension/\0": XMP, b"Photoshop 3.0\0": IPTC}


def jpeg_parts(data: bytes) -> Iterator[Part]:
    """The parts of a JPEG. Raises `PictureDamaged`."""
    yield Part(data[:_LENGTH_OF_START])
    at, kind = _LENGTH_OF_START, 0
    while kind != _END:
        marker = _MARKER.search(data, at)
        if marker is None:
            raise PictureDamaged
        packed = data[at : marker.start()]
        if kind != _SCAN and packed.strip(b"\xff"):
            raise PictureDamaged
        yield Part(packed)
        kind, at = data[marker.end()], marker.end() + 1
        if kind != _END:
            at += _length(data, at)
        yield _part(kind, data[marker.start() : at])
    yield after_the_end(data[at:])


def _length(data: bytes, at: int) -> int:
    """How long a segment is, with the two bytes that say so."""
    length = int.from_bytes(data[at : at + 2], "big")
    if length < 2 or at + length > len(data):
        raise PictureDamaged
    return length


def _part(kind: int, segment: bytes) -> Part:
    content = segment[4:]
    if kind in _FRAMES:
        return Part(segment, pixels=int.from_bytes(content[1:3], "big") * int.from_bytes(content[3:5], "big"))
    if kind in _OF_PICTURE or _HARMLESS.fullmatch(content):
        return Part(segment)
    if kind == _COMMENT:
        return text_part(segment, content)
    if kind == _EXIF_OR_XMP and content.startswith(_EXIF):
        return exif_part(segment, content[len(_EXIF_MARK) :], lambda exif: _segment(kind, _EXIF_MARK + exif))
    if kind == _EXIF_OR_XMP and content.startswith(_XMP):
        return xmp_part(segment, content.removeprefix(_XMP))
    if kind == _JFIF and (start := _JFIF_WITH_THUMBNAIL.match(content)):
        return telling(OTHER, _segment(kind, start[0] + b"\0\0"))
    return telling(next((name for mark, name in _NAMES.items() if content.startswith(mark)), OTHER))


def _segment(kind: int, content: bytes) -> bytes:
    return bytes([0xFF, kind]) + (len(content) + 2).to_bytes(2, "big") + content
