"""Lists whose signs were typed instead of set: "• Rain", "- Rain", "1. Rain"."""

import re
from dataclasses import replace

from macros.minutes.blocks import Entry, Paragraph, Words

_BULLET = re.compile(r"\s*(?:[•●▪■◦○‣\u2043·➢➤→✓]\s*(?=\S)|[-*–—]\s+(?=\S)|o\t\s*(?=\S))")


def typed_entry(paragraph: Paragraph) -> tuple[Paragraph, Entry] | None:
    """A paragraph that is an entry of a list, without a typed sign, and its place there; None if it is none."""
    text = "".join(one.text for one in paragraph.words)
    match = _BULLET.match(text)
    if paragraph.entry is not None or match is None or not text.strip():
        return (paragraph, paragraph.entry) if paragraph.entry is not None and text.strip() else None
    left, words = match.end(), list[Words]()
    for one in paragraph.words:
        cut = min(left, len(one.text))
        left -= cut
        words.append(replace(one, text=one.text[cut:]))
    return replace(paragraph, words=words), Entry(0, is_numbered=False)


def without_sign(paragraph: Paragraph) -> str:
    """The words of a paragraph without a typed sign of a list."""
    found = typed_entry(paragraph)
    return found[0].text if found else paragraph.text
