"""Sort keys for lists of records."""

from collections.abc import Iterable

from macros.kinds import Record
from macros.kinds.shown import SomeRecord


def by_title(record: Record) -> tuple[bool, str]:
    """Sort key: by title, retired records last."""
    return record.is_retired, record.title.casefold()


def newest_first(record: Record) -> tuple[bool, int, str]:
    """Sort key: latest change first, retired records last."""
    return record.is_retired, -record.last_change.toordinal(), record.title.casefold()


def still_holding(records: Iterable[SomeRecord]) -> list[SomeRecord]:
    """The records that are not retired: the only ones to suggest to readers."""
    return [one for one in records if not one.is_retired]
