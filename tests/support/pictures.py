"""Pictures as tests look at them."""

from __future__ import annotations

from io import BytesIO

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


def drawn(width: int, height: int, form: str = "PNG") -> bytes:
    """A picture in one colour, of so many pixels, as a file of this form."""
    written = BytesIO()
    Image.new("RGB", (width, height), "#6a2c68").save(written, form)
    return written.getvalue()
