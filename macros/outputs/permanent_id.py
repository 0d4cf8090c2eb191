"""Permanent ids, which survive the renaming of a record's file."""

from collections.abc import Iterator

from macros.kinds import Record


def permanent_id(record: Record) -> str:
    """The record's first id. Aliases are listed oldest first, and the rules keep them unique within a kind."""
    return record.aliases[0] if record.aliases else record.id


def folders(record: Record) -> Iterator[str]:
    """The folders of a record's files: at its current address, then at each former one for subscribers there."""
    for record_id in (record.id, *record.aliases):
        yield f"{record.FOLDER}/{record_id}"
