"""A share worked out from published counts, with how far chance and rounding can move it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from macros.figures.disclosure.shares import percentage, share
from macros.figures.intervals import Interval, change_interval, wilson
from macros.figures.table import Cells, Entry
from macros.schema.protected import ROUNDED_TO, Hidden

# How far a rounded count can be from the true one.
_SPREAD = ROUNDED_TO // 2
# Where a share below 5% or above 95% is drawn, whatever it is.
_UNDER, _OVER = 0.025, 0.975


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, both made of rounded counts. `spread` is how far the part can be from the true one."""

    part: float
    whole: float
    spread: int = _SPREAD

    @property
    def said(self) -> str:
        """The share in words: "45%", "under 5%"."""
        return share(*self._halves)

    @property
    def value(self) -> float:
        """Where a chart draws it, between 0 and 1."""
        return (
            _UNDER if self.said.startswith("under") else _OVER if self.said.startswith("over") else self._percent / 100
        )

    @property
    def interval(self) -> Interval:
        """Wilson's interval, widened by what rounding can do."""
        return Interval(wilson(*self.least).low, wilson(*self.most).high)

    @property
    def interval_said(self) -> str:
        """The interval in words: "31% to 58%"."""
        return f"{floor(self.interval.low * 100)}% to {ceil(self.interval.high * 100)}%"

    @property
    def least(self) -> tuple[float, float]:
        """The smallest part, of the largest whole, that would be published as this."""
        return max(0.0, min(self.part, self.whole) - self.spread), self.whole + _SPREAD

    @property
    def most(self) -> tuple[float, float]:
        """The largest part, of the smallest whole, that would be published as this."""
        whole = max(1.0, self.whole - _SPREAD)
        return min(whole, self.part + self.spread), whole

    @property
    def _percent(self) -> int:
        return percentage(*self._halves) or 0

    @property
    def _halves(self) -> tuple[int, int]:
        """Part and whole in halves, because an average of two headcounts may end in one."""
        return round(2 * self.part), round(2 * self.whole)


def share_of(cells: Cells, part: Entry, whole: Entry) -> Share | None:
    """The share of one published count in another; None if either is hidden or not there."""
    some, all_ = shown_count(cells, part), shown_count(cells, whole)
    return Share(some, all_) if some is not None and all_ else None


def shown_count(cells: Cells, entry: Entry) -> int | None:
    """A published count; None if it is hidden or not there."""
    cell = cells.get(entry)
    return None if cell is None or isinstance(cell, Hidden) else cell


@dataclass(frozen=True, slots=True)
class ShareChange:
    """A share at two times."""

    before: Share
    after: Share

    @property
    def value(self) -> float:
        """The share after less the share before."""
        return self.after.value - self.before.value

    @property
    def interval(self) -> Interval:
        """Newcombe's interval, widened by what rounding can do at both times."""
        low = change_interval(self.before.most, self.after.least).low
        return Interval(low, change_interval(self.before.least, self.after.most).high)

    @property
    def is_chance(self) -> bool:
        """Whether chance and rounding alone would give as much."""
        return 0 in self.interval

    @property
    def said(self) -> str:
        """The change in words, with its interval and what chance has to do with it."""
        ends = f"{_signed(self.interval.low * 100, 1)} to {_signed(self.interval.high * 100, 1)}"
        chance = "may be" if self.is_chance else "more than"
        points = _signed(self.value * 100)
        noun = "point" if points[1:] == "1" else "points"
        return f"{self.before.said} to {self.after.said}: {points} {noun} ({ends}), {chance} chance"


def _signed(points: float, decimals: int = 0) -> str:
    """With a sign, but for zero, which would read "-0" or "+0"."""
    said = f"{points:+.{decimals}f}"
    return said.replace("-", "\N{MINUS SIGN}") if float(said) else said[1:]
