"""Plain text from HTML, as sentences."""

import re
from collections.abc import Iterable
from html import unescape

from lxml import html as markup

from macros.kinds import KINDS

_USUAL_HEADINGS = "|".join(re.escape(one.title) for model in KINDS.values() for one in model.SECTIONS)
_HEADING_LINK = '<a class="headerlink".*?</a>'
_HEADING_LINKS = re.compile(_HEADING_LINK, re.DOTALL)
# Heading links, and the headings that every page of a kind has.
_UNSAID = re.compile(rf"{_HEADING_LINK}|<h2[^>]*>(?:{_USUAL_HEADINGS})<.*?</h2>", re.DOTALL)
_END_OF_BLOCK = re.compile(r"</(?:p|li|h[1-6]|td|th|dt|dd|div|pre)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")
_ENDS_A_SENTENCE = (".", "!", "?", ":", ";", "…")
_MAY_FOLLOW = "\"')]”’"


def without_heading_links(html: str) -> str:
    """HTML without the permalinks beside headings."""
    return _HEADING_LINKS.sub("", html)


def plain_text(html: str) -> str:
    """The words of `html`, without the headings that every page of a kind has."""
    lines = _TAG.sub("", _END_OF_BLOCK.sub("\0", _UNSAID.sub("", html))).split("\0")
    return sentences(unescape(line) for line in lines)


def own_text(html: str) -> str:
    """The text of a written page without the output of macros, which has our own classes and ids."""
    page = markup.fragment_fromstring(html, create_parent="div")
    for element in page.xpath(".//*[starts-with(@class, 'kb-') or starts-with(@id, 'kb-')]"):
        element.drop_tree()
    return plain_text(str(markup.tostring(page, encoding="unicode")))


def sentences(pieces: Iterable[str | None]) -> str:
    """The pieces of text joined, each ending like a sentence."""
    tidy = (" ".join(piece.split()) for piece in pieces if piece)
    return " ".join(
        piece if piece.rstrip(_MAY_FOLLOW).endswith(_ENDS_A_SENTENCE) else f"{piece}." for piece in tidy if piece
    )
