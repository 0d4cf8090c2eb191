"""Checks style sheets, scripts and SVG drawings for requests to other sites and for storage in the browser."""

import re
from collections.abc import Iterator

from lxml import etree

from macros.site_check.addresses import is_elsewhere

_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+(?:url\(\s*)?)["']?([^"')\s;]+)""", re.IGNORECASE)
_STRING_IN_IMAGE_SET = re.compile(r"""image-set\([^)]*?["']([^"']+)["']""", re.IGNORECASE)

# Requests with a literal address. Addresses put together at run time are left to the pages' content security policy and
# to the browser tests.
_ASKS = re.compile(
    r"""(?:\b(?:fetch|import|importScripts|(?:Shared)?Worker|Request|register)\(\s*|\b(?:from|import)\s*|\.src\s*=\s*)"""
    r"""(["'`])((?:[a-z]+:)?//(?:(?!\1).)*)\1""",
    re.IGNORECASE,
)
# What no script of the site needs: other kinds of request, and code from text, which the policy blocks.
_CALLS = re.compile(
    r"\b(WebSocket|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection|sendBeacon|eval|Function)\s*\("
)
# The privacy notice promises that the browser keeps only what the reader asked a script to keep: the setting of the / key, a draft,
# an order of cards, answers about minutes. Whoever opens the editor is told that it keeps things.
_KEEPS = re.compile(
    r"\b(localStorage|sessionStorage|indexedDB|cookieStore)\b|\b(document\.cookie|navigator\.serviceWorker|caches\.open)\b"
)
_MAY_KEEP = dict.fromkeys(
    (
        # The last three of search hold the same lines: the build joins the scripts of search.
        *("assets/search.js", "assets/search_shortcut.js", "assets/search_dialog.js", "assets/search_page.js"),
        *("assets/propose.js", "assets/diamond9.js", "assets/minutes.js", "assets/editor_start.js"),
    ),
    "localStorage",
)
_MEANS_FETCHING = {"href", "src"}


def style_addresses(text: str) -> list[str]:
    """The addresses that a style sheet makes a browser fetch."""
    return [*_IN_STYLES.findall(text), *_STRING_IN_IMAGE_SET.findall(text)]


def script_mistakes(path: str, text: str) -> Iterator[str]:
    """What the script at `path` does that is not allowed."""
    for address in dict.fromkeys(match[2] for match in _ASKS.finditer(text)):
        yield f"a script would fetch {address} from someone else"
    for name in dict.fromkeys(_CALLS.findall(text)):
        yield f"a script may not use {name}"
    for name in dict.fromkeys(match[0] for match in _KEEPS.finditer(text)):
        if name != _MAY_KEEP.get(path):
            yield f"a script may not use {name}: nothing is kept in the reader's browser"


def drawing_mistakes(drawing: etree._Element) -> Iterator[str]:
    """What an SVG drawing does that is not allowed."""
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
        yield from (f"a drawing would fetch {one} from someone else" for one in addresses if is_elsewhere(one))
