"""Plain text from the tree of a text, as sentences."""

from collections.abc import Iterable

from macros.kinds import KINDS
from macros.source.gfm import Kind, Node

_USUAL_HEADINGS = {one.title for model in KINDS.values() for one in model.SECTIONS}
_ENDS_A_SENTENCE = (".", "!", "?", ":", ";", "…")
_MAY_FOLLOW = "\"')]”’"


def plain_blocks(text: Node) -> list[tuple[Kind, str]]:
    """The kind and words of each block of a text, without the headings that every page of a kind has."""
    said = ((block.kind, block.words()) for block in text.blocks())
    return [(kind, words) for kind, words in said if kind is not Kind.HEADING or words not in _USUAL_HEADINGS]


def sentences(pieces: Iterable[str | None]) -> str:
    """The pieces of text joined, each ending like a sentence."""
    tidy = (" ".join(piece.split()) for piece in pieces if piece)
    return " ".join(
        piece if piece.rstrip(_MAY_FOLLOW).endswith(_ENDS_A_SENTENCE) else f"{piece}." for piece in tidy if piece
    )
