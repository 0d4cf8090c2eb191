"""The parts of a site, and which of them a build keeps of the one before.

A part is what is made at once, such as the page of a record with its document for the search. It is kept if its files are as they were
written, and all that was read while it was made is the same: its cells (see library/reads.py).
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from macros.library.reads import Cell


@dataclass(frozen=True)
class Part:
    """What was read for a part, the hash of each of its files by path, and a pickle of what else was made, which others use."""

    cells: Set[Cell]
    files: Mapping[str, str]
    value: bytes = b""


# What a build notes of a part: the numbers of its cells, its files and its value.
Noted = tuple[tuple[int, ...], Mapping[str, str], bytes]


@dataclass
class Parts:
    """The parts of a site by name: the `former` ones with the `cells` that they have read and their `values` then, and those of now.

    `files` are those that are as the former build has written them, with their hashes.
    """

    former: Mapping[str, Noted] = field(default_factory=dict)
    cells: Sequence[Cell] = ()
    values: Sequence[str] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    now: dict[str, Part] = field(default_factory=dict)
    _changed: Set[int] = frozenset()

    def compare(self, value_of: Callable[[Cell], str]) -> None:
        """Find out which cells have changed: `value_of` gives what they are now."""
        pairs = enumerate(zip(self.cells, self.values, strict=True))
        self._changed = {number for number, (cell, value) in pairs if value_of(cell) != value}

    def keeps(self, name: str) -> bool:
        """Whether a part is kept. It then is one of this build."""
        if name not in self.former:
            return False
        numbers, files, value = self.former[name]
        if not self._changed.isdisjoint(numbers) or any(self.files.get(path) != one for path, one in files.items()):
            return False
        self.now[name] = Part({self.cells[number] for number in numbers}, files, value)
        return True

    def is_kept(self, name: str) -> bool:
        """Whether a part has been kept."""
        return name in self.now and self.now[name].files is self.former.get(name, ((), None, b""))[1]

    def settle(self, cell: Cell, value: str) -> None:
        """Compare a cell whose value was not known before."""
        numbers = {number for number, one in enumerate(self.cells) if one == cell}
        self._changed = self._changed - numbers | {number for number in numbers if self.values[number] != value}

    def notes(self, value_of: Callable[[Cell], str]) -> dict[str, Any]:
        """What the next build has to know."""
        numbers: dict[Cell, int] = {}
        former = {
            name: (tuple(numbers.setdefault(cell, len(numbers)) for cell in part.cells), part.files, part.value)
            for name, part in self.now.items()
        }
        return {"former": former, "cells": [*numbers], "values": [value_of(cell) for cell in numbers]}
