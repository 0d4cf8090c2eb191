"""The rates of workforce figures. The two do not add up to 100%, and neither is a "retention rate".

The leaver rate is who left ÷ the average of the headcount at the start and at the end, as the Nuffield Trust defines it for the
figures of NHS Digital. The stability index is the share of those there at the start who have not left at the end, as in the
Department of Health and Social Care's written answer 112582 of 31 January 2022.
"""

from __future__ import annotations

from macros.figures.share import Share, shown_count
from macros.figures.table import Cells, Entry, Group
from macros.kinds import Measure
from macros.schema.protected import ROUNDED_TO

# The measures that make up those who left.
Leaving = tuple[Measure, ...]
# Who left the network, and who left their service, also for another one of the network.
LEFT_NETWORK: Leaving = (Measure.LEFT,)
LEFT_SERVICE: Leaving = (Measure.LEFT, Measure.MOVED_OUT)


def leaver_share(cells: Cells, group: Group, leaving: Leaving) -> Share | None:
    """The leaver rate: who left, of the average headcount."""
    leavers = _leavers(cells, group, leaving)
    start, end = _count(cells, group, Measure.START), _count(cells, group, Measure.END)
    if leavers is None or start is None or end is None or not start + end:
        return None
    return Share(leavers, (start + end) / 2, len(leaving) * (ROUNDED_TO // 2))


def least_stability(cells: Cells, group: Group, leaving: Leaving) -> Share | None:
    """The lowest value that the stability index can have: as if all who left had been there at the start.

    Published tables do not say which of those who left had joined in the same period.
    """
    leavers = _leavers(cells, group, leaving)
    start = _count(cells, group, Measure.START)
    if leavers is None or not start:
        return None
    return Share(max(0, start - leavers), start, (len(leaving) + 1) * (ROUNDED_TO // 2))


def _leavers(cells: Cells, group: Group, leaving: Leaving) -> int | None:
    parts = [_count(cells, group, measure) for measure in leaving]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _count(cells: Cells, group: Group, measure: Measure) -> int | None:
    return shown_count(cells, Entry(group, measure.value))
