"""The output of the benchmarks: tables in Markdown, and the bars with the results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """A requirement, at which size or for which page, the result, and whether it is met."""

    what: str
    at: str
    measured: str
    is_met: bool


@dataclass(frozen=True)
class Report:
    """The result of one part of the benchmarks: lines in Markdown, and its bars."""

    lines: list[str]
    bars: list[Bar]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table. Columns whose head starts with > are aligned to the right."""
    yield f"| {' | '.join(head.removeprefix('>') for head in heads)} |"
    yield f"|{'|'.join('---:' if head.startswith('>') else '---' for head in heads)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def bar_table(bars: Iterable[Bar]) -> Iterator[str]:
    """The lines of the table of bars."""
    rows = ((bar.what, bar.at, bar.measured, "met" if bar.is_met else "**NOT met**") for bar in bars)
    return table(("Bar", ">At", ">Measured", ""), rows)


def kilobytes(size: int) -> str:
    """A number of bytes in kB, of 1,000 bytes each."""
    return f"{size / 1000:,.1f}"
