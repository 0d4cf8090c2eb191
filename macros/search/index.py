"""The search index: for each word the documents that have it, in files small enough to fetch while a reader types.

The words are in the order of the alphabet. Each file has all between two places in it, so a changed word changes only its own
file. theme/assets/search_index.js reads the files.
"""

import json
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import accumulate, chain, islice, pairwise

from macros.outputs.file import File
from macros.search.documents import SHOWN, SearchDocument
from macros.search.packing import DIGITS, packed
from macros.search.words import RARE_LETTER, Language, cut, names

FOLDER = "search-index/"
# In characters, of which half remain once compressed. With more documents, words have longer lists, and a beginning would be in too
# many files to fetch. Only one word alone may need more.
_SMALLEST_LIMIT, _LARGEST_LIMIT = 6_000, 24_000
_LIMIT_PER_DOCUMENT = 3
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
    shards = _shards(words.entries(), len(ordered))
    filters = _filters(ordered)
    # What a browser has to know first. The dialog only narrows down by kind.
    first, starts = {"kind": filters.pop("kind", {})}, " ".join(shards)
    contents = {"version": version, "size": len(ordered), "filters": first, "shards": starts}
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
        # For each piece of text the documents whose pages only show it. Stems are found at the end, once for all.
        self._shown: dict[str, array[int]] = defaultdict(_numbers)
        self._stem, self._stems = cache(language.stem), cache(self._learn)

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document. Their numbers have to rise."""
        postings, first = self._postings, number * len(DIGITS)
        for stem, impact in self._impacts(document).items():
            postings[stem].append(first + (impact if impact < len(DIGITS) else len(DIGITS) - 1))
        for piece in document.shown.split():
            self._shown[piece].append(number)

    def _impacts(self, document: SearchDocument) -> dict[str, int]:
        """How much each stem says about the document."""
        impacts: dict[str, int] = {}
        for field, text in (("", document.text), *document.details.items()):
            pieces = text.split()
            counts = Counter(chain.from_iterable(map(self._stems, pieces)))
            doubled = (len(pieces) // _USUAL_LENGTH).bit_length() if not field else 0
            says = _says(field, doubled)
            for stem, count in counts.items():
                impacts[stem] = impacts.get(stem, 0) + says[count if count < _MOST_TIMES else _MOST_TIMES]
        return impacts

    def _learn(self, piece: str) -> list[str]:
        """The stems that find a piece of text."""
        found = []
        for name in [name for word in cut(piece) for name in names(word)]:
            found.append(stem := self._stem(name))
            self._forms[stem].add(name)
            self._postings.setdefault(stem, _numbers())
        return found

    def entries(self) -> Mapping[str, list[str]]:
        """For each stem its forms, the documents about it, its impact in each, and the documents whose pages only show it."""
        shown: dict[str, list[Sequence[int]]] = defaultdict(list)
        for piece, numbers in self._shown.items():
            for stem in self._stems(piece):
                shown[stem].append(numbers)
        return {stem: self._entry(stem, shown[stem]) for stem in sorted(self._postings)}

    def _entry(self, stem: str, shown: Sequence[Sequence[int]]) -> list[str]:
        forms, posted = " ".join(sorted(self._forms[stem])), self._postings[stem]
        impacts = "".join([DIGITS[one & 63] for one in posted])
        entry = ["" if forms == stem else forms, packed([one >> 6 for one in posted]), impacts]
        return [*entry, packed(_rows(sorted({*chain(*shown)})))] if shown else entry

    def to_spell(self) -> list[str]:
        """The most important words, in the order of the alphabet."""
        weights = {stem: sum(one & 63 for one in posted) for stem, posted in self._postings.items()}
        best = sorted(filter(weights.get, weights), key=lambda stem: (-weights[stem], stem))
        forms = (form for stem in best for form in sorted(self._forms[stem]) if len(form) > 3 and form.isalpha())
        return sorted(islice(forms, _MOST_WORDS_TO_SPELL))


def _numbers() -> "array[int]":
    return array("I")


def _rows(numbers: Sequence[int]) -> Iterable[int]:
    """The first number in a row and the first after it, for each row. Words that every page of a kind shows need few."""
    firsts = [this for last, this in pairwise((-2, *numbers)) if this != last + 1]
    ends = [this + 1 for this, following in pairwise((*numbers, -2)) if following != this + 1]
    return chain(*zip(firsts, ends, strict=True))


@cache
def _says(field: str, doubled: int) -> list[int]:
    """What a word adds to the impact if it is so many times in the field of a document, or in its text if none is named."""
    most, half = (_ADDS.get(field, _OTHERS_ADD), _HALF) if field else (_TEXT_ADDS, _HALF_IN_TEXT)
    scale, half = len(DIGITS) * most / _MOST, half * 2 ** max(0, doubled - 1)
    return [round(scale * times / (times + half)) for times in range(_MOST_TIMES + 1)]


def _shards(entries: Mapping[str, list[str]], documents: int) -> dict[str, dict[str, object]]:
    """The entries in parts, in the order of the alphabet, each by the place where it starts.

    Words whose stem is in another part than they would be are told there, so that their beginnings find them: by "", the stem of
    each.
    """
    shards: dict[str, dict[str, object]] = {start: {**part} for start, part in _parts(entries, documents)}
    starts = list(shards)

    def holder(word: str) -> str:
        return starts[bisect_right(starts, _place(word)) - 1]

    elsewhere: dict[str, dict[str, str]] = defaultdict(dict)
    for stem, (forms, *_) in entries.items():
        home = holder(stem)
        for form in forms.split():
            if (place := holder(form)) != home:
                elsewhere[place][form] = stem
    for place, stems in elsewhere.items():
        shards[place][""] = stems
    return shards


def _parts(entries: Mapping[str, list[str]], documents: int) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The entries, divided until each part is short enough or has a single word."""
    words = sorted(entries, key=_place)
    places = [_place(word) for word in words]
    sizes = (len(word) + sum(map(len, entries[word])) + 14 for word in words)
    ends = [0, *accumulate(sizes)]
    limit = min(_LARGEST_LIMIT, max(_SMALLEST_LIMIT, _LIMIT_PER_DOCUMENT * documents))
    waiting = [("", 0, len(words))]
    while waiting:
        start, first, last = waiting.pop()
        middle = _middle(places[first:last]) if ends[last] - ends[first] > limit else ""
        from_here = bisect_left(places, middle, first, last)
        if from_here > first:
            waiting += [(middle, from_here, last), (start, first, from_here)]
        else:
            yield start, {word: entries[word] for word in words[first:last]}


def _middle(places: Sequence[str]) -> str:
    """Where to divide the places of words, which are in order.

    They are numbers to the base 2 here, and the first digit in which they differ divides them. So it hardly ever depends on a
    single word where a file ends.
    """
    last = places[-1]
    other = next((one for one in places if not last.startswith(one)), None)
    if other is None:
        return last
    common = next(place for place, (one, another) in enumerate(zip(other, last, strict=False)) if one != another)
    digit = (ord(other[common]) ^ ord(last[common])).bit_length() - 1
    return last[:common] + chr(ord(last[common]) >> digit << digit)


def _place(word: str) -> str:
    """What decides the place of a word. Browsers count the letters that we replace as two, so they would place them elsewhere."""
    return RARE_LETTER.sub("\uffff", word)


def _name(start: str) -> str:
    """The name of the file whose words start there. On Windows it could not be "con"."""
    return "w-" + re.sub("[^a-z0-9]", lambda one: f"_{ord(one[0]):x}", start)


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
