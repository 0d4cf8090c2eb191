"""Characters that nobody can see, and how to show that they are there."""

import re

# Characters that count as letters, marks or symbols, and yet leave no ink: fillers, the blank of Braille, selectors of variants
# other than those of emoji.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0e\uffa0\U000e0100-\U000e01ef]")


def is_visible(text: str) -> bool:
    """Whether `text` is one line without control, invisible or direction-changing characters."""
    return text.isprintable() and (text.isascii() or _BLANK.search(text) is None)


def made_visible(text: str) -> str:
    """`text` with each character that cannot be seen, and each that a terminal obeys, as its number: `[U+001B]`."""
    if is_visible(text):
        return text
    return "".join(character if is_visible(character) else f"[U+{ord(character):04X}]" for character in text)
