"""What the world outside knows a record by, whatever its file is called now."""

from collections.abc import Iterator

from macros.kinds import Record


def permanent_id(record: Record) -> str:
    """The first id that the record had, which stays the same when its file is renamed.

    Former ids are listed with the oldest first. No two records of a kind can share one: the rules see to it.
    """
    return record.aliases[0] if record.aliases else record.id


def folders(record: Record) -> Iterator[str]:
    """Where the files of a record stand: its present address, then each former one, for those who subscribed there."""
    for record_id in (record.id, *record.aliases):
        yield f"{record.FOLDER}/{record_id}"
