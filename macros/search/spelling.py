"""The list of words that the search can suggest to readers who mistype one."""

import re
from collections import Counter

from macros.outputs.file import File
from macros.search.documents import SearchDocument

PATH = "pagefind/words.txt"
# About 15 kB to download, which readers only fetch if they misspell a word.
_MOST_WORDS = 4000
# What is common in this many texts is common in all of them.
_TEXTS_TO_COUNT = 1000
# A word in a name, such as a title, counts as much as a word in this many texts.
_WEIGHT_OF_NAMES = 20
_NAMES = ("title", "names", "themes")
_WORD = re.compile(r"[^\W\d_]{4,24}")


class SpellingList:
    """Collects the words of documents."""

    def __init__(self, expected: int) -> None:
        """Start with no words. About `expected` documents will be added."""
        self._counts: Counter[str] = Counter()
        self._step = max(1, expected // _TEXTS_TO_COUNT)
        self._documents = 0

    def add(self, document: SearchDocument) -> None:
        """Count the words in a document's names, and in its text. If there are many documents, only a sample of texts counts."""
        names = " ".join(document.details.get(name, "") for name in _NAMES)
        self._counts.update(dict.fromkeys(_words(names), _WEIGHT_OF_NAMES))
        if self._documents % self._step == 0:
            self._counts.update(_words(document.text))
        self._documents += 1

    def file(self) -> File:
        """The most important words, one per line in alphabetical order."""
        best = sorted(self._counts, key=lambda word: (-self._counts[word], word))[:_MOST_WORDS]
        return File(PATH, "\n".join(sorted(best)).encode())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
