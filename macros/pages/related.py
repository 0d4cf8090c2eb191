"""Related records: those that share themes, services and evidence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from macros.kinds import KINDS, Record
from macros.library.order import still_holding
from macros.library.public import PublicLibrary

MOST_RELATED = 5
# A theme with thousands of records says little about any two of them. Using only the newest keeps the work for each
# page constant however many records there are.
_NEWEST_OF_EACH = 15

Key = tuple[str, str]


@dataclass(frozen=True)
class Postings:
    """The newest records that share a theme, service or piece of evidence, by path, and how much that counts."""

    weight: float
    newest: Mapping[str, Record]


InvertedIndex = Mapping[Key, Postings]
# For a key that only retired records have, which the index leaves out.
_EMPTY = Postings(0, {})


def inverted_index(public: PublicLibrary) -> InvertedIndex:
    """The postings of every record that others can share. The fewer share it, the more it counts.

    Records that gather others are left out because their pages list those anyway, and retired ones because no page
    should suggest them.
    """
    sharing: dict[Key, list[Record]] = defaultdict(list)
    for record in still_holding(public.all()):
        if not record.GATHERED_BY:
            for key in set(_keys(record, public)):
                sharing[key].append(record)
    return {
        key: Postings(
            weight=1 / log(2 + len(records)),
            newest={
                one.path: one
                for one in nsmallest(_NEWEST_OF_EACH, records, key=lambda one: (-one.last_change.toordinal(), one.path))
            },
        )
        for key, records in sharing.items()
    }


def related(record: Record, public: PublicLibrary, by_key: InvertedIndex) -> list[Record]:
    """The records that have most in common with `record`, apart from those its page links to anyway."""
    scores: dict[str, float] = defaultdict(float)
    candidates: dict[str, Record] = {}
    for key in sorted(set(_keys(record, public))):
        postings = by_key.get(key, _EMPTY)
        candidates.update(postings.newest)
        for path in postings.newest:
            scores[path] += postings.weight
    not_linked = scores.keys() - _linked(record, public)
    best = nsmallest(MOST_RELATED, not_linked, key=lambda path: (-scores[path], path))
    return [candidates[path] for path in best]


def _keys(record: Record, public: PublicLibrary) -> Iterator[Key]:
    yield from (key for key in public.named_in(record) if KINDS[key[0]].RELATES)
    if record.RELATES:
        yield record.KIND, record.id


def _linked(record: Record, public: PublicLibrary) -> set[str]:
    targets = (public.get(*key) for key in public.named_in(record))
    sources = (backlink.record for backlink in public.backlinks[record.KIND, record.id])
    return {one.path for one in (record, *targets, *sources) if one is not None}
