"""Rates, intervals and limits agree with scipy, statsmodels and the literature."""

from __future__ import annotations

from itertools import product
from math import isclose

import pytest
from scipy.stats import binom
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from macros.figures.funnel import funnel_limits
from macros.figures.intervals import change_interval, wilson
from macros.figures.xmr import FEWEST, xmr_limits
from tests.support.cases import for_each

LEVELS = (0.8, 0.95, 0.998)
SHARES = (0.001, 0.05, 0.25, 0.5, 0.75, 0.9, 0.999)
CLOSE = {"rel_tol": 0, "abs_tol": 1e-9}


def close(one: float, other: float) -> bool:
    return isclose(one, other, **CLOSE)


@for_each("level", LEVELS)
def test_wilson_agrees_with_statsmodels(level: float) -> None:
    for whole in (1, 7, 12, 40, 120, 1000):
        for part in {0, 1, whole // 3, whole // 2, whole - 1, whole}:
            ours, theirs = wilson(part, whole, level), proportion_confint(part, whole, 1 - level, method="wilson")
            assert close(ours.low, theirs[0]), (part, whole)
            assert close(ours.high, theirs[1]), (part, whole)


@for_each(("part", "whole", "low", "high"), [(3, 12, 0.089, 0.532), (30, 120, 0.181, 0.334)])
def test_a_leaver_rate_of_few_is_vague(part: int, whole: int, low: float, high: float) -> None:
    interval = wilson(part, whole)
    assert (round(interval.low, 3), round(interval.high, 3)) == (low, high)


@for_each(("part", "whole"), [(5, 4), (-1, 4), (0, 0)])
def test_a_part_lies_in_its_whole(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(part, whole)


@for_each("level", LEVELS)
def test_the_change_between_two_shares_agrees_with_statsmodels(level: float) -> None:
    for (old_part, old), (new_part, new) in product([(0, 11), (6, 12), (30, 40), (40, 40), (99, 400)], repeat=2):
        ours = change_interval((old_part, old), (new_part, new), level)
        theirs = confint_proportions_2indep(
            new_part, new, old_part, old, method="newcomb", compare="diff", alpha=1 - level
        )
        assert close(ours.low, theirs[0])
        assert close(ours.high, theirs[1])


@for_each(("number", "low", "high"), [(12, 0.439, 0.934), (8, 0.363, 0.969), (20, 0.521, 0.899), (40, 0.598, 0.867)])
def test_funnel_limits_around_three_quarters(number: int, low: float, high: float) -> None:
    limits = funnel_limits(number, 0.75)
    assert (round(limits.low, 3), round(limits.high, 3)) == (low, high)


def spiegelhalter(number: int, share: float, quantile: float) -> float:
    """The same formula on scipy's exact binomial distribution."""
    count = binom.ppf(quantile, number, share)
    above = binom.cdf(count, number, share) - quantile
    return float((count - above / binom.pmf(count, number, share)) / number)


@for_each("level", LEVELS)
def test_funnel_limits_agree_with_scipy(level: float) -> None:
    for number, share in product((1, 5, 12, 40, 400, 2000), SHARES):
        limits, tail = funnel_limits(number, share, level), (1 - level) / 2
        assert close(limits.low, max(0, spiegelhalter(number, share, tail))), (number, share)
        assert close(limits.high, min(1, spiegelhalter(number, share, 1 - tail))), (number, share)


def test_a_share_of_all_or_none_leaves_chance_nothing_to_do() -> None:
    assert 1 in funnel_limits(12, 1)
    assert 0.99 not in funnel_limits(12, 1)


@for_each(("number", "share"), [(0, 0.5), (12, 1.1), (12, -0.1)])
def test_there_is_no_funnel_without_people_or_a_share(number: int, share: float) -> None:
    with pytest.raises(ValueError, match="has no limits"):
        funnel_limits(number, share)


def test_xmr_limits_are_those_of_the_nist_handbook() -> None:
    # NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, which takes 3 ÷ 1.128 for 2.66.
    flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    limits = xmr_limits(flow)
    assert limits is not None
    assert (limits.mean, limits.low, limits.high) == pytest.approx((50.81, 45.8158, 55.8041), abs=0.001)


def test_one_exceptional_jump_does_not_widen_the_limits() -> None:
    limits = xmr_limits([10, 11, 10, 11, 10, 40, 41, 40, 41, 40])
    assert limits is not None
    assert limits.high - limits.mean == pytest.approx(2.66)


def test_a_figure_that_never_varies_has_limits_without_a_gap() -> None:
    limits = xmr_limits([0.1] * FEWEST)
    assert limits is not None
    assert limits.low == limits.mean == limits.high == pytest.approx(0.1)


def test_too_few_periods_have_no_limits() -> None:
    assert xmr_limits([0.1, 0.2, 0.15, 0.12]) is None
