"""The search index: for each word the documents that have it, in files small enough to fetch while a reader types.

The words are in the order of the alphabet. Each file has all between two places in it, so a changed word changes only its own
file. theme/assets/search_index.js reads the files.
"""

import json
from array import array
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from hashlib import sha256
from itertools import accumulate, chain, filterfalse
from typing import Any

from macros.outputs.file import File
from macros.search.documents import SHOWN, SearchDocument
from macros.search.words import ZERO, Language, cut, names, packed

FOLDER = "search-index/"
# In characters, of which half remain once compressed. With more documents, words have longer lists, and a beginning would be in too
# many files to fetch. Only one word alone may need more.
_SMALLEST_LIMIT, _LARGEST_LIMIT = 6_000, 24_000
_LIMIT_PER_DOCUMENT = 3
# About 15 kB to download, which readers only fetch if they misspell a word.
_MOST_WORDS_TO_SPELL = 4000
# The most that a word adds to its impact in each field, and how often it has to be there for half of that: this is how BM25 counts.
# Where a word is mentioned twice, the second time says less.
_ADDS = {
    "title": 30, "names": 30, "text": 16, "themes": 8, "summary": 8, "headings": 6, "also": 4, "facts": 3, "kind": 2, "stage": 2
}  # fmt: skip
_HALF, _HALF_IN_TEXT = 0.5, 1.5
# In a text of twice this number of words, a word has to be there twice as often. Only doubled count: a word more or less in a
# text must not change the impact of all the others.
_USUAL_LENGTH = 128
_MOST_TIMES = 50
# One more than the greatest impact. A word that a page only shows has none.
_IMPACTS = 64
# What neither the text nor a result says, but a reader may quote.
_UNSEEN = ("names", "themes", "also")


def index_files(documents: Iterable[SearchDocument], language: str) -> Iterator[File]:
    """The files of the index for a site in `language`, such as "en". The same documents make the same files, byte for byte."""
    yield from Index(documents, language).files()
    yield language_file(language)


def language_file(language: str) -> File:
    """The script with what browsers have to know of the language."""
    return File(f"{FOLDER}language.js", Language(language).script().encode())


class Index:
    """The index of a site in `language`. It can be pickled, and go on from there when documents have changed."""

    def __init__(self, documents: Iterable[SearchDocument], language: str) -> None:
        """Count the words of all documents."""
        ordered = sorted(documents, key=lambda one: (one.details["kind"], one.url))
        self.numbers = {one.url: number for number, one in enumerate(ordered)}
        # A page's number means something else once there is another page. What browsers have kept must not be mixed up.
        self._version = sha256("\n".join(self.numbers).encode()).hexdigest()[:10]
        self._changed: dict[int, SearchDocument] = dict(enumerate(ordered))
        self._filters = [one.filters for one in ordered]
        self._words = Words(language)
        for number, document in self._changed.items():
            self._words.add(number, document)

    def replace(self, old: SearchDocument, new: SearchDocument) -> None:
        """Put a document in the place of one with the same address and kind."""
        number = self.numbers[old.url]
        self._words.replace(number, old, new)
        self._filters[number], self._changed[number] = new.filters, new

    def files(self) -> Iterator[File]:
        """The files of the index, but results of those documents only that are new or have changed."""
        yield from self.files_of_words()
        for number, document in self._changed.items():
            yield _json(f"{self._version}/{number}", _result(document))

    def files_of_words(self) -> Iterator[File]:
        """The files of the index but for results."""
        limit = min(_LARGEST_LIMIT, max(_SMALLEST_LIMIT, _LIMIT_PER_DOCUMENT * len(self.numbers)))
        shards = _shards(self._words.entries(), limit)
        filters = _filters(self._filters)
        # What a browser has to know first. The dialog only narrows down by kind.
        first = {"kind": filters.pop("kind", {})}
        contents = {"version": self._version, "size": len(self.numbers), "filters": first, "shards": list(shards)}
        yield _json("index", contents)
        yield _json(f"{self._version}/filters", filters)
        yield _json(f"{self._version}/words", self._words.to_spell())
        for start, shard in shards.items():
            yield _json(f"{self._version}/w-{start}", shard)

    def kept_files(self) -> Iterator[str]:
        """The paths of the files that it had before it was pickled, and has still."""
        kept = (number for number in range(len(self.numbers)) if number not in self._changed)
        return (f"{FOLDER}{self._version}/{number}.json" for number in kept)

    def __getstate__(self) -> dict[str, Any]:
        """All that is not of a single build."""
        return {**self.__dict__, "_changed": {}}


class Words:
    """The words of numbered documents, in a language such as "en". They can be pickled."""

    def __init__(self, language: str) -> None:
        """Start without any."""
        self._language = language
        # For each stem its forms, and how many different pieces of text have each; and how many documents have a piece.
        self._forms: dict[str, dict[str, int]] = defaultdict(dict)
        self._pieces: Counter[str] = Counter()
        # For each stem its documents, in order, each as its number times 64 plus the impact there.
        self._postings: dict[str, array[int]] = {}
        # For each stem what is told of it, as long as that is the same.
        self._entries: dict[str, list[str]] = {}
        self._prepare()

    def _prepare(self) -> None:
        self._names, self._stems = cache(self._names_in), cache(lambda piece: [*self._names(piece).values()])
        self._stem = cache(Language(self._language).stem)

    def __getstate__(self) -> list[Any]:
        """What was counted."""
        return [self._language, dict(self._forms), self._pieces, self._postings, self._entries]

    def __setstate__(self, state: list[Any]) -> None:
        """Go on from there."""
        self._language, forms, self._pieces, self._postings, self._entries = state
        self._forms = defaultdict(dict, forms)
        self._prepare()

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document. Their numbers have to rise."""
        impacts, pieces = self._impacts(document)
        self._learn(pieces)
        for stem, impact in impacts.items():
            self._posted(stem).append(number * _IMPACTS + impact)

    def replace(self, number: int, old: SearchDocument, new: SearchDocument) -> None:
        """Put a document in the place of another one with this number."""
        (before, pieces_before), (after, pieces) = self._impacts(old), self._impacts(new)
        self._learn(pieces - pieces_before)
        self._forget(pieces_before - pieces)
        for stem in before.keys() | after.keys():
            if before.get(stem) != after.get(stem):
                self._entries.pop(stem, None)
                posted = self._posted(stem)
                if stem in before:
                    del posted[bisect_left(posted, number * _IMPACTS)]
                if stem in after:
                    insort(posted, number * _IMPACTS + after[stem])
                if not posted:
                    del self._postings[stem]

    def _posted(self, stem: str) -> "array[int]":
        posted = self._postings.get(stem)
        if posted is None:
            posted = self._postings[stem] = array("I")
        return posted

    def _learn(self, pieces: Set[str]) -> None:
        """Count pieces of one more document."""
        # A set without the keys of a dictionary would go through all of these.
        for piece in filterfalse(self._pieces.__contains__, pieces):
            for name, stem in self._names(piece).items():
                self._forms[stem][name] = self._forms[stem].get(name, 0) + 1
                self._entries.pop(stem, None)
        self._pieces.update(pieces)

    def _forget(self, pieces: Set[str]) -> None:
        """Count pieces of one document less."""
        self._pieces.subtract(pieces)
        for piece in pieces:
            if not self._pieces[piece]:
                del self._pieces[piece]
                for name, stem in self._names(piece).items():
                    self._entries.pop(stem, None)
                    self._forms[stem][name] -= 1
                    if not self._forms[stem][name]:
                        del self._forms[stem][name]

    def _impacts(self, document: SearchDocument) -> tuple[dict[str, int], set[str]]:
        """How much each stem says about the document: nothing if its page only shows it. And the pieces of all its texts."""
        shown = document.shown.split()
        impacts, seen = dict.fromkeys(chain.from_iterable(map(self._stems, shown)), 0), {*shown}
        for field, text in (("text", document.text), *document.details.items()):
            pieces = text.split()
            seen.update(pieces)
            says = _says(field, (len(pieces) // _USUAL_LENGTH).bit_length())
            for stem, count in Counter(chain.from_iterable(map(self._stems, pieces))).items():
                impacts[stem] = (impacts.get(stem) or 1) + says[count if count < _MOST_TIMES else _MOST_TIMES]
        return {stem: min(impact, _IMPACTS - 1) for stem, impact in impacts.items()}, seen

    def _names_in(self, piece: str) -> dict[str, str]:
        """What finds a piece of text, with the stem of each."""
        return {name: self._stem(name) for word in cut(piece) for name in names(word)}

    def entries(self) -> dict[str, list[str]]:
        """For each stem its documents, its impact in each, and its forms."""
        known = self._entries
        self._entries = {
            stem: known.get(stem) or [*_postings(posted), *sorted(self._forms[stem])]
            for stem, posted in self._postings.items()
        }
        return self._entries

    def to_spell(self) -> list[str]:
        """The most important words, in the order of the alphabet."""
        weights = {stem: sum([one % _IMPACTS for one in posted]) for stem, posted in self._postings.items()}
        best = sorted(filter(weights.get, weights), key=lambda stem: (-weights[stem], stem))
        forms = [form for stem in best for form in sorted(self._forms[stem]) if len(form) > 3 and form.isalpha()]
        return sorted(forms[:_MOST_WORDS_TO_SPELL])


def _postings(posted: Sequence[int]) -> Iterator[str]:
    """Documents, and the impact in each, as texts."""
    yield packed([one // _IMPACTS for one in posted])
    yield "".join([chr(ZERO + one % _IMPACTS) for one in posted])


@cache
def _says(field: str, doubled: int) -> list[int]:
    """What a word adds to the impact if it is so many times in the field of a document, whose length was `doubled` so often."""
    half = _HALF_IN_TEXT * 2 ** max(0, doubled - 1) if field == "text" else _HALF
    most = _IMPACTS * _ADDS[field] / sum(_ADDS.values())
    return [round(most * times / (times + half)) for times in range(_MOST_TIMES + 1)]


def _shards(entries: Mapping[str, list[str]], limit: int) -> dict[str, dict[str, list[str]]]:
    """The entries in parts by the place where each starts.

    Where a form would be in another part than its stem, it is there too, without documents: beginnings find it by that.
    """
    sizes = sorted((_place(stem), len(stem) + sum(map(len, entry)) + 14) for stem, entry in entries.items())
    starts = list(_starts(sizes, limit))
    shards: dict[str, dict[str, list[str]]] = {start: {} for start in starts}

    def part(word: str) -> dict[str, list[str]]:
        return shards[starts[bisect_right(starts, _place(word)) - 1]]

    for stem, entry in entries.items():
        for form in entry[2:]:
            part(form).setdefault(stem, ["", ""]).append(form)
        part(stem)[stem] = entry
    return shards


def _place(word: str) -> str:
    """The place of a word in the order of the alphabet, in characters that a file's name can have on every machine."""
    return word.encode().hex()


def _starts(sizes: Sequence[tuple[str, int]], limit: int, start: str = "") -> Iterator[str]:
    """Where each part starts if places with these sizes are divided until each part is short enough or has a single word.

    The first bit in which the places in the middle half differ divides them. So it hardly ever depends on a single word.
    """
    ends = list(accumulate(size for _, size in sizes))
    if len(sizes) < 2 or ends[-1] <= limit:
        yield start
        return
    first = min(bisect_left(ends, ends[-1] / 4), len(sizes) - 2)
    last = max(bisect_left(ends, ends[-1] * 3 / 4), first + 1)
    width = max(len(place) for place, _ in sizes)
    low, high = (int(sizes[one][0].ljust(width, "0"), 16) for one in (first, last))
    bit = (low ^ high).bit_length() - 1
    middle = f"{high >> bit << bit:x}".rstrip("0")
    from_here = bisect_left(sizes, (middle, 0))
    yield from _starts(sizes[:from_here], limit, start)
    yield from _starts(sizes[from_here:], limit, middle)


def _filters(documents: Sequence[Mapping[str, list[str]]]) -> dict[str, dict[str, str]]:
    """The documents of each value of each filter."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, filters in enumerate(documents):
        for name, values in filters.items():
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
