"""The search index: for each word the documents that have it, in files small enough to fetch while a reader types.

The words are in the order of the alphabet. Each file has all between two places in it, so a changed word changes only its own
file. theme/assets/search_index.js reads the files.
"""

import json
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import accumulate, chain
from typing import Any

from macros.outputs.file import File
from macros.search.documents import SHOWN, SearchDocument
from macros.search.words import ZERO, Language, cut, names, packed

FOLDER = "search-index/"
# What the names of the files with words have, before the place where each starts.
SHARD = "/w-"
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

# The numbers of the documents of each value of each filter.
Found = dict[str, dict[str, list[int]]]


def index_files(documents: Iterable[SearchDocument], language: str) -> Iterator[File]:
    """The files of the index for a site in `language`, such as "en". The same documents make the same files, byte for byte."""
    ordered = sorted(documents, key=lambda one: one.order)
    return ordered_index_files([one.url for one in ordered], ordered, language)


def ordered_index_files(urls: Sequence[str], documents: Iterable[SearchDocument], language: str) -> Iterator[File]:
    """The same, of documents in their order, with their `urls`. None is held once the next is asked for."""
    # A page's number means something else once there is another page. What browsers have kept must not be mixed up.
    version = sha256("\n".join(urls).encode()).hexdigest()[:10]
    words = Words(Language(language))
    found: Found = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        words.add(number, document)
        for name, values in document.filters.items():
            for value in values:
                found[name][value].append(number)
        yield result_file(number, document, version)
    filters = {name: {value: packed(ones) for value, ones in values.items()} for name, values in found.items()}
    # What a browser has to know first. The dialog only narrows down by kind.
    first = {"version": version, "size": len(urls), "filters": {"kind": filters.pop("kind", {})}}
    yield from word_files(words.entries(), first)
    yield _json(f"{version}/filters", filters)
    yield File(f"{FOLDER}language.js", words.language.script().encode())


def word_files(entries: Mapping[str, list[str]], first: Mapping[str, Any]) -> Iterator[File]:
    """The files that depend on the words of all documents. `first` is what a browser has to know, but for where each shard starts."""
    shards = _shards(entries, min(_LARGEST_LIMIT, max(_SMALLEST_LIMIT, _LIMIT_PER_DOCUMENT * first["size"])))
    yield _json("index", {**first, "shards": list(shards)})
    yield _json(f"{first['version']}/words", _to_spell(entries))
    yield from (_json(f"{first['version']}{SHARD}{start}", shard) for start, shard in shards.items())


class Words:
    """The words of numbered documents."""

    def __init__(self, language: Language) -> None:
        """Start without any."""
        self.language = language
        self._forms: dict[str, set[str]] = defaultdict(set)
        # For each stem its documents, each as its number times 64 plus the impact there.
        self._postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._stem, self._stems = cache(language.stem), cache(self._learn)

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document. Their numbers have to rise."""
        first, postings = number * _IMPACTS, self._postings
        for stem, impact in self._impacts(document).items():
            postings[stem].append(first + impact if impact < _IMPACTS else first + _IMPACTS - 1)

    def _impacts(self, document: SearchDocument) -> dict[str, int]:
        """How much each stem says about the document: nothing if its page only shows it."""
        impacts = dict.fromkeys(chain.from_iterable(map(self._stems, document.shown.split())), 0)
        for field, text in (("text", document.text), *document.details.items()):
            pieces = text.split()
            says = _says(field, (len(pieces) // _USUAL_LENGTH).bit_length())
            for stem, count in Counter(chain.from_iterable(map(self._stems, pieces))).items():
                impacts[stem] = (impacts.get(stem) or 1) + says[count if count < _MOST_TIMES else _MOST_TIMES]
        return impacts

    def _learn(self, piece: str) -> list[str]:
        """The stems that find a piece of text."""
        found = {name: self._stem(name) for word in cut(piece) for name in names(word)}
        for name, stem in found.items():
            self._forms[stem].add(name)
        return list(found.values())

    def entries(self) -> dict[str, list[str]]:
        """For each stem its documents, its impact in each, and its forms. The words are then gone, which take as much memory."""
        return {stem: [*_postings(self._postings.pop(stem)), *sorted(self._forms[stem])] for stem in [*self._postings]}


def _to_spell(entries: Mapping[str, list[str]]) -> list[str]:
    """The most important words, in the order of the alphabet."""
    weights = {stem: sum(map(ord, impacts)) - ZERO * len(impacts) for stem, (_, impacts, *_) in entries.items()}
    best = sorted(filter(weights.get, weights), key=lambda stem: (-weights[stem], stem))
    forms = [form for stem in best for form in entries[stem][2:] if len(form) > 3 and form.isalpha()]
    return sorted(forms[:_MOST_WORDS_TO_SPELL])


def _postings(posted: Sequence[int]) -> Iterator[str]:
    """Documents, and the impact in each, as texts."""
    yield packed([one // _IMPACTS for one in posted])
    yield bytes([ZERO + one % _IMPACTS for one in posted]).decode("ascii")


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


def result_file(number: int, document: SearchDocument, version: str) -> File:
    """The file with what a result shows."""
    more = " · ".join(document.details[name] for name in _UNSEEN if name in document.details)
    shown = {name: document.details[name] for name in SHOWN if name in document.details}
    return _json(f"{version}/{number}", {"url": document.url, **shown, "text": document.text, "more": more})


def _json(name: str, content: object) -> File:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return File(f"{FOLDER}{name}.json", text.encode())
