"""The rates of workforce figures. The two do not add up to 100%, and neither is a "retention rate".

The leaver rate is who left ÷ the average of the headcount at the start and at the end, as the Nuffield Trust defines it for the
figures of NHS Digital. The stability index is the share of those there at the start who have not left at the end, as in the
Department of Health and Social Care's written answer 112582 of 31 January 2022.
"""

from __future__ import annotations

from macros.figures.share import Share, shown_count
from macros.figures.table import EVERYONE, Cells, Entry, Group
from macros.kinds import Measure
from macros.schema.protected import ROUNDED_TO


def leaver_share(cells: Cells, group: Group) -> Share | None:
    """The leaver rate: who left, of the average headcount. Who moves to another service leaves a group, but not everyone."""
    leavers, counts = _leavers(cells, group)
    start, end = _count(cells, group, Measure.START), _count(cells, group, Measure.END)
    if leavers is None or start is None or end is None or not start + end:
        return None
    return Share(leavers, (start + end) / 2, counts * (ROUNDED_TO // 2))


def least_stability(cells: Cells, group: Group) -> Share | None:
    """The lowest value that the stability index can have: as if all who left had been there at the start.

    Published tables do not say which of those who left had joined in the same period.
    """
    leavers, counts = _leavers(cells, group)
    start = _count(cells, group, Measure.START)
    if leavers is None or not start:
        return None
    return Share(max(0, start - leavers), start, (counts + 1) * (ROUNDED_TO // 2))


def _leavers(cells: Cells, group: Group) -> tuple[int | None, int]:
    """How many left the group, and how many rounded counts that is made of."""
    measures = [Measure.LEFT] if group == EVERYONE else [Measure.LEFT, Measure.MOVED_OUT]
    parts = [_count(cells, group, measure) for measure in measures]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None, len(parts)


def _count(cells: Cells, group: Group, measure: Measure) -> int | None:
    return shown_count(cells, Entry(group, measure.value))
