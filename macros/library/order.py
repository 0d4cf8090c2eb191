"""The order and grouping of lists."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from macros.kinds import Record
from macros.kinds.shown import SomeRecord

Key = TypeVar("Key")
Value = TypeVar("Value")


def by_title(record: Record) -> tuple[bool, str]:
    """Sort key: by title, retired records last."""
    return record.is_retired, record.title.casefold()


def newest_first(record: Record) -> tuple[bool, int, str]:
    """Sort key: latest change first, retired records last."""
    return record.is_retired, -record.last_change.toordinal(), record.title.casefold()


def still_holding(records: Iterable[SomeRecord]) -> list[SomeRecord]:
    """The records that are not retired: the only ones to suggest to readers."""
    return [one for one in records if not one.is_retired]


def grouped(values: Iterable[Value], key: Callable[[Value], Key]) -> dict[Key, list[Value]]:
    """The values by their key, in the order in which each key first appears."""
    groups: dict[Key, list[Value]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups
