"""Bold that marks nothing, because nearly all of a file has it."""

from collections.abc import Sequence
from dataclasses import replace

from macros.minutes.blocks import Block, Cell, Paragraph, Table, paragraphs_of

# Headings are a tenth of the words of minutes, and hardly more than a third where there are no notes.
_MOST_PERCENT = 80


def without_idle_bold(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks as they are or, if nearly all of their words are bold, with none that is."""
    words = [one for paragraph in paragraphs_of(blocks) for one in paragraph.words]
    bold = sum(len(one.text) for one in words if one.bold)
    if bold * 100 <= sum(len(one.text) for one in words) * _MOST_PERCENT:
        return blocks
    return [_plain(block) for block in blocks]


def _plain(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, words=[replace(one, bold=False) for one in block.words])
    return Table([[Cell([*map(_plain, cell.blocks)], cell.is_repeated) for cell in row] for row in block.rows])
