"""What the demonstration publishes, worked out again from the people of the sample, with statsmodels and scipy.

It shares no code with the figures, and knows only which counts are hidden in the tables.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor
from statistics import fmean
from typing import Any

from scipy.stats import binom
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import QuestionSet, Service, SurveyRound, WorkforceFigures
from macros.pages import survey_round, workforce_figures
from macros.pages.charts.shapes import Chart
from macros.pages.evaluation import evaluation_charts
from macros.pages.service_figures import figure_sections
from tests.support.sample import DEMO, demonstration, sample

HIDDEN = "not shown"


def rounded(number: float) -> int:
    return 5 * round(number / 5)


@dataclass(frozen=True)
class Table:
    """The true counts of a record, and the names of those that its table hides."""

    counts: Mapping[Entry, int]
    hidden: frozenset[Entry]

    def __call__(self, group: Group, topic: str, what: str = "") -> int | None:
        """A count as it is published; None if it is hidden."""
        entry = Entry(group, topic, what)
        return None if entry in self.hidden else rounded(self.counts.get(entry, 0))


def table_rows(path: str) -> dict[Entry, str]:
    with (DEMO / "content" / path).open(encoding="utf-8", newline="") as file:
        found = {}
        for row in csv.DictReader(file):
            whose = next((one for one in ("area", "service", "role") if row[one]), "")
            group = Group(Whose(whose), row[whose]) if whose else EVERYONE
            names = [row[name] for name in row if name not in ("area", "service", "role", "count")]
            found[Entry(group, *names)] = row["count"]
        return found


@cache
def tables() -> tuple[Mapping[str, Table], Mapping[str, Table]]:
    """The survey rounds and the workforce figures, by id and the oldest first."""
    public = demonstration()
    rounds = sorted(public.all_of(SurveyRound).values(), key=lambda one: one.opened)
    sets = sorted(public.all_of(WorkforceFigures).values(), key=lambda one: one.starts)
    all_records: list[Any] = [rounds, sets]
    found: list[dict[str, Table]] = [{}, {}]
    for place, (records, counts) in enumerate(zip(all_records, sample(), strict=True)):
        for record, true in zip(records, counts, strict=True):
            published = table_rows(f"{record.FOLDER}/{record.id}.csv")
            hidden = frozenset(entry for entry, cell in published.items() if cell == "[c]")
            found[place][record.id] = Table(true, hidden)
    return found[0], found[1]


@dataclass(frozen=True)
class Rate:
    """So many of so many, and how far rounding can have moved the part."""

    part: float
    whole: float
    off: int = 2

    @property
    def percent(self) -> int:
        return floor(100 * self.part / self.whole + 0.5 + 1e-9)

    @property
    def said(self) -> str:
        return "under 5%" if self.percent < 5 else "over 95%" if self.percent > 95 else f"{self.percent}%"

    @property
    def value(self) -> float:
        return 0.025 if self.percent < 5 else 0.975 if self.percent > 95 else self.percent / 100

    @property
    def least(self) -> tuple[float, float]:
        return max(0, min(self.part, self.whole) - self.off), self.whole + 2

    @property
    def most(self) -> tuple[float, float]:
        return min(max(1, self.whole - 2), self.part + self.off), max(1, self.whole - 2)

    @property
    def interval(self) -> tuple[float, float]:
        return proportion_confint(*self.least, method="wilson")[0], proportion_confint(*self.most, method="wilson")[1]

    @property
    def interval_said(self) -> str:
        return f"{floor(100 * self.interval[0])}% to {ceil(100 * self.interval[1])}%"


def change_of(old: Rate, new: Rate) -> tuple[float, float]:
    """The interval of a change."""
    low, _ = confint_proportions_2indep(*new.least, *old.most, method="newcomb", compare="diff")
    _, high = confint_proportions_2indep(*new.most, *old.least, method="newcomb", compare="diff")
    return low, high


def change(old: Rate, new: Rate) -> tuple[str, bool]:
    """The words for a change, and whether chance alone may give it."""
    low, high = change_of(old, new)
    points, is_chance = 100 * (new.value - old.value), low <= 0 <= high
    words = f"{signed(points, 0)} point{'' if round(abs(points)) == 1 else 's'} ({signed(100 * low, 1)} to {signed(100 * high, 1)})"
    return f"{words}, {'may be' if is_chance else 'more than'} chance", is_chance


def signed(number: float, digits: int) -> str:
    size = f"{abs(number):.{digits}f}"
    if not float(size):
        return size
    return f"{'+' if number > 0 else chr(0x2212)}{size}"


def questions() -> QuestionSet:
    return demonstration().all_of(QuestionSet)["working-life"]


def favourable(table: Table, group: Group, question: Any) -> Rate | None:
    """Agree and strongly agree; in a question that is turned round, the other two."""
    names = [one.id for one in questions().scale]
    better = names[:2] if question.reversed else names[3:]
    parts, base = [table(group, question.id, one) for one in better], table(group, question.id, "answered")
    known = [one for one in parts if one is not None]
    return Rate(sum(known), base, 4) if base and len(known) == 2 else None


def leavers(table: Table, group: Group, topics: Sequence[str] = ("left",)) -> Rate | None:
    start, end, *gone = (table(group, one) for one in ("start", "end", *topics))
    known = [one for one in gone if one is not None]
    if start is None or end is None or len(known) < len(gone):
        return None
    return Rate(sum(known), (start + end) / 2, 2 * len(gone))


def stayers(table: Table, group: Group, topics: Sequence[str] = ("left",)) -> Rate | None:
    start, *gone = (table(group, one) for one in ("start", *topics))
    known = [one for one in gone if one is not None]
    return Rate(start - sum(known), start, 2 * len(gone) + 2) if start and len(known) == len(gone) else None


def said(count: int | None) -> str:
    return HIDDEN if count is None else f"{count:,}"


def groups(record: Any) -> list[tuple[str, Group]]:
    titles = demonstration().titles_by_id(Service.KIND)
    return sorted((titles[one], Group(Whose.SERVICE, one)) for one in record.services)


def chart_of(charts: Sequence[Chart], name: str) -> Chart:
    (found,) = [one for one in charts if one.about.name == name]
    return found


def rows_of(chart: Chart) -> dict[str, list[str]]:
    return {row[0]: [*row[1:]] for row in chart.about.table.rows}


def records() -> Mapping[str, Any]:
    """The survey rounds and the workforce figures by id."""
    public = demonstration()
    return {**public.all_of(SurveyRound), **public.all_of(WorkforceFigures)}


def round_charts() -> list[tuple[Any, Table, Sequence[Chart]]]:
    public = demonstration()
    records = public.all_of(SurveyRound)
    return [(records[name], one, survey_round.charts(records[name], public)) for name, one in tables()[0].items()]


def workforce_charts() -> list[tuple[Any, Table, Sequence[Chart]]]:
    public = demonstration()
    records = public.all_of(WorkforceFigures)
    return [(records[name], one, workforce_figures.charts(records[name], public)) for name, one in tables()[1].items()]


def newest(chart: str) -> Chart:
    return chart_of([one for charts in evaluation_charts(demonstration()) for one in charts], chart)


def sections(service: str) -> dict[str, Any]:
    public = demonstration()
    return {one.title: one.content for one in figure_sections(public.all_of(Service)[service], public)}


def all_services() -> list[str]:
    return [one.name for _, one in groups(demonstration().all_of(SurveyRound)["2026-autumn"])]


def spiegelhalter(number: int, share: float, quantile: float) -> float:
    """Spiegelhalter 2005, appendix A.1.1, on scipy's exact binomial distribution."""
    count = binom.ppf(quantile, number, share)
    above = binom.cdf(count, number, share) - quantile
    return float(min(1, max(0, (count - above / binom.pmf(count, number, share)) / number)))


def limits(number: int, share: float, level: float = 0.95) -> tuple[float, float]:
    return spiegelhalter(number, share, (1 - level) / 2), spiegelhalter(number, share, (1 + level) / 2)


def usual(values: Sequence[float]) -> tuple[float, float, float]:
    """The mean and the limits: 2.66 times the average moving range, without ranges above 3.267 times the average."""
    ranges = [abs(one - other) for one, other in zip(values[1:], values, strict=False)]
    kept = [one for one in ranges if one <= 3.267 * fmean(ranges)]
    return fmean(values), fmean(values) - 2.66 * fmean(kept), fmean(values) + 2.66 * fmean(kept)
