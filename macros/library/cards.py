"""What is known of sound records without reading them: a card for each, kept from one check to the next.

A check of a few files needs no more of the other thousands, most of the time. A card counts only for the same bytes of the record, read by
the same code with the same words of the network. Whoever deletes the file with the cards loses nothing but time.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple, Self

import pydantic_core
import yaml
from pydantic import VERSION

from macros.kinds import Record
from macros.schema.part import known

CACHE = ".cache"
_FILE = "cards.json"
_WORTH_WRITING = 50
_ROOMS = ("source", "schema", "kinds", "library")


class Card(NamedTuple):
    """A record as others are compared with it. `path` is below content/. `added` is the day as text, the last of all if it is not
    known.
    """

    path: str
    id: str
    title: str
    added: str
    aliases: Sequence[str]

    @classmethod
    def of(cls, record: Record) -> Self:
        """The card of a record, or of what is known of it."""
        added: date = known(record, "added", date.max)
        return cls(record.path, record.id, known(record, "title", ""), added.isoformat(), known(record, "aliases", []))


class Cards:
    """The cards of the network in `root`, by path and hash of the bytes that a record was read from."""

    def __init__(self, root: Path, network: str) -> None:
        """Open the cards that were kept. `network` is the text of network.yml, whose words records use."""
        self._path = root / CACHE / _FILE
        self._made_with = _made_with(network)
        self._cards: dict[str, tuple[str, Sequence[Any]]] = {}
        self._new = 0
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept: dict[str, Any] = json.loads(self._path.read_bytes())
            if kept["made_with"] == self._made_with:
                self._cards = kept["cards"]

    def get(self, path: str, content: bytes) -> Card | None:
        """The card of the record at `path`; None if it has not been read with this content before."""
        kept = self._cards.get(path)
        return Card(*kept[1]) if kept and kept[0] == _hash(content) else None

    def keep(self, path: str, content: bytes, record: Record) -> None:
        """Keep the card of a sound record that was read from this content."""
        self._cards[path] = (_hash(content), Card.of(record))
        self._new += 1

    def save(self) -> None:
        """Write the cards: all of them or, if that cannot be, none."""
        # To read a few records again takes less time than to write all cards.
        if self._new < _WORTH_WRITING:
            return
        with suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            with NamedTemporaryFile("w", encoding="utf-8", dir=self._path.parent, delete=False) as file:
                file.write(json.dumps({"made_with": self._made_with, "cards": self._cards}))
            os.replace(file.name, self._path)


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _made_with(network: str) -> str:
    """A hash of all that decides what is read from a record, besides the record."""
    found = blake2b(digest_size=16)
    for text in (sys.version, VERSION, pydantic_core.__version__, yaml.__version__, network):
        found.update(f"{len(text)} {text}".encode("utf-8", "surrogateescape"))
    for path in _code():
        found.update(path.read_bytes())
    return found.hexdigest()


def _code() -> Iterator[Path]:
    for room in _ROOMS:
        yield from sorted((Path(__file__).resolve().parents[1] / room).glob("*.py"))
