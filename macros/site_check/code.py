"""Checks style sheets and SVG drawings for requests to other sites, and scripts for storage in the browser."""

import re
from collections.abc import Iterator

from lxml import etree

from macros.site_check.addresses import is_elsewhere

_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+(?:url\(\s*)?)["']?([^"')\s;]+)""", re.IGNORECASE)
_STRING_IN_IMAGE_SET = re.compile(r"""image-set\([^)]*?["']([^"']+)["']""", re.IGNORECASE)

# The content security policy of every page blocks requests to other sites and code from text, but not storage. The privacy
# notice promises that the browser keeps only what the reader asked one script to keep.
_KEEPS = re.compile(
    r"\b(localStorage|sessionStorage|indexedDB|cookieStore)\b|\b(document\.cookie|navigator\.serviceWorker|caches\.open)\b"
)
_MAY_KEEP = dict.fromkeys(("assets/shortcut.js", "assets/propose.js", "assets/diamond9.js"), "localStorage")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_MEANS_FETCHING = {"href", "src"}


def style_addresses(text: str) -> list[str]:
    """The addresses that a style sheet makes a browser fetch."""
    return [*_IN_STYLES.findall(text), *_STRING_IN_IMAGE_SET.findall(text)]


def script_mistakes(path: str, text: str) -> Iterator[str]:
    """What the script at `path` keeps in the browser although it may not."""
    for name in dict.fromkeys(match[0] for match in _KEEPS.finditer(text)):
        if name != _MAY_KEEP.get(path):
            yield f"a script may not use {name}: nothing is kept in the reader's browser"


def drawing_mistakes(content: bytes) -> Iterator[str]:
    """What an SVG drawing does that is not allowed."""
    try:
        drawing = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        yield f"a browser cannot read it: {error}"
        return
    for element in drawing.iter(etree.Element):
        name = etree.QName(element).localname
        if name in ("script", "foreignObject"):
            yield f"there may be no <{name}> in a drawing"
        addresses = style_addresses(element.text or "") if name == "style" else []
        for attribute, value in element.items():
            short = etree.QName(attribute).localname
            if short.startswith("on"):
                yield f'there may be no "{short}" attribute in a drawing'
            addresses += [value] if short in _MEANS_FETCHING and name != "a" else style_addresses(value)
        yield from (f"a drawing would fetch {one} from somebody else" for one in addresses if is_elsewhere(one))
