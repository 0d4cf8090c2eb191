"""Made-up text: meaningless words, in sentences, lists and paragraphs of a natural length."""

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

# Real text uses a few words often and most words rarely, which determines the size of a search index.
_VOCABULARY = 3000
# Words that readers search for, by rank in the vocabulary: the first is in a third of the records, the last in one of twenty.
_SOUGHT = {"supervision": 150, "breaks": 300, "lunch": 600, "reflective": 1200}
_LINE_LENGTH = 120


class Prose:
    """A seeded writer. The same seed writes the same text."""

    def __init__(self, random: Random) -> None:
        """Make up a vocabulary with `random`, which also draws the text later."""
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
        """This number of words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count))

    def phrase(self, count: int) -> str:
        """A phrase of `count` words, with a capital and no full stop."""
        return self.words(count).capitalize()

    def title(self, number: int) -> str:
        """A title of three or four words, unique to `number`."""
        thousands, rest = divmod(number, 1000)
        first, second = self._words[-1 - rest], self._words[-1001 - (rest * 37 + thousands) % 1000]
        return f"{first.capitalize()} {second} {self.words(self._random.randint(1, 2))}"

    def sentence(self, words: int | None = None, end: str = ".") -> str:
        """A sentence of `words` words, or 8 to 20 by default. Some of the longer ones have a comma."""
        count = words or self._random.randint(8, 20)
        first = self._random.randint(3, count - 3) if count > 9 and self._random.random() < 0.5 else 0
        return f"{self.phrase(first)}, {self.words(count - first)}{end}" if first else f"{self.phrase(count)}{end}"

    def text(self, words: int) -> str:
        """Sentences of about `words` words in total."""
        sentences, count = [], 0
        while count < words:
            sentences.append(self.sentence(min(self._random.randint(8, 20), max(words - count, 4))))
            count += len(sentences[-1].split())
        return " ".join(sentences)

    def paragraph(self, words: int, opening: str = "") -> str:
        """A paragraph of about `words` words, wrapped, after `opening`."""
        return fill(opening + self.text(words), _LINE_LENGTH)

    def bullets(self, items: int, words: int) -> str:
        """A bulleted or numbered list of `words` words in total."""
        numbered = self._random.random() < 0.4
        marks = [f"{number}. " if numbered else "- " for number in range(1, items + 1)]
        return "\n".join(
            fill(mark + self.text(words // items), _LINE_LENGTH, subsequent_indent=" " * len(mark)) for mark in marks
        )
