"""The index after a few documents have changed is the one that is made from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from macros.search.changed_index import changed_index_files
from macros.search.documents import SearchDocument
from macros.search.index import SHARD, index_files

# Several forms of few stems, words that are also found by their parts, and letters that are spelt in two ways.
WORDS = "test tests testing Test shared share sharing PHQ-9 phq9 PHQs 9-to-5 café cafe cafés naïve wellbeing well-being 2026".split()


def made_up(random: Random, number: int) -> SearchDocument:
    return changed(random, SearchDocument(f"/{number:03}/", "", {"title": f"Page {number}", "kind": "Pages"}, {}))


def changed(random: Random, document: SearchDocument) -> SearchDocument:
    # A word of its own each, so that many documents need several files.
    said, shown = ([*random.choices(WORDS, k=random.randrange(6)), own_word(random)] for _ in range(2))
    summary = random.choice(WORDS)
    return replace(
        document, text=" ".join(said), details={**document.details, "summary": summary}, shown=" ".join(shown).lower()
    )


def own_word(random: Random) -> str:
    return "".join(random.choices("abcdefghijkl", k=8))


def files_of(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    return {file.path: file.content for file in index_files(documents, "en")}


@pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(3, 40))]
)
def test_a_changed_index_is_as_one_that_is_made_from_nothing(seed: int) -> None:
    random = Random(seed)
    documents = [made_up(random, number) for number in range(random.choice((2, 8, 200)))]
    files = files_of(documents)
    for _ in range(4):
        before = [*documents]
        for number in random.sample(range(len(documents)), random.randrange(1, min(len(documents), 5))):
            documents[number] = changed(random, documents[number])
        changes = {
            number: (was, now) for number, (was, now) in enumerate(zip(before, documents, strict=True)) if was != now
        }
        current = [lambda one=one: one for one in documents]
        new = {file.path: file.content for file in changed_index_files(changes, current, "en", files.__getitem__)}
        files = {path: content for path, content in files.items() if SHARD not in path} | new
        assert files == files_of(documents)
