"""XmR charts: whether a figure has changed, or only varies as it always does."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

# Fewer moving ranges than these say nothing of the usual variation.
FEWEST = 5
# The charts of the NHS-R community (NHSRplotthedots) warn that limits are not dependable below this number of points.
DEPENDABLE = 12
# Three standard deviations, estimated from moving ranges of two: 3 ÷ 1.128. A range above 3.267 averages is exceptional.
_REACH, _EXCEPTIONAL = 2.66, 3.267


@dataclass(frozen=True, slots=True)
class XmrLimits:
    """The mean, and the limits of what is usual."""

    mean: float
    low: float
    high: float


def xmr_limits(values: Sequence[float]) -> XmrLimits | None:
    """The mean of `values` (oldest first) ± 2.66 times their average moving range; None for fewer than `FEWEST` values.

    As NHS England's Making Data Count has it, exceptional ranges (above 3.267 times the average) are left out of the average.
    Wheeler 1993, Understanding Variation.
    """
    if len(values) < FEWEST:
        return None
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    most = _EXCEPTIONAL * fmean(ranges)
    mean, reach = fmean(values), _REACH * fmean(one for one in ranges if one <= most)
    return XmrLimits(mean, mean - reach, mean + reach)
