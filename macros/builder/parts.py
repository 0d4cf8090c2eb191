"""The parts of a site, and which of them a build keeps of the one before.

A part is what is made at once, such as the page of a record with its document for the search. It is kept if its files are as they were
written, and all that was read while it was made is the same: its cells (see library/reads.py).
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from macros.library.reads import Cell


@dataclass(frozen=True)
class Part:
    """What was read for a part, the hash of each of its files by path, and a pickle of what else was made, which others use."""

    cells: Set[Cell]
    files: Mapping[str, str]
    value: bytes = b""


class Noted(NamedTuple):
    """A part with numbers in place of its cells, of which there are few in all."""

    numbers: tuple[int, ...]
    files: Mapping[str, str]
    value: bytes


class Parts:
    """The parts of a site by name: those of this build in `now`, and the `former` ones.

    `files` are those that are as the former build has written them, with their hashes.
    """

    def __init__(self, noted: Mapping[str, Any] | None = None, files: Mapping[str, str] | None = None) -> None:
        """Start with what the former build has noted, if there was one."""
        noted = noted or {"parts": {}, "cells": [], "values": []}
        self.former: Mapping[str, Noted] = {name: Noted(*one) for name, one in noted["parts"].items()}
        self.now: dict[str, Noted] = {}
        self.files = files or {}
        self._values: list[str] = noted["values"]
        self._numbers: dict[Cell, int] = {cell: number for number, cell in enumerate(noted["cells"])}
        self._changed: set[int] = set()

    def compare(self, value_of: Callable[[Cell], str]) -> None:
        """Find out which cells have changed since: `value_of` gives what they are now."""
        pairs = zip(self._numbers.items(), self._values, strict=False)
        self._changed = {number for (cell, number), value in pairs if value_of(cell) != value}

    def settle(self, cell: Cell, value: str) -> None:
        """Compare a cell whose value was not known before."""
        number = self._numbers.get(cell, len(self._values))
        if number < len(self._values) and self._values[number] == value:
            self._changed.discard(number)

    def keeps(self, name: str) -> bool:
        """Whether a part is kept. It then is one of this build. Call `compare` before."""
        part = self.former.get(name)
        if part is None or not self._changed.isdisjoint(part.numbers):
            return False
        if not self.as_written(name):
            return False
        self.now[name] = part
        return True

    def as_written(self, name: str) -> Noted | None:
        """A former part whose files are all as they were written."""
        part = self.former.get(name)
        return part if part and all(self.files.get(path) == one for path, one in part.files.items()) else None

    def is_kept(self, name: str) -> bool:
        """Whether a part has been kept."""
        return name in self.now and self.now[name] is self.former.get(name)

    def add(self, name: str, part: Part) -> None:
        """Add a part that this build has made."""
        numbers = (self._numbers.setdefault(cell, len(self._numbers)) for cell in part.cells)
        self.now[name] = Noted(tuple(numbers), part.files, part.value)

    def notes(self, value_of: Callable[[Cell], str]) -> dict[str, Any]:
        """What the next build has to know."""
        used = {*chain.from_iterable(part.numbers for part in self.now.values())}
        cells = [(cell, number) for cell, number in self._numbers.items() if number in used]
        new = {number: place for place, (_, number) in enumerate(cells)}
        return {
            "parts": {
                name: (tuple(map(new.__getitem__, one.numbers)), one.files, one.value) for name, one in self.now.items()
            },
            "cells": [cell for cell, _ in cells],
            "values": [value_of(cell) for cell, _ in cells],
        }
