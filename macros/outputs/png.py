"""PNG files with at most 16 colours, assembled from strips that several pictures can share.

Pillow takes three times as long and cannot reuse a strip.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image

# Red, green and blue.
Colour = tuple[int, ...]

_BITS = 4
_PALETTE = 3
# The zlib header, and the final empty block before the checksum.
_START, _END = b"\x78\x01", b"\x03\x00"


@dataclass(frozen=True, slots=True)
class Strip:
    """Some rows of a picture, raw and as a compressed block that can be joined to others."""

    rows: bytes
    compressed: bytes


def strip(picture: Image.Image) -> Strip:
    """The rows of a picture at two pixels a byte, each row after a filter byte of 0 (none)."""
    pixels = picture.tobytes("raw", "P;4")
    length = (picture.width + 1) // 2
    rows = b"\0".join([b"", *struct.unpack(f"{length}s" * picture.height, pixels)])
    compressor = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
    return Strip(rows, compressor.compress(rows) + compressor.flush(zlib.Z_FULL_FLUSH))


def png(width: int, height: int, colours: Iterable[Colour], strips: Sequence[Strip]) -> bytes:
    """The file of a picture made of `strips`, from top to bottom. Pixel values are indexes into `colours`."""
    header = struct.pack(">IIBBBBB", width, height, _BITS, _PALETTE, 0, 0, 0)
    palette = bytes(part for colour in colours for part in colour)
    checksum = 1
    for strip_ in strips:
        checksum = zlib.adler32(strip_.rows, checksum)
    data = b"".join([_START, *(strip_.compressed for strip_ in strips), _END, struct.pack(">I", checksum)])
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
