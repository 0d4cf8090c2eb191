"""PNG in its chunks.

Source: https://www.w3.org/TR/png-3/
"""

import struct
import zlib
from collections.abc import Iterator

from macros.lint.pictures.exif import exif_part
from macros.lint.pictures.part import COMMENT, OTHER, Part, PictureDamaged, after_the_end, telling
from macros.lint.pictures.text import LONGEST_COMMENT, text_part
from macros.lint.pictures.xmp import LONGEST_XMP, xmp_part

PNG = rb"\x89PNG\r\n\x1a\n"
_LENGTH_OF_START = 8

# The picture, its colours and its frames. iDOT tells an Apple device how to unpack it in two halves.
_OF_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT tIME acTL fcTL fdAT iDOT".split()
)
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_XMP = b"XML:com.adobe.xmp"
# Keywords for what programs say of themselves. With any other, there are someone's words, or what programs that know no better
# place put there, such as "Raw profile type exif".
_HARMLESS = (b"Software", b"Creation Time", b"date:create", b"date:modify", b"date:timestamp")


def png_parts(data: bytes) -> Iterator[Part]:
    """The parts of a PNG. Raises `PictureDamaged`."""
    yield Part(data[:_LENGTH_OF_START])
    at, kind = _LENGTH_OF_START, b""
    while kind != b"IEND":
        try:
            length, kind = struct.unpack_from(">I4s", data, at)
            [checksum] = struct.unpack_from(">I", data, at + 8 + length)
        except struct.error:
            raise PictureDamaged from None
        chunk = data[at : at + 12 + length]
        content = chunk[8:-4]
        at += len(chunk)
        if kind not in _OF_PICTURE:
            yield _notes(kind, content, chunk)
        elif zlib.crc32(chunk[4:-4]) == checksum:
            yield Part(chunk, pixels=_pixels(content) if kind == b"IHDR" else 0)
        else:
            raise PictureDamaged
    yield after_the_end(data[at:])


def _pixels(header: bytes) -> int:
    width, height = header[:4], header[4:8]
    return int.from_bytes(width, "big") * int.from_bytes(height, "big")


def _notes(kind: bytes, content: bytes, chunk: bytes) -> Part:
    if kind == b"eXIf":
        return exif_part(chunk, content, _exif_chunk)
    if kind not in _TEXTS:
        return telling(OTHER)
    keyword, _, text = content.partition(b"\0")
    if keyword == _XMP:
        return xmp_part(chunk, _unpacked(kind, text, LONGEST_XMP))
    if keyword in _HARMLESS:
        return Part(chunk, COMMENT)
    return text_part(chunk, _unpacked(kind, text, LONGEST_COMMENT))


def _exif_chunk(exif: bytes) -> bytes:
    named = b"eXIf" + exif
    return struct.pack(">I", len(exif)) + named + struct.pack(">I", zlib.crc32(named))


def _unpacked(kind: bytes, text: bytes, longest: int) -> bytes:
    """What follows the keyword, as text. What cannot be unpacked, or is longer than `longest`, stays packed, and so says something."""
    if kind == b"tEXt":
        return text
    # Of zTXt, how it is packed; of iTXt, whether it is packed, how, its language, and the keyword in that language.
    is_packed, packed = True, text[1:]
    if kind == b"iTXt":
        is_packed, packed = text[:1] != b"\0", text[2:].split(b"\0", 2)[-1]
    if not is_packed:
        return packed
    try:
        unpacking = zlib.decompressobj()
        unpacked = unpacking.decompress(packed, longest)
    except zlib.error:
        return text
    return unpacked if unpacking.eof else text
