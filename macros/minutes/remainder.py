"""The last look: no word of a file may be in neither the record nor the list of what was left out."""

import re
from collections.abc import Iterator

from macros.minutes.blocks import Block, Paragraph, WordFile
from macros.minutes.markdown import clean
from macros.minutes.messages import said

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters and without the signs around them."""
    return _WORD.findall(clean(text).casefold())


def remainder(file: WordFile, known: str) -> list[str]:
    """A line for each paragraph or cell that has a word which is not in a text."""
    words = {*words_of(known)}
    missing = (text for text in _texts(file.blocks) if not words.issuperset(words_of(text)))
    return [said("not-understood", text=" ".join(clean(text).split())) for text in dict.fromkeys(missing)]


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
