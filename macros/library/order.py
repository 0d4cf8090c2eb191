"""Orders in which readers look for records."""

from collections.abc import Iterable

from macros.kinds import Record
from macros.kinds.shown import SomeRecord


def by_title(record: Record) -> tuple[bool, str]:
    """The order in which readers look for a record among others: by title, what was retired last."""
    return record.is_retired, record.title.casefold()


def newest_first(record: Record) -> tuple[bool, int, str]:
    """The order in which readers look for what they do not know yet; what was retired comes last."""
    return record.is_retired, -record.last_change.toordinal(), record.title.casefold()


def still_holding(records: Iterable[SomeRecord]) -> list[SomeRecord]:
    """The records that were not retired: only these are put before readers who did not ask for one."""
    return [one for one in records if not one.is_retired]
