"""The bar chart of how many services had a champion in each quarter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.kinds import Service
from macros.library.public import PublicLibrary
from macros.schema.durations import month_at, month_number
from macros.schema.types import Month, in_words

# Two years: as many labelled bars as fit on a phone.
MOST_QUARTERS = 8
_MONTHS = 3


@dataclass(frozen=True)
class Bar:
    """A quarter: its first and last month, and the number of services with a champion."""

    first: Month
    last: Month
    number: int

    @property
    def name(self) -> str:
        """The quarter in words: "October to December 2026"."""
        return f"{in_words(self.first).partition(' ')[0]} to {in_words(self.last)}"


@dataclass(frozen=True)
class Coverage:
    """The quarters since the first known champion, for at most two years. `total` services are active today."""

    bars: Sequence[Bar]
    total: int


def coverage(public: PublicLibrary) -> Coverage | None:
    """How many of today's active services had a champion in each quarter; None if none ever had."""
    times = [_times(one) for one in public.all_of(Service).values() if one.active]
    return Coverage(_bars(times, public.today), len(times)) if any(times) else None


Time = tuple[int, int | None]


def _times(service: Service) -> list[Time]:
    """The first and last quarter of each champion of the service. The last is None for current champions."""
    now: list[Time] = [(_quarter(one.since), None) for one in service.champions]
    return now + [(_quarter(one.since), _quarter(one.until)) for one in service.past_champions]


def _quarter(when: date | Month) -> int:
    """The number of the quarter that contains a day or month, counted across years."""
    return month_number(when) // _MONTHS


def _bars(times: Sequence[Sequence[Time]], today: date) -> list[Bar]:
    last = _quarter(today)
    first = max(min(since for of_service in times for since, _ in of_service), last - MOST_QUARTERS + 1)
    bars = []
    for quarter in range(first, last + 1):
        number = sum(
            any(since <= quarter and (until is None or quarter <= until) for since, until in of_service)
            for of_service in times
        )
        month = quarter * _MONTHS
        bars.append(Bar(month_at(month), month_at(month + _MONTHS - 1), number))
    return bars
