"""Records that a reader of one may also want: those that share its themes, services and evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log

from macros.records.models import Evidence, Initiative, Meeting, Record, Theme
from macros.views.edition import Edition

MOST_RELATED = 5
# A theme with thousands of records says little about any two of them. Looking at its newest only keeps the work for each
# page the same however many records there are.
_NEWEST_OF_EACH = 40
_RELATABLE = (Initiative, Evidence, Meeting)

Key = tuple[str, str]
Shelves = dict[Key, list[Record]]


def shelves(edition: Edition) -> Shelves:
    """For every theme, service and piece of evidence, the records that share it, the newest first."""
    found: Shelves = defaultdict(list)
    for record in edition.library.all():
        if isinstance(record, _RELATABLE):
            for key in set(_keys(record, edition)):
                found[key].append(record)
    for records in found.values():
        records.sort(key=lambda record: (record.last_change.toordinal(), record.path), reverse=True)
    return found


def related(record: Record, edition: Edition, by_key: Shelves) -> list[Record]:
    """The records that have most in common with `record`, apart from those that the page links to anyway.

    What is shared counts the more the fewer records share it.
    """
    scores: dict[str, float] = defaultdict(float)
    candidates: dict[str, Record] = {}
    for key in sorted(set(_keys(record, edition))):
        sharing = by_key[key]
        weight = 1 / log(2 + len(sharing))
        for other in sharing[:_NEWEST_OF_EACH]:
            scores[other.path] += weight
            candidates[other.path] = other
    linked = _linked(record, edition)
    best = sorted(scores.keys() - linked, key=lambda path: (-scores[path], path))
    return [candidates[path] for path in best[:MOST_RELATED]]


def _keys(record: Record, edition: Edition) -> Iterator[Key]:
    for mention in edition.library.mentions[record.path]:
        if mention.kind in ("theme", "service", "evidence"):
            yield mention.kind, mention.id
    if isinstance(record, Evidence):
        yield "evidence", record.id


def _linked(record: Record, edition: Edition) -> set[str]:
    library = edition.library
    linked = {record.path}
    for mention in library.mentions[record.path]:
        target = library.get(mention.kind, mention.id)
        if target is not None and not isinstance(target, Theme):
            linked.add(target.path)
    linked.update(backlink.record.path for backlink in library.backlinks.get((record.KIND, record.id), ()))
    return linked


def is_relatable(record: Record) -> bool:
    """Whether a record's page shows related records; services and themes are lists of them anyway."""
    return isinstance(record, _RELATABLE)
