"""The search index: for each word the documents that have it, in files small enough to fetch while a reader types.

The words are in the order of the alphabet. Each file has all that begin with the same letters, so a changed word changes
only its own file. theme/assets/search_index.js reads the files.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import islice

from macros.outputs.file import File
from macros.search.documents import SHOWN, SearchDocument
from macros.search.packing import DIGITS, packed
from macros.search.words import Language, cut, names

FOLDER = "search-index/"
# At most 6 kB compressed. Only one word alone may need more.
_LARGEST_FILE = 12_000
# About 15 kB to download, which readers only fetch if they misspell a word.
_MOST_WORDS_TO_SPELL = 4000
# The most that a word adds to its impact in each field, and in the text, and how often it has to be there for half of that: this is
# how BM25 counts. Where a word is mentioned twice, the second time says less.
_ADDS = {"title": 30, "names": 30, "themes": 8, "summary": 8, "headings": 6, "also": 4, "facts": 3}
# The kind and the stage.
_OTHERS_ADD = 2
_TEXT_ADDS = 16
_HALF, _HALF_IN_TEXT = 0.5, 1.5
# What neither the text nor a result says, but a reader may quote.
_UNSEEN = ("names", "themes", "also")
_MOST = sum(_ADDS.values()) + 2 * _OTHERS_ADD + _TEXT_ADDS
# In a text of twice this number of words, a word has to be there twice as often. Only doubled count: a word more or less in a
# text must not change the impact of all the others.
_USUAL_LENGTH = 128
_MOST_TIMES = 50


def index_files(documents: Iterable[SearchDocument], language: str) -> Iterator[File]:
    """The files of the index for a site in `language`, such as "en". The same documents make the same files, byte for byte."""
    ordered = sorted(documents, key=lambda one: (one.details["kind"], one.url))
    # A page's number means something else once there is another page. What browsers have kept must not be mixed up.
    version = sha256("\n".join(one.url for one in ordered).encode()).hexdigest()[:10]
    words = Words(Language(language))
    for number, document in enumerate(ordered):
        words.add(number, document)
    shards = dict(_shards(words.entries()))
    filters = _filters(ordered)
    # What a browser has to know first. The dialog only narrows down by kind.
    first = {"kind": filters.pop("kind", {})}
    contents = {"version": version, "size": len(ordered), "filters": first, "shards": " ".join(sorted(shards))}
    yield _json("index", contents)
    yield _json(f"{version}/filters", filters)
    for start, shard in shards.items():
        yield _json(f"{version}/{_name(start)}", shard)
    for number, document in enumerate(ordered):
        yield _json(f"{version}/{number}", _result(document))
    yield File(f"{FOLDER}language.js", words.language.script().encode())
    yield File(f"{FOLDER}words.txt", "\n".join(words.to_spell()).encode())


class Words:
    """The words of numbered documents."""

    def __init__(self, language: Language) -> None:
        """Start without any."""
        self.language = language
        self._forms: dict[str, set[str]] = defaultdict(set)
        # For each stem its documents, each as its number times 64 plus the impact there.
        self._postings: dict[str, array[int]] = {}
        self._stems = cache(self._learn)

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document. Their numbers have to rise."""
        postings, first = self._postings, number * len(DIGITS)
        for stem, impact in self._impacts(document).items():
            postings[stem].append(first + (impact if impact < len(DIGITS) else len(DIGITS) - 1))

    def _impacts(self, document: SearchDocument) -> dict[str, int]:
        """How much each stem says about the document."""
        impacts: dict[str, int] = {}
        for field, text in (("", document.text), *document.details.items()):
            pieces, counts = text.split(), dict[str, int]()
            for piece, count in Counter(pieces).items():
                for stem in self._stems(piece):
                    counts[stem] = counts.get(stem, 0) + count
            doubled = (len(pieces) // _USUAL_LENGTH).bit_length() if not field else 0
            says = _says(field, doubled)
            for stem, count in counts.items():
                impacts[stem] = impacts.get(stem, 0) + says[count if count < _MOST_TIMES else _MOST_TIMES]
        return impacts

    def _learn(self, piece: str) -> list[str]:
        """The stems that find a piece of text."""
        found = []
        for word in cut(piece):
            for name in names(word):
                found.append(stem := self.language.stem(name))
                self._forms[stem].add(name)
                self._postings.setdefault(stem, array("I"))
        return found

    def entries(self) -> Mapping[str, list[str]]:
        """For each stem its forms, the documents that have it, and its impact in each."""
        return {stem: self._entry(stem) for stem in sorted(self._postings)}

    def _entry(self, stem: str) -> list[str]:
        forms, posted = " ".join(sorted(self._forms[stem])), self._postings[stem]
        numbers = packed(one >> 6 for one in posted)
        return ["" if forms == stem else forms, numbers, "".join([DIGITS[one & 63] for one in posted])]

    def to_spell(self) -> list[str]:
        """The most important words, in the order of the alphabet."""
        weights = {stem: sum(one & 63 for one in posted) for stem, posted in self._postings.items()}
        best = sorted(weights, key=lambda stem: (-weights[stem], stem))
        forms = (form for stem in best for form in sorted(self._forms[stem]) if len(form) > 3 and form.isalpha())
        return sorted(islice(forms, _MOST_WORDS_TO_SPELL))


@cache
def _says(field: str, doubled: int) -> list[int]:
    """What a word adds to the impact if it is so many times in the field of a document, or in its text if none is named."""
    most, half = (_ADDS.get(field, _OTHERS_ADD), _HALF) if field else (_TEXT_ADDS, _HALF_IN_TEXT)
    scale, half = len(DIGITS) * most / _MOST, half * 2 ** max(0, doubled - 1)
    return [round(scale * times / (times + half)) for times in range(_MOST_TIMES + 1)]


def _shards(entries: Mapping[str, list[str]], start: str = "") -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The entries in groups of words that begin alike, by that beginning. A word that is no longer than it stands alone."""
    size = sum(len(word) + sum(map(len, entry)) + 14 for word, entry in entries.items())
    if start and (size <= _LARGEST_FILE or len(entries) == 1):
        yield start, dict(entries)
        return
    groups: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for word, entry in entries.items():
        groups[word[: len(start) + 1]][word] = entry
    for beginning, group in groups.items():
        if beginning == start:
            yield start, group
        else:
            yield from _shards(group, beginning)


def _name(start: str) -> str:
    """The name of a file with words. On Windows it could not be "con"."""
    return "w-" + "".join(one if one.isascii() else f"_{ord(one):x}" for one in start)


def _filters(documents: list[SearchDocument]) -> dict[str, dict[str, str]]:
    """The documents of each value of each filter."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for name, values in document.filters.items():
            for value in values:
                found[name][value].append(number)
    return {name: {value: packed(ones) for value, ones in values.items()} for name, values in found.items()}


def _result(document: SearchDocument) -> dict[str, str]:
    """What a result shows."""
    more = " · ".join(document.details[name] for name in _UNSEEN if name in document.details)
    shown = {name: document.details[name] for name in SHOWN if name in document.details}
    return {"url": document.url, **shown, "text": document.text, "more": more}


def _json(name: str, content: object) -> File:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return File(f"{FOLDER}{name}.json", text.encode())
