"""The report on a table that the coordinator keeps: what was done with each file, and what was hidden and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from macros.collate.refusal import Note
from macros.figures.disclosure.limits import in_words
from macros.figures.disclosure.release import ProtectedTable, Reason
from macros.figures.table import Entry
from macros.schema.durations import counted
from macros.schema.network import DisclosureSettings

REPORT = "report.txt"
# What a number is about, and which number of it.
About = Callable[[Entry], tuple[str, str]]


def report(
    title: str, table: ProtectedTable, notes: Mapping[str, Sequence[Note]], settings: DisclosureSettings, about: About
) -> str:
    """The text of the report. `notes` are those on each file, `about` has the words for a number."""
    return "".join(f"{line}\n" for line in _lines(title, table, notes, settings, about))


def _lines(
    title: str, table: ProtectedTable, notes: Mapping[str, Sequence[Note]], settings: DisclosureSettings, about: About
) -> Iterator[str]:
    yield from (title, "")
    yield "Keep this report to yourself. It says why each number is hidden, which tells more than the table does."
    for file, told in notes.items():
        yield from ("", file, *(f"- {note}" for note in told))
    yield from ("", "How small numbers are protected", *(f"- {rule}" for rule in in_words(settings)))
    yield from ("", f"Hidden: {counted(len(table.reasons), 'number')} of {len(table.cells):,}")
    reasons: dict[Reason, list[Entry]] = {}
    for entry, reason in table.reasons.items():
        reasons.setdefault(reason, []).append(entry)
    for why, entries in reasons.items():
        together: dict[str, list[str]] = {}
        for whole, part in map(about, sorted(entries)):
            together.setdefault(whole, []).append(part)
        yield from ("", f"Because {why}:", *(f"- {whole}: {', '.join(parts)}" for whole, parts in together.items()))
