"""What people surely mean by a word that is not in a closed list."""

from collections.abc import Collection
from difflib import SequenceMatcher, get_close_matches

# How alike two words are if one is a slip of the other, and how alike words can be by chance.
_SLIP, _CHANCE = 0.84, 0.6
# In a shorter word, one letter may make another word of it.
_SHORTEST = 4


def plain_word(written: str) -> str:
    """A word as vocabularies write it: "Full text" is full-text."""
    return written.strip().lower().replace(" ", "-").replace("_", "-")


def word_meant(written: str, known: Collection[str]) -> str | None:
    """The word of `known` that is surely meant: one that differs in case and spaces, or by a slip. None if that is not certain."""
    word = plain_word(written)
    if word in known:
        return word
    near = get_close_matches(word, known, n=2, cutoff=_CHANCE)
    if len(near) != 1 or min(len(word), len(near[0])) < _SHORTEST or word[0] != near[0][0]:
        return None
    return near[0] if SequenceMatcher(None, word, near[0]).ratio() >= _SLIP else None
