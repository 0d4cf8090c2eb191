"""How far chance alone can move a share or the change between two."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """The lowest and highest value. Shares lie between 0 and 1, changes between -1 and 1."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        """Whether `value` lies in the interval or on its edge."""
        return self.low <= value <= self.high


def wilson(part: float, whole: float, level: float = LEVEL) -> Interval:
    """Wilson's score interval for the share `part` of `whole`.

    With p = part ÷ whole: (p + z² ÷ 2n ± z √(p(1 - p) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n). Wilson 1927, Journal of the
    American Statistical Association 22(158):209-212. Raises `ValueError` unless 0 ≤ part ≤ whole and whole > 0.
    """
    if not 0 <= part <= whole or whole == 0:
        raise ValueError(f"{part} of {whole} is no share")
    share, squared = part / whole, normal_quantile(level) ** 2 / whole
    middle, reach = share + squared / 2, sqrt(share * (1 - share) * squared + squared * squared / 4)
    return Interval(max(0.0, (middle - reach) / (1 + squared)), min(1.0, (middle + reach) / (1 + squared)))


def change_interval(before: tuple[float, float], after: tuple[float, float], level: float = LEVEL) -> Interval:
    """Newcombe's hybrid score interval for the share after less the share before, each as (part, whole).

    Method 10 of Newcombe 1998, Statistics in Medicine 17(8):873-890. It takes the two groups to be different people. Those who
    answer twice make the true interval narrower, so this one errs on the side of chance.
    """
    (old_part, old_whole), (new_part, new_whole) = before, after
    old, new = old_part / old_whole, new_part / new_whole
    old_interval, new_interval = wilson(old_part, old_whole, level), wilson(new_part, new_whole, level)
    down = sqrt((new - new_interval.low) ** 2 + (old_interval.high - old) ** 2)
    up = sqrt((new_interval.high - new) ** 2 + (old - old_interval.low) ** 2)
    return Interval(new - old - down, new - old + up)


def normal_quantile(level: float) -> float:
    """How many standard deviations around the mean hold `level` of a normal distribution."""
    return NormalDist().inv_cdf((1 + level) / 2)
