"""Made-up text: words that mean nothing, in sentences, lists and paragraphs as long as those that people write."""

from __future__ import annotations

from itertools import accumulate
from random import Random
from textwrap import fill

_STARTS = (
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "r",
    "s",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ee", "oo", "ou")
_ENDS = ("", "", "", "d", "l", "ll", "m", "n", "nd", "ng", "nt", "r", "rd", "rn", "rt", "s", "sh", "st", "t")

# Text uses a few words often and most words seldom, which decides the size of a search index.
_VOCABULARY = 3000
# What readers look for, each by its place among the words: the first is in a third of the records, the last in one of twenty.
_SOUGHT = {"supervision": 150, "breaks": 300, "lunch": 600, "reflective": 1200}
_LINE_LENGTH = 120


class Prose:
    """A seeded writer. The same seed writes the same text."""

    def __init__(self, random: Random) -> None:
        """Make up a vocabulary with `random`, which later text is drawn from too."""
        self._random = random
        self._words = sorted({self._new_word() for _ in range(_VOCABULARY * 2)})
        random.shuffle(self._words)
        self._words = sorted(self._words[:_VOCABULARY], key=len)
        for word, place in _SOUGHT.items():
            self._words[place] = word
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(len(self._words))))

    def _new_word(self) -> str:
        pick = self._random.choice
        syllables = self._random.choice((1, 2, 2, 3))
        return "".join(pick(_STARTS) + pick(_VOWELS) for _ in range(syllables)) + pick(_ENDS)

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count))

    def phrase(self, count: int) -> str:
        """A phrase of so many words, with a capital and without a full stop."""
        return self.words(count).capitalize()

    def title(self, number: int) -> str:
        """A title of three or four words that no other number has."""
        thousands, rest = divmod(number, 1000)
        first, second = self._words[-1 - rest], self._words[-1001 - (rest * 37 + thousands) % 1000]
        return f"{first.capitalize()} {second} {self.words(self._random.randint(1, 2))}"

    def sentence(self, words: int | None = None, end: str = ".") -> str:
        """A sentence of so many words, or of 8 to 20; some of the longer ones have a comma."""
        count = words or self._random.randint(8, 20)
        first = self._random.randint(3, count - 3) if count > 9 and self._random.random() < 0.5 else 0
        return f"{self.phrase(first)}, {self.words(count - first)}{end}" if first else f"{self.phrase(count)}{end}"

    def text(self, words: int) -> str:
        """Sentences, about so many words in all."""
        sentences, count = [], 0
        while count < words:
            sentences.append(self.sentence(min(self._random.randint(8, 20), max(words - count, 4))))
            count += len(sentences[-1].split())
        return " ".join(sentences)

    def paragraph(self, words: int, opening: str = "") -> str:
        """Text in lines that fit a screen; it may open with words of its own."""
        return fill(opening + self.text(words), _LINE_LENGTH)

    def bullets(self, items: int, words: int) -> str:
        """A list with bullets, or with numbers, of so many words in all."""
        numbered = self._random.random() < 0.4
        marks = [f"{number}. " if numbered else "- " for number in range(1, items + 1)]
        return "\n".join(
            fill(mark + self.text(words // items), _LINE_LENGTH, subsequent_indent=" " * len(mark)) for mark in marks
        )
