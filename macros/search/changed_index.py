"""The index after a few documents have changed, made from the files that it had: see index.py."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from macros.outputs.file import File
from macros.search.documents import SearchDocument
from macros.search.index import FOLDER, SHARD, Words, result_file, word_files
from macros.search.words import ZERO, Language, packed

# Of a stem: its documents, its impact in each, and its forms.
Entry = list[str]


def changed_index_files(
    changes: Mapping[int, tuple[SearchDocument, SearchDocument]],
    documents: Sequence[Callable[[], SearchDocument]],
    language: str,
    read: Callable[[str], bytes],
) -> Iterator[File]:
    """The files that may differ once documents have changed, of which `changes` has the old and the new one by number.

    `documents` give all documents as they are now, and `read` the files as they were. The numbers and filters have to be the same.
    """
    first = json.loads(read(f"{FOLDER}index.json"))
    stems = Language(language)
    entries: dict[str, Entry] = {}
    for start in first["shards"]:
        shard = json.loads(read(f"{FOLDER}{first['version']}{SHARD}{start}.json"))
        entries.update((stem, entry) for stem, entry in shard.items() if entry[0])

    def has(number: int, stem: str, form: str) -> bool:
        return form in _entries(number, documents[number](), stems).get(stem, [])[2:]

    for stem, changed in _changed(changes, stems).items():
        docs, impacts, *forms = entries.pop(stem, ["", ""])
        impact_in = dict(zip(accumulate(ord(step) - ZERO for step in docs), impacts, strict=True))
        gone: set[str] = set()
        for number, (was, now) in changed.items():
            impact_in.pop(number, None)
            if now:
                impact_in[number] = now[1]
            gone.update({*was[2:]} - {*now[2:]})
            forms += now[2:]
        lost = {form for form in gone if not any(has(number, stem, form) for number in impact_in)}
        if impact_in:
            numbers = sorted(impact_in)
            impacts = "".join(map(impact_in.__getitem__, numbers))
            entries[stem] = [packed(numbers), impacts, *sorted({*forms} - lost)]
    yield from word_files(entries, first)
    for number, (_, document) in changes.items():
        yield result_file(number, document, first["version"])


def _changed(
    changes: Mapping[int, tuple[SearchDocument, SearchDocument]], language: Language
) -> Mapping[str, Mapping[int, tuple[Entry, Entry]]]:
    """The entries of the stems that differ, as they were and as they are in each document."""
    found: dict[str, dict[int, tuple[Entry, Entry]]] = defaultdict(dict)
    for number, (before, after) in changes.items():
        was, now = (_entries(number, one, language) for one in (before, after))
        for stem in {*was, *now}:
            if was.get(stem) != now.get(stem):
                found[stem][number] = was.get(stem, []), now.get(stem, [])
    return found


def _entries(number: int, document: SearchDocument, language: Language) -> Mapping[str, Entry]:
    words = Words(language)
    words.add(number, document)
    return words.entries()
