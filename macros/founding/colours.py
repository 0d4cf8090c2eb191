"""Two colours of a network, and what follows from them: the style sheet's variables, and the drawing in the header."""

import re

from PIL import ImageColor
from pydantic_core import PydanticCustomError

_WHITE = "#ffffff"
# In dark colours, a link is this much of white. On the darkest surfaces any colour is then legible.
_PALE = 0.7
# How a channel of a colour becomes light: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
_KNEE, _SLOPE, _OFFSET, _POWER = 0.04045, 12.92, 0.055, 2.4
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_FLARE = 0.05
_LEGIBLE = 4.5
# In theme/assets/network.css: the darkest surface that links are on, --kb-surface-quiet, and --kb-text.
_SURFACE, _TEXT = "#f4ede3", "#2a2230"
# A link that is less colourful than this, of 255, looks like the text around it, unless its lightness differs from it.
_COLOURFUL, _DIFFERENT = 40, 1.5


def as_colour(written: str) -> str:
    """The code of a colour, which may be written as a name that browsers know. Raises if there is no such colour."""
    named = ImageColor.colormap.get(written.lower().replace(" ", ""), written)
    code = f"#{str(named).removeprefix('#')}"
    if not re.fullmatch("#[0-9a-fA-F]{6}", code):
        expected = 'the name of a colour, or "#" and six digits or letters from a to f, such as "#1f4e6b"'
        raise PydanticCustomError("type-wrong", "colour", {"expected": expected})
    return code


def colour_of_links(code: str) -> str:
    """The code of a colour for links and what is behind white words. Raises if it is too light, or too much like the text."""
    if contrast(code, _SURFACE) < _LEGIBLE:
        shades = (mixed(code, "#000000", share / 20) for share in range(1, 21))
        darker = next(shade for shade in shades if contrast(shade, _SURFACE) >= _LEGIBLE)
        expected = f'a colour dark enough for white words on it, such as "{darker}"'
        raise PydanticCustomError("type-wrong", "colour", {"expected": expected})
    channels = ImageColor.getrgb(code)[:3]
    if max(channels) - min(channels) < _COLOURFUL and contrast(code, _TEXT) < _DIFFERENT:
        expected = 'a colour that differs from the text, which is nearly black, such as "#1f4e6b"'
        raise PydanticCustomError("type-wrong", "colour", {"expected": expected})
    return code


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG, from 1 to 21. Raises `ValueError` if one is no colour."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + _FLARE) / (darker + _FLARE)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in ImageColor.getrgb(colour)[:3])
    linear = (share / _SLOPE if share <= _KNEE else ((share + _OFFSET) / (1 + _OFFSET)) ** _POWER for share in shares)
    return sum(weight * light for weight, light in zip(_WEIGHTS, linear, strict=True))


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it."""
    pairs = zip(ImageColor.getrgb(colour)[:3], ImageColor.getrgb(other)[:3], strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def coloured_styles(styles: str, brand: str, accent: str) -> str:
    """The style sheet of colours with those of a network, first in light and then in dark colours."""
    light, dark = re.split(r"(?=@media)", styles, maxsplit=1)
    light = _with(light, {"brand": brand, "link": brand, "accent": accent})
    return light + _with(dark, {"brand": brand, "link": mixed(brand, _WHITE, _PALE), "accent": accent})


def _with(block: str, colours: dict[str, str]) -> str:
    for name, colour in colours.items():
        block = re.sub(rf"(--kb-{name}:) [^;]+;", rf"\g<1> {colour};", block)
    return block


def coloured_mark(drawing: str, brand: str, accent: str) -> str:
    """The drawing in the header, which has two colours: the accent, and one between the brand and white."""
    fills = iter((accent, mixed(brand, _WHITE, 1 - _PALE)))
    return re.sub(r'fill="[^"]+"', lambda found: f'fill="{next(fills, accent)}"', drawing)
