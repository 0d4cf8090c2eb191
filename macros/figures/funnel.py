"""The limits of a funnel plot: how far a share of few people strays from that of all by chance alone."""

from collections.abc import Iterator
from functools import cache
from math import exp, lgamma, log, log1p

from macros.figures.intervals import LEVEL, Interval


@cache
def funnel_limits(number: int, share: float, level: float = LEVEL) -> Interval:
    """The exact binomial limits for `number` people of a group whose `share` is known, interpolated.

    For the probability q at each edge, r is the smallest number with P(R ≤ r) ≥ q, and the limit is (r - a) ÷ number with
    a = (P(R ≤ r) - q) ÷ P(R = r). Spiegelhalter 2005, Statistics in Medicine 24(8):1185-1202, appendix A.1.1. Raises
    `ValueError` unless number > 0 and 0 ≤ share ≤ 1.
    """
    if number <= 0 or not 0 <= share <= 1:
        raise ValueError(f"a share of {share} of {number} people has no limits")
    if share in (0, 1):
        return Interval(share, share)
    low, high = (_edge(number, share, quantile) for quantile in ((1 - level) / 2, (1 + level) / 2))
    return Interval(max(0.0, low), min(1.0, high))


def _edge(number: int, share: float, quantile: float) -> float:
    total, count, probability = 0.0, -1, 1.0
    probabilities = _probabilities(number, share)
    while total < quantile:
        count, probability = count + 1, next(probabilities)
        total += probability
    return (count - (total - quantile) / probability) / number


def _probabilities(number: int, share: float) -> Iterator[float]:
    """P(R = 0), P(R = 1) and so on. In logarithms, because the coefficients for a thousand people exceed a float."""
    of_all, yes, no = lgamma(number + 1), log(share), log1p(-share)
    for count in range(number + 1):
        coefficient = of_all - lgamma(count + 1) - lgamma(number - count + 1)
        yield exp(coefficient + count * yes + (number - count) * no)
