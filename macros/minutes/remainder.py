"""The last look: no word of a file may be in neither the record nor the list of what was left out."""

import re
from collections.abc import Iterator

from macros.minutes.blocks import Block, Paragraph, WordFile
from macros.minutes.markdown import clean
from macros.minutes.messages import said

_WORD = re.compile(r"[^\W_]+")
# The number of an entry of a list, which is no word of it.
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters and without the signs around them."""
    return _WORD.findall(clean(text).casefold())


def remainder(file: WordFile, known: str, asked: str) -> list[str]:
    """A line for each paragraph or cell that has a word which is not in the `known` text. Some of these words are `asked` about."""
    words = {*words_of(known)}
    or_asked = words | {*words_of(asked)}
    found = []
    for text in dict.fromkeys(_texts(file.blocks)):
        of_text = words_of(_NUMBER.sub("", text))
        if not words.issuperset(of_text):
            code = "asked-about" if or_asked.issuperset(of_text) else "not-understood"
            found.append(said(code, text=" ".join(clean(text).split())))
    return found


def _texts(blocks: object) -> Iterator[str]:
    assert isinstance(blocks, list | tuple)
    for block in blocks:
        yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        for row in block.rows:
            for cell in row:
                yield from _texts(cell.blocks)
