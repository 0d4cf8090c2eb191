"""The charts of workforce figures: rates, services beside each other, years, and where people went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from macros.figures.share import Share, shown_count
from macros.figures.table import EVERYONE, Cells, Entry, Group, cells_of
from macros.figures.workforce import LEFT_NETWORK, LEFT_SERVICE, Leaving, least_stability, leaver_share
from macros.figures.xmr import DEPENDABLE, FEWEST, XmrLimits, xmr_limits
from macros.kinds import Destination, Measure, WorkforceFigures
from macros.library.public import PublicLibrary
from macros.pages.charts.bars import Bar, bar_chart
from macros.pages.charts.funnel_plot import Group as Point
from macros.pages.charts.funnel_plot import funnel_plot, is_outside
from macros.pages.charts.shapes import About, Chart, Table
from macros.pages.charts.xmr_chart import xmr_chart
from macros.pages.parts import in_sentence
from macros.pages.survey_charts import HIDDEN, groups_of, said
from macros.schema.durations import counted
from macros.schema.types import in_words


@dataclass(frozen=True)
class Workforce:
    """A set of workforce figures, and its numbers by what they are about."""

    record: WorkforceFigures
    cells: Cells


def workforces(public: PublicLibrary) -> Sequence[Workforce]:
    """All sets of workforce figures, latest first."""
    return public.once(_workforces, None)


def _workforces(_: None, public: PublicLibrary) -> Sequence[Workforce]:
    sets = sorted(public.all_of(WorkforceFigures).values(), key=lambda one: one.ends, reverse=True)
    return [Workforce(one, cells_of(one)) for one in sets]


def workforce_of(record: WorkforceFigures, public: PublicLibrary) -> Workforce:
    """The workforce of a record."""
    return next(one for one in workforces(public) if one.record.id == record.id)


@dataclass(frozen=True)
class Rate:
    """A rate called what it is: its name, its value in words with what it is made of, and how far chance can move it."""

    name: str
    value: str
    made_of: str
    interval: str


def network_rates(workforce: Workforce) -> list[Rate]:
    """The leaver rate and the lowest stability index of the network, if they may be shown."""
    return [
        rate for made in (_leaver_rate, _stability) if (rate := made(workforce, EVERYONE, LEFT_NETWORK, "the network"))
    ]


def service_rates(workforce: Workforce, service: Group) -> list[Rate]:
    """The rates of a service, if they may be shown: leaving the network beside that of all, then leaving the service."""
    beside = [
        rate
        for made in (_leaver_rate, _stability)
        if (own := made(workforce, service, LEFT_NETWORK, "the network, this service"))
        for rate in (own, made(workforce, EVERYONE, LEFT_NETWORK, "the network, all services"))
    ]
    apart = [
        _leaver_rate(workforce, service, LEFT_SERVICE, "this service, also for another one of the network"),
        _stability(workforce, service, LEFT_SERVICE, "this service"),
    ]
    return [rate for rate in (*beside, *apart) if rate]


def leaving_in_words(workforce: Workforce, service: Group) -> str:
    """What the leaver rate of a service means and what it does not; empty if it may not be shown."""
    own, all_ = (leaver_share(workforce.cells, one, LEFT_NETWORK) for one in (service, EVERYONE))
    if own is None or all_ is None:
        return ""
    network = f"the network as a whole ({all_.said})"
    shows = (
        f"it does not show that this service differs from {network}, and it does not say why people left"
        if all_.value in own.interval
        else f"it differs from {network} by more than chance alone would give, but it does not say why people left"
    )
    return (
        f"In these twelve months, {own.said} of the people here left the network. "
        f"Chance and rounding alone could make that {own.interval_said}, so {shows}."
    )


def _leaver_rate(workforce: Workforce, group: Group, leaving: Leaving, what: str) -> Rate | None:
    share = leaver_share(workforce.cells, group, leaving)
    if share is None:
        return None
    made_of = f"{share.part:,.0f} people who left, of an average of about {_whole(share)} in post"
    return Rate(f"Leaver rate (left {what})", share.said, made_of, share.interval_said)


def _stability(workforce: Workforce, group: Group, leaving: Leaving, what: str) -> Rate | None:
    share = least_stability(workforce.cells, group, leaving)
    if share is None:
        return None
    made_of = f"{share.part:,.0f} people who were there at the start and stayed, of {_whole(share)}"
    return Rate(f"Stability index (stayed in {what})", f"at least {share.said}", made_of, share.interval_said)


def _whole(share: Share) -> str:
    """Without the half that an average of two rounded headcounts may end in, which would look more exact than it is."""
    return f"{floor(share.whole + 0.5):,}"


def rates_table(workforce: Workforce, public: PublicLibrary) -> Chart:
    """The leaver rate of everyone and of each service, in alphabetical order, without a drawing."""
    rows = []
    for label, group in _groups(workforce, public):
        own = shown_count(workforce.cells, Entry(group, Measure.START.value))
        left, left_own = (leaver_share(workforce.cells, group, one) for one in (LEFT_NETWORK, LEFT_SERVICE))
        rows.append([label, said(own), _rate(left), _rate(left_own) if group != EVERYONE else "–"])
    head = ["Who", "In post at the start", "Left the network", "Left the service, to go anywhere"]
    table = Table("Leaver rates, with 95% intervals", head, rows)
    finding = (
        "Someone who moves to another service leaves the service and stays in the network. With few people, chance alone can move a rate "
        "by as much as the interval says."
    )
    return Chart(About("leaver-rates", "Leaver rates of the network and of services", finding, table), [])


def _rate(share: Share | None) -> str:
    return f"{share.said} ({share.interval_said})" if share else HIDDEN


def stability_funnel(workforce: Workforce, public: PublicLibrary, own: str = "") -> Chart | None:
    """Who stayed in the network, by service, around the share of all.

    None unless two services may be shown, and the service `own` too, if the chart is for its page. Its table then is of that alone.
    """
    of_all = least_stability(workforce.cells, EVERYONE, LEFT_NETWORK)
    points, rows = [], []
    for label, group in _groups(workforce, public)[1:]:
        start = shown_count(workforce.cells, Entry(group, Measure.START.value))
        share = least_stability(workforce.cells, group, LEFT_NETWORK)
        if of_all is None or start is None or share is None:
            rows.append([label, said(start), HIDDEN, HIDDEN])
            continue
        points.append(Point(label, start, share.value, group.name == own))
        rows.append([label, said(start), share.said, "outside" if is_outside(points[-1], of_all.value) else "inside"])
    if of_all is None or len(points) < 2 or (own and not any(one.is_own for one in points)):
        return None
    outside = sum(is_outside(one, of_all.value) for one in points)
    number = counted(len(points), "service")
    finding = (
        f"Of {number} shown, {outside or 'none'} {'differ' if outside > 1 else 'differs'} from the network as a whole by more than chance "
        "usually explains (outside the 95% limits). Each share is the lowest that it can be, because some of those who left may have "
        "joined in the same twelve months. Services that few people left are not shown, and this is no ranking."
    )
    if own:
        rows = [row for row, (_, group) in zip(rows, _groups(workforce, public)[1:], strict=True) if group.name == own]
    table = Table(
        "Who stayed in the network, at least", ["Service", "There at the start", "Stayed", "95% limits"], rows
    )
    about = About("stability", "Stability index (stayed in the network), by service", finding, table)
    return funnel_plot(about, points, of_all.value, "people in post at the start")


def leaver_years(public: PublicLibrary) -> Chart | None:
    """The leaver rate of the network, period by period; None if it may not be shown of two periods."""
    found = [(one, leaver_share(one.cells, EVERYONE, LEFT_NETWORK)) for one in reversed(workforces(public))]
    known = [(one.record, share) for one, share in found if share]
    if len(known) < 2:
        return None
    limits = xmr_limits([share.value for _, share in known])
    rows = [[in_words(one.ends), share.said, _made_of(share), share.interval_said] for one, share in known]
    table = Table("Leaver rate of the network", ["Twelve months to", "Leaver rate", "Made of", "95% interval"], rows)
    first, last, number = known[0][1].said, known[-1][1].said, counted(len(known), "period")
    usual = _usual([share.value for _, share in known], limits)
    finding = f"The leaver rate was {first} in the first of {number}, and is {last} in the last. {usual}"
    periods = [(f"{one.ends:%b %Y}", share.value) for one, share in known]
    return xmr_chart(About("years", "Leaver rate of the network, over time", finding, table), periods, limits)


def _made_of(share: Share) -> str:
    return f"{share.part:,.0f} of {_whole(share)}"


def _usual(values: Sequence[float], limits: XmrLimits | None) -> str:
    if limits is None:
        return f"It takes {FEWEST} periods to say what is usual."
    number = sum(not limits.low <= value <= limits.high for value in values)
    few = f" With fewer than {DEPENDABLE} periods the limits can still move." if len(values) < DEPENDABLE else ""
    return f"{number or 'None'} of them {'lie' if number > 1 else 'lies'} outside the limits of what is usual.{few}"


def destinations_chart(workforce: Workforce) -> Chart | None:
    """Where those went who left the network; None if nothing may be shown."""
    places = [(one, workforce.cells.get(Entry(EVERYONE, Measure.LEFT.value, one.value))) for one in Destination]
    known = [cell for _, cell in places if isinstance(cell, int)]
    if not known:
        return None
    most = max(known)
    bars = [
        Bar(one.description.rstrip("."), cell / most if isinstance(cell, int) else None, said(cell))
        for one, cell in places
        if cell is not None
    ]
    table = Table("Where people went who left", ["Where", "People"], [[bar.label, bar.said] for bar in bars])
    largest = next(bar for bar in bars if bar.share == 1)
    all_left = said(workforce.cells.get(Entry(EVERYONE, Measure.LEFT.value)))
    finding = f"The largest group of those who left the network went here: {in_sentence(largest.label)}, {largest.said} of {all_left}."
    return bar_chart(About("destinations", "Where people went", finding, table), bars, of_whole=False)


def _groups(workforce: Workforce, public: PublicLibrary) -> list[tuple[str, Group]]:
    return [("The network", EVERYONE), *groups_of(workforce.record.services, public)]
