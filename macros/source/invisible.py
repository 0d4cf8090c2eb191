"""Characters that no one can see, where they have a task, and how to show that they are there."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Characters that leave no ink, or only in one font: what Unicode calls default ignorable (soft hyphen, zero-width characters,
# direction marks, fillers, selectors of variants, tags), the blanks of Braille and of music, what holds the place of an object,
# and those whose meaning is a private matter.
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    f"\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff{_PRIVATE}]"
)
# Those which only their writer can take out: without them the text would turn round, or lose a gap or a sign.
MEANT = re.compile(f"[\u202d\u202e\u2800\u3164\ufffc{_PRIVATE}]")
PRIVATE_USE = re.compile(f"[{_PRIVATE}]")

# Scripts in use whose letters join, with their marks and digits: Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Rohingya,
# Adlam.
_JOINING = (
    "\u0620-\u077f\u07ca-\u07fa\u0840-\u085b\u0860-\u08ff\u1807\u180a\u1820-\u18aa\ua840-\ua873\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010d00-\U00010d27\U0001e900-\U0001e94b"
)
_MONGOLIAN = "\u1820-\u18aa"
_PICTURE = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_FLAG = "\U0001f3f4"


@cache
def needed() -> str:
    """A pattern for what a character that no one can see stands beside, where it has a task there. Needs `re.MULTILINE`.

    A script for the form is made from it too.
    """
    # The scripts of India and their kin write a virama for a vowel that is not said. Those beyond these are of old.
    virama = "".join(sign for sign in map(chr, range(0x900, 0xAC00)) if unicodedata.combining(sign) == 9)
    return (
        # Joiners (RFC 5892, appendix A), with three things that are usual outside addresses: Farsi writes non-joiners after letters
        # that never join, and a joiner at the end of an abbreviation; Bengali and Kannada write a joiner before a virama.
        f"[{virama}][\u200c\u200d]|[\u200c\u200d](?=[{virama}])|[{_JOINING}](?:\u200c(?=[{_JOINING}])|\u200d(?![{_JOINING}]))"
        # Variants of letters of Mongolian, of ideographs, and of letters and signs of a few other scripts.
        f"|[{_MONGOLIAN}][\u180b-\u180d\u180f]?(?:\u180e(?=[{_MONGOLIAN}]))?"
        "|[\u1000-\u109f\u3001-\u3163\u3165-\u9fff\ua840-\uaa7f\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd][\ufe00-\ufe02\U000e0100-\U000e01ef]"
        # Pictures: in colour or not, several that make one, keys, and the flags of parts of a country.
        f"|{_FLAG}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{{3,6}}\U000e007f"
        f"|[{_PICTURE}][\ufe00\ufe0e\ufe0f]?(?:\u200d(?=[{_PICTURE}]))?|[#*0-9]\ufe0f(?=\u20e3)"
        # The bullet of a word processor, which another rule makes a list of.
        "|^[ \t]*\uf0b7"
    )


@cache
def _needed_or_hidden() -> re.Pattern[str]:
    return re.compile(f"{needed()}|({HIDDEN.pattern})", re.MULTILINE)


def hidden(text: str) -> Iterator[re.Match[str]]:
    """Each character of `text` that no one can see and that has no task where it is."""
    if not text.isascii() and HIDDEN.search(text):
        yield from (match for match in _needed_or_hidden().finditer(text) if match[1])


def without_hidden(text: str) -> str:
    """`text` without the characters that no one can see and that have no task where they are, unless only their writer can
    take them out."""
    if text.isascii() or not HIDDEN.search(text):
        return text
    return _needed_or_hidden().sub(lambda match: "" if match[1] and not MEANT.match(match[1]) else match[0], text)


def says_something(text: str) -> bool:
    """Whether `text` has a letter, a number or a sign that can be seen. Marks alone, and spaces of any kind, say nothing."""
    if text.isascii():
        return bool(text.strip())
    return any(unicodedata.category(sign)[0] in ("L", "N", "P", "S") and not HIDDEN.match(sign) for sign in text)


def is_visible(text: str) -> bool:
    """Whether `text` is one line without control, invisible or direction-changing characters. Variants of pictures may be in it."""
    return text.isprintable() and (text.isascii() or not HIDDEN.search(text.replace("\ufe0f", "")))


def made_visible(text: str) -> str:
    """`text` with each character that cannot be seen, and each that a terminal obeys, as its number: `[U+001B]`."""
    if is_visible(text):
        return text
    return "".join(character if is_visible(character) else f"[U+{ord(character):04X}]" for character in text)
