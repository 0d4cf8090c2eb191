"""Nothing was published, reviewed or met about before the network existed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.fields import in_words, sort_key
from macros.records.models import Meeting
from macros.rulebook.finding import Case, Mistake


def check(case: Case) -> Iterator[Mistake]:
    """Compare what the network itself did with the month in which it first met."""
    record, established = case.record, case.library.network.established
    if record is None:
        return
    dates = {"added": record.added, "reviewed": record.reviewed}
    if isinstance(record, Meeting):
        dates["date"] = record.date
    for name, when in dates.items():
        if when is not None and sort_key(when)[: len(_known(established))] < _known(established):
            yield case.mistake(
                f'{in_words(when)} in the field "{name}" is before the network first met ({in_words(established)}). '
                "Check the year.",
                (name,),
            )


def _known(when: object) -> tuple[int, ...]:
    """The parts of a date that are known: a month has no day to compare."""
    return tuple(part for part in sort_key(when) if part)  # type: ignore[arg-type]
