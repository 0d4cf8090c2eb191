"""Every rate of a workforce that is published is worked out again: test_published_survey_numbers.py lists them all."""

from __future__ import annotations

from math import floor
from typing import Any

import pytest

from macros.figures.table import EVERYONE, Group, Whose
from macros.pages.charts.shapes import Chart, Label, Line, Mark
from tests.support.counted_again import (
    HIDDEN,
    Rate,
    Table,
    all_services,
    chart_of,
    groups,
    leavers,
    limits,
    newest,
    rows_of,
    said,
    sections,
    stayers,
    tables,
    usual,
    workforce_charts,
)

PLACES = ("left-nhs", "another-service", "training", "other", "not-known")


def with_interval(rate: Rate | None) -> str:
    return f"{rate.said} ({rate.interval_said})" if rate else HIDDEN


def test_leaver_rates() -> None:
    for record, table, charts in workforce_charts():
        found = rows_of(chart_of(charts, "leaver-rates"))
        for title, group in [("The network", EVERYONE), *groups(record)]:
            own = "–" if group == EVERYONE else with_interval(leavers(table, group, ("left", "moved-out")))
            assert found[title] == [said(table(group, "start")), with_interval(leavers(table, group)), own]


def test_rates_of_a_service() -> None:
    table, shown = [*tables()[1].values()][-1], 0
    for service in all_services():
        group, anywhere = Group(Whose.SERVICE, service), ("left", "moved-out")
        own = [leavers(table, group), stayers(table, group)]
        beside = [leavers(table, EVERYONE), stayers(table, EVERYONE)]
        in_order = [one for pair in zip(own, beside, strict=True) if pair[0] for one in pair]
        in_order += [leavers(table, group, anywhere), stayers(table, group, anywhere)]
        expected = []
        for rate in filter(None, in_order):
            is_leaving = rate in (own[0], beside[0], in_order[-2])
            whole = floor(rate.whole + 0.5)
            expected.append(
                (
                    rate.said if is_leaving else f"at least {rate.said}",
                    f"{rate.part:,.0f} people who left, of an average of about {whole:,} in post"
                    if is_leaving
                    else f"{rate.part:,.0f} people who were there at the start and stayed, of {whole:,}",
                    rate.interval_said,
                )
            )
        found = sections(service)["Who stays and who leaves here"]
        if expected:
            meaning, rates = found
            assert [(one.value, one.made_of, one.interval) for one in rates] == expected
            if own[0] and beside[0]:
                low, high = own[0].interval
                differs = "it differs" if not low <= beside[0].value <= high else "it does not show that"
                assert f"{own[0].said} of the people here left" in meaning
                assert f"could make that {own[0].interval_said}, so {differs}" in meaning
                assert f"({beside[0].said})" in meaning
            shown += 1
        else:
            assert str(found[0]).startswith("Too few")
    assert shown > 4


def points(record: Any, table: Table) -> dict[str, tuple[int, float, bool]]:
    """Of each service in the funnel: those at the start, the share that stayed, and whether it lies outside."""
    everyone = stayers(table, EVERYONE)
    assert everyone
    found = {}
    for title, group in groups(record):
        rate = stayers(table, group)
        if rate:
            low, high = limits(round(rate.whole), everyone.value)
            found[title] = (round(rate.whole), rate.value, not low <= rate.value <= high)
    return found


def test_stability() -> None:
    for record, table, charts in workforce_charts():
        chart, expected = chart_of(charts, "stability"), points(record, table)
        for title, group in groups(record):
            rate = stayers(table, group)
            words = [rate.said, "outside" if expected[title][2] else "inside"] if rate else [HIDDEN, HIDDEN]
            assert rows_of(chart)[title] == [said(table(group, "start")), *words]
        outside = sum(one[2] for one in expected.values())
        beginning = (
            f"Of {len(expected)} services shown, {outside or 'none'} {'differ' if outside > 1 else 'differs'} from"
        )
        assert chart.about.finding.startswith(beginning)


def shares_at(chart: Chart) -> Any:
    """The share at a height, as the axis of the chart names it."""
    (panel,) = chart.panels
    named = {
        one.text: one.y
        for one in panel.shapes
        if isinstance(one, Label) and one.text.endswith("%") and one.anchor == "end"
    }
    (low, first), *_, (high, last) = sorted((int(text[:-1]) / 100, y) for text, y in named.items())
    # Letters are drawn a third of their size below the line that they name.
    return lambda y: low + (y + 13 / 3 - first) / (last - first) * (high - low)


def test_the_funnel_as_drawn() -> None:
    for record, table, charts in workforce_charts():
        chart, expected = chart_of(charts, "stability"), points(record, table)
        everyone, share_at = stayers(table, EVERYONE), shares_at(chart)
        assert everyone
        shapes = chart.panels[0].shapes
        marks = sorted(
            (one for one in shapes if isinstance(one, Mark) and one.x > 30 and one.y < 200), key=lambda one: one.x
        )
        in_order = sorted(expected.values())
        assert len(marks) == len(in_order)
        # Two services give the scale across; all others have to be where it says.
        fewest, most = in_order[0][0], in_order[-1][0]
        left, right = marks[0].x, marks[-1].x
        assert most > fewest
        for mark, (number, *_) in zip(marks, in_order, strict=True):
            assert mark.x == pytest.approx(left + (number - fewest) / (most - fewest) * (right - left))
        drawn = sorted((round(one.x, 6), round(share_at(one.y), 9), one.form == "diamond") for one in marks)
        at = {number: round(left + (number - fewest) / (most - fewest) * (right - left), 6) for number, *_ in in_order}
        assert drawn == sorted((at[number], round(value, 9), outside) for number, value, outside in in_order)
        curves = [one for one in shapes if isinstance(one, Line) and len(one.points) > 5]
        assert len(curves) == 4
        for level, pair in ((0.998, curves[:2]), (0.95, curves[2:])):
            for edge, curve in enumerate(pair):
                for x, y in curve.points:
                    across = fewest + (x - left) / (right - left) * (most - fewest)
                    assert across == pytest.approx(round(across))
                    assert share_at(y) == pytest.approx(limits(round(across), everyone.value, level)[edge], abs=1e-9)
        assert any(
            isinstance(one, Line) and one.bold and share_at(one.points[0][1]) == pytest.approx(everyone.value)
            for one in shapes
        )


def yearly() -> list[Rate]:
    found = [leavers(table, EVERYONE) for table in tables()[1].values()]
    return [one for one in found if one]


def test_years() -> None:
    rates, chart = yearly(), newest("years")
    assert [row[1:] for row in chart.about.table.rows] == [
        [one.said, f"{one.part:,} of {floor(one.whole + 0.5):,}", one.interval_said] for one in rates
    ]
    _, low, high = usual([one.value for one in rates])
    outside = sum(not low <= one.value <= high for one in rates)
    assert chart.about.finding.startswith(
        f"The leaver rate was {rates[0].said} in the first of {len(rates)} periods, and is {rates[-1].said} in the last. "
        f"{outside or 'None'} of them {'lie' if outside > 1 else 'lies'} outside"
    )


def test_destinations() -> None:
    for _, table, charts in workforce_charts():
        counts = [table(EVERYONE, "left", one) for one in PLACES]
        chart = chart_of(charts, "destinations")
        assert [row[1] for row in chart.about.table.rows] == [said(one) for one in counts]
        most = max(one for one in counts if one is not None)
        assert chart.about.finding.endswith(f", {most} of {said(table(EVERYONE, 'left'))}.")
