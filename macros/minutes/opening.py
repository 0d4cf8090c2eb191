"""What the first lines of minutes say: the title of the file, and the day of the meeting."""

from collections.abc import Sequence

from macros.minutes.blocks import Block, paragraphs_of
from macros.minutes.dates import DAY
from macros.minutes.found import Found
from macros.minutes.headings import heading_level
from macros.minutes.inline import labelled
from macros.minutes.vocabulary import is_of_another, section

_FIRST_LINES = 8


def read_opening(blocks: Sequence[Block], found: Found) -> None:
    """Note the title and the days. The title is the first heading or, if there is none, the first line unless it has a label."""
    first = [one for one in paragraphs_of(blocks[: _FIRST_LINES * 2]) if one.text][:_FIRST_LINES]
    headings = (one for one in first if heading_level(one) and section(one.text) is None)
    title = next(headings, first[0] if first and labelled(first[0].text) is None else None)
    found.title = " ".join(title.text.split()) if title else ""
    for one in first[: _FIRST_LINES // 2]:
        if is_of_another(one.text):
            break
        if DAY.search(one.text) and labelled(one.text) is None:
            found.dates.append(one.text)
