"""A dictionary whose values are read when someone asks for them."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TypeVar

Thing = TypeVar("Thing")


class OnDemand(MutableMapping[str, Thing]):
    """A dictionary that knows all its keys, in order, and `reads` a value on first use.

    `reads` gets the key, and has to set the value. A key for which it sets none is no longer there.
    """

    def __init__(self, reads: Callable[[str], object], read: Mapping[str, Thing]) -> None:
        """Start with what has been `read`."""
        self._reads, self._found = reads, dict[str, Thing | None](read)

    @property
    def read(self) -> dict[str, Thing]:
        """What has been read so far."""
        return {key: value for key, value in self._found.items() if value is not None}

    def expect(self, key: str) -> None:
        """Know the key of a value that is not read yet."""
        self._found[key] = None

    def __getitem__(self, key: str) -> Thing:
        """The value, read if it has not been. Raises `KeyError`."""
        if self._found[key] is None:
            self._reads(key)
        value = self._found[key]
        if value is None:
            del self._found[key]
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: Thing) -> None:
        """Set a value that has been read."""
        self._found[key] = value

    def __delitem__(self, key: str) -> None:
        """Forget a key."""
        del self._found[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a value, read or not."""
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        return iter(tuple(self._found))

    def __len__(self) -> int:
        """How many values there are, read or not."""
        return len(self._found)
