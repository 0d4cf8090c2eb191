"""The words of a text that has become HTML, as sentences without markup."""

import re
from collections.abc import Iterable
from html import unescape

from lxml import html as markup

from macros.kinds import KINDS

_USUAL_HEADINGS = "|".join(re.escape(one.title) for model in KINDS.values() for one in model.SECTIONS)
_HEADING_LINK = '<a class="headerlink".*?</a>'
_HEADING_LINKS = re.compile(_HEADING_LINK, re.DOTALL)
# The link beside a heading, and the headings that are the same on every page of their kind.
_UNSAID = re.compile(rf"{_HEADING_LINK}|<h2[^>]*>(?:{_USUAL_HEADINGS})<.*?</h2>", re.DOTALL)
_END_OF_BLOCK = re.compile(r"</(?:p|li|h[1-6]|td|th|dt|dd|div|pre)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")
_ENDS_A_SENTENCE = (".", "!", "?", ":", ";", "…")
_MAY_FOLLOW = "\"')]”’"


def without_heading_links(html: str) -> str:
    """The HTML of a text without the link to itself that stands beside each heading, for where nothing can be linked to."""
    return _HEADING_LINKS.sub("", html)


def plain_text(html: str) -> str:
    """What a reader would read aloud of `html`: no markup, and no heading that every page of the kind has."""
    lines = _TAG.sub("", _END_OF_BLOCK.sub("\0", _UNSAID.sub("", html))).split("\0")
    return sentences(unescape(line) for line in lines)


def own_text(html: str) -> str:
    """What a written page says itself: without the lists and tables that macros put into it, which have our own classes."""
    page = markup.fragment_fromstring(html, create_parent="div")
    for made in page.xpath(".//*[starts-with(@class, 'kb-') or starts-with(@id, 'kb-')]"):
        made.drop_tree()
    return plain_text(str(markup.tostring(page, encoding="unicode")))


def sentences(pieces: Iterable[str | None]) -> str:
    """Pieces of text one after the other, each of which ends like a sentence."""
    tidy = (" ".join(piece.split()) for piece in pieces if piece)
    return " ".join(
        piece if piece.rstrip(_MAY_FOLLOW).endswith(_ENDS_A_SENTENCE) else f"{piece}." for piece in tidy if piece
    )
