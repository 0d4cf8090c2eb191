"""Headings of minutes, whether they are set as such or only look like it."""

import re

from macros.minutes.blocks import Paragraph
from macros.minutes.inline import labelled
from macros.minutes.vocabulary import Section, section

# The parts of minutes whose content stands below their heading.
WITH_CONTENT = (Section.PRESENT, Section.ABSENT, Section.DECISIONS, Section.ACTIONS)
# A bold line is a heading if it is no longer than this, and the level it then has: below those that are set.
_LONGEST_HEADING, MARKED_LEVEL = 90, 3
_ENDS = re.compile(r"[.,;]$")
_ITEM = re.compile(r"(?:agenda )?item (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


def heading_level(block: Paragraph) -> int:
    """The level of a heading; 0 if a paragraph is none.

    It is set, or a short line that is bold, underlined or the name of a part of minutes.
    """
    if block.heading:
        return block.heading
    text = block.text
    if len(text) > _LONGEST_HEADING or "\n" in text or _ENDS.search(text):
        return 0
    if _ITEM.match(text):
        return MARKED_LEVEL
    if block.is_marked and (block.entry is None or text.endswith(":")) and labelled(text) is None:
        return MARKED_LEVEL
    return MARKED_LEVEL if section(text) in WITH_CONTENT and (text.endswith(":") or text.isupper()) else 0
