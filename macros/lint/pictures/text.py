"""What a text in a picture's file says, such as a comment."""

import re

from macros.lint.pictures.part import COMMENT, Part, telling

# What programs write as a comment without being asked: that it is a screenshot, or their own name.
_BY_PROGRAM = re.compile(
    rb"Screenshot|Created with (The )?GIMP( on a Mac)?|Lavc[\d.]+"
    rb"|CREATOR: gd-jpeg v[\d.]+ \(using IJG JPEG v\d+\), (quality = \d+|default quality)"
)

# Longer than those, so that no more of a text has to be unpacked.
LONGEST_COMMENT = 200


def says_nothing(text: bytes) -> bool:
    """Whether the text is blank or a program's own."""
    written = text.strip(b"\0 \t\r\n")
    return not written or _BY_PROGRAM.fullmatch(written) is not None


def text_part(whole: bytes, text: bytes) -> Part:
    """The part of a file that is `whole` and holds this text."""
    return Part(whole, COMMENT) if says_nothing(text) else telling(COMMENT)
