"""WebP in its chunks.

Source: RFC 9649, WebP Image Format
"""

from collections.abc import Iterator, Sequence

from macros.lint.pictures.exif import exif_part
from macros.lint.pictures.part import OTHER, Part, PictureDamaged, after_the_end, telling
from macros.lint.pictures.xmp import xmp_part

WEBP = rb"RIFF....WEBP"
_LENGTH_OF_START = 12

_HEADER, _LOSSY, _LOSSLESS = b"VP8X", b"VP8 ", b"VP8L"
_OF_PICTURE = (_HEADER, _LOSSY, _LOSSLESS, b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_EXIF, _XMP = b"EXIF", b"XMP "
# The bits of the header that say which notes there are.
_FLAGS = {_EXIF: 0x08, _XMP: 0x04}


def webp_parts(data: bytes) -> Iterator[Part]:
    """The parts of a WebP: how long it is, its chunks, and what follows them. Raises `PictureDamaged`."""
    yield Part(data[:_LENGTH_OF_START])
    end = 8 + int.from_bytes(data[4:8], "little")
    for chunk in _chunks(data[:end], end):
        yield _part(chunk[:4], chunk)
    yield after_the_end(data[end:])


def webp_joined(parts: Sequence[Part]) -> bytes:
    """A clean copy, which says how long it is and which notes it still has."""
    chunks = [part.kept for part in parts[1:-1] if part.kept]
    kept = {chunk[:4] for chunk in chunks}
    gone = sum(flag for kind, flag in _FLAGS.items() if kind not in kept)
    content = b"WEBP" + b"".join(_without(gone, chunk) if chunk[:4] == _HEADER else chunk for chunk in chunks)
    return b"RIFF" + len(content).to_bytes(4, "little") + content + parts[-1].kept


def _chunks(data: bytes, end: int) -> Iterator[bytes]:
    at = _LENGTH_OF_START
    while at < end:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = data[at : at + 8 + length]
        if len(chunk) != 8 + length:
            raise PictureDamaged
        # An odd one is followed by a byte that does not count.
        yield chunk + b"\0" * (length % 2)
        at += 8 + length + length % 2


def _part(kind: bytes, chunk: bytes) -> Part:
    content = chunk[8:]
    if kind == _EXIF:
        return exif_part(chunk, content, lambda exif: kind + len(exif).to_bytes(4, "little") + exif)
    if kind == _XMP:
        return xmp_part(chunk, content[: int.from_bytes(chunk[4:8], "little")])
    return Part(chunk, pixels=_pixels(kind, content)) if kind in _OF_PICTURE else telling(OTHER)


def _pixels(kind: bytes, content: bytes) -> int:
    if kind == _HEADER:
        return (int.from_bytes(content[4:7], "little") + 1) * (int.from_bytes(content[7:10], "little") + 1)
    if kind == _LOSSY:
        # After the start code: 14 bits each.
        return (int.from_bytes(content[6:8], "little") & 0x3FFF) * (int.from_bytes(content[8:10], "little") & 0x3FFF)
    if kind == _LOSSLESS:
        # After the signature: 14 bits each, less one.
        bits = int.from_bytes(content[1:5], "little")
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    return 0


def _without(flags: int, header: bytes) -> bytes:
    return header[:8] + bytes(flag & ~flags for flag in header[8:9]) + header[9:]
