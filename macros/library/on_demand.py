"""A dictionary whose values are read when someone asks for them."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TypeVar

Thing = TypeVar("Thing")


class OnDemand(MutableMapping[str, Thing]):
    """A dictionary that knows all its keys, in order, and `reads` a value on first use.

    `reads` gets the key, and has to set the value. A key for which it sets none is no longer there. Whoever goes through the keys, or
    looks for one, reads those that may be such.
    """

    def __init__(self, reads: Callable[[str], object], read: Mapping[str, Thing]) -> None:
        """Start with what has been `read`."""
        self._reads, self._found = reads, dict[str, Thing | None](read)
        self._unsure: set[str] = set()

    def expect(self, key: str, *, is_sure: bool = True) -> None:
        """Know the key of a value that need not be read yet. It `is_sure` if there is certainly such a value."""
        self._found.setdefault(key, None)
        (self._unsure.discard if is_sure else self._unsure.add)(key)

    def _settle(self) -> None:
        for key in tuple(self._unsure):
            self.get(key)

    def __getitem__(self, key: str) -> Thing:
        """The value, read if it has not been. Raises `KeyError`."""
        if self._found[key] is None:
            self._reads(key)
        value = self._found.get(key)
        if value is None:
            self._found.pop(key, None)
            self._unsure.discard(key)
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: Thing) -> None:
        """Set a value that has been read."""
        self._found[key] = value
        self._unsure.discard(key)

    def __delitem__(self, key: str) -> None:
        """Forget a key."""
        del self._found[key]
        self._unsure.discard(key)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a value, read or not."""
        return self.get(key) is not None if key in self._unsure else key in self._found

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        self._settle()
        return iter(tuple(self._found))

    def __len__(self) -> int:
        """How many values there are, read or not."""
        self._settle()
        return len(self._found)
