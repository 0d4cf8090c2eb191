"""Pictures as tests look at them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

from macros.outputs.social_card import HEIGHT, WIDTH


def opened(png: bytes) -> Image.Image:
    Image.open(BytesIO(png)).verify()
    picture = Image.open(BytesIO(png))
    picture.load()
    return picture


def ground(picture: Image.Image) -> tuple[int, ...]:
    found = picture.convert("RGB").getpixel((WIDTH - 1, HEIGHT - 1))
    assert isinstance(found, tuple)
    return found


def drawn(width: int, height: int, form: str = "PNG", **options: Any) -> bytes:
    """A picture with one corner in another colour, of so many pixels, as Pillow writes a file of this form."""
    picture = Image.new("RGB", (width, height), "#6a2c68")
    picture.paste("#ffb81c", (0, 0, width // 2, height // 2))
    written = BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()


def segment(kind: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(content) + 2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", zlib.crc32(kind + content))


def in_jpeg(*segments: bytes) -> bytes:
    """A JPEG with these segments after JFIF, where programs put them."""
    picture = drawn(8, 4, "JPEG")
    return picture[:20] + b"".join(segments) + picture[20:]


def in_png(*chunks: bytes, before: bytes = b"IDAT") -> bytes:
    """A PNG with these chunks before one of its own."""
    picture = drawn(8, 4, "PNG")
    at = picture.index(before) - 4
    return picture[:at] + b"".join(chunks) + picture[at:]


def in_webp(*chunks: bytes, flags: int = 0) -> bytes:
    """A WebP with these chunks after the picture, and a header that tells of them with these flags."""
    inside = drawn(8, 4, "WEBP", lossless=True)[12:]
    header = b"VP8X" + struct.pack("<IB3xBHBH", 10, flags, 7, 0, 3, 0)
    content = b"WEBP" + header + inside + b"".join(one + b"\0" * (len(one) % 2) for one in chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def riff(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content


def in_gif(*extensions: bytes) -> bytes:
    """A GIF with these extensions before the picture."""
    picture = drawn(8, 4, "GIF")
    at = 13 + 3 * 2 ** ((picture[10] & 7) + 1)
    return picture[:at] + b"".join(extensions) + picture[at:]


def itxt(keyword: bytes, text: bytes, *, packed: bool = False) -> bytes:
    content = zlib.compress(text) if packed else text
    return chunk(b"iTXt", keyword + b"\0" + bytes([packed]) + b"\0en\0\0" + content)


def ztxt(keyword: bytes, text: bytes) -> bytes:
    return chunk(b"zTXt", keyword + b"\0\0" + zlib.compress(text))
