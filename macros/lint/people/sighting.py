"""Something that looks personal, and how near it stands to a word that tells what it is."""

import re
from dataclasses import dataclass

from macros.kinds.not_personal import Looks

# How far from a number the words are read that tell what it is, in characters.
BEFORE, AFTER = 60, 30
# Where a link leads is between a number and the words after it, for those who do not see it.
_SENTENCE_END = re.compile(r"""(?<=[a-z0-9)*_]{2})[.!?]["')]?\s+(?=["'(]?[A-Z])|\n\s*\n""")
_TARGET, _WITH_TARGET = re.compile(r"\]\([^\s()]*\)"), 150


@dataclass(frozen=True, slots=True)
class Sighting:
    """What looks personal, from `start` to `end` of a text as a reader sees it. It may also be something else if not certain."""

    start: int
    end: int
    looks: Looks
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Nearby:
    """The words before and after a place in a text."""

    before: str
    after: str

    @classmethod
    def to(cls, text: str, start: int, end: int) -> "Nearby":
        """The words around the part of `text` from `start` to `end`."""
        after = _TARGET.sub("]", text[end : end + _WITH_TARGET])
        before = text[max(start - BEFORE, 0) : start]
        sentence = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
        return cls(before[sentence:], after[:AFTER])

    def says(self, words: re.Pattern[str], instead: re.Pattern[str] | None = None) -> bool:
        """Whether one of `words` is near, before the place or else after it, and none of the words `instead` is nearer to it."""
        found = _last(words, self.before)
        other = _last(instead, self.before) if instead else -1
        if found >= 0 or other >= 0:
            return found >= other
        after = words.search(self.after)
        other_after = instead.search(self.after) if instead else None
        return after is not None and (other_after is None or after.start() <= other_after.start())


def _last(words: re.Pattern[str], text: str) -> int:
    """Where the last of `words` in the text ends; -1 if there is none."""
    return max((match.end() for match in words.finditer(text)), default=-1)
