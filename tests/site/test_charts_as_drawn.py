"""Every length and place in every published chart of the demonstration stands for the number that the people of the sample give.

The SVG is read back through the axes that it shows. tests/site/test_published_survey_numbers.py does the same for words and tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from macros.figures.table import EVERYONE, Group, Whose
from tests.support.building import Site
from tests.support.counted_again import (
    Rate,
    Table,
    change_of,
    favourable,
    groups,
    leavers,
    limits,
    questions,
    records,
    stayers,
    tables,
    usual,
)
from tests.support.drawn import Drawn, Row, Shape, drawn_on

PLACES = ("left-nhs", "another-service", "training", "other", "not-known")
# As much as the digits in the SVG are worth.
NEAR = 0.0004
Offence = tuple[str, Any, Any]


def apart(what: str, drawn: float | None, counted: float | None) -> Iterator[Offence]:
    if (drawn is None) != (counted is None) or (
        drawn is not None and counted is not None and abs(drawn - counted) > NEAR
    ):
        yield what, drawn, counted


def unlike(what: str, drawn: Any, expected: Any) -> Iterator[Offence]:
    if drawn != expected:
        yield what, drawn, expected


def squeezed(text: str) -> str:
    """A text without its spaces: lines end also after hyphens."""
    return "".join(text.split())


def named(chart: Drawn, expected: Sequence[str]) -> Iterator[Offence]:
    yield from unlike("rows", [squeezed(one.text) for one in chart.rows], [squeezed(one) for one in expected])


def bars_of(row: Row) -> tuple[Shape | None, Shape | None]:
    """The full length and the bar of a row, None for one that is hidden."""
    whole, bar = row.all_of("box", "kb-ink-surface-quiet"), row.all_of("box", "kb-ink-initiative")
    return (whole[0] if whole else None), (bar[0] if bar else None)


def response_rates(chart: Drawn) -> Iterator[Offence]:
    record, table, _ = about(chart)
    all_groups = [("Everyone", EVERYONE), *groups(record)]
    yield from named(chart, [title for title, _ in all_groups])
    for row, (title, group) in zip(chart.rows, all_groups, strict=False):
        asked, answered = table(group, "", "asked"), table(group, "", "answered")
        whole, bar = bars_of(row)
        drawn = bar.width / whole.width if bar and whole and bar.x == whole.x else None
        yield from apart(title, drawn, Rate(answered, asked).value if asked and answered else None)


def destinations(chart: Drawn) -> Iterator[Offence]:
    _, table, _ = about(chart)
    counts = [table(EVERYONE, "left", one) for one in PLACES]
    most = max(one for one in counts if one is not None)
    bars = [bars_of(row)[1] for row in chart.rows]
    longest = max(one.width for one in bars if one)
    yield from unlike("rows", len(bars), len(counts))
    for row, bar, count in zip(chart.rows, bars, counts, strict=False):
        yield from apart(row.text, bar.width / longest if bar else None, count / most if count is not None else None)


def answers(chart: Drawn) -> Iterator[Offence]:
    _, table, group = about(chart)
    scale = questions().scale
    inks = [one.looks for one in chart.head.all_of("box")[: len(scale)]]
    yield from unlike("key", [one.text for one in chart.head.all_of("text")[: len(scale)]], [one.text for one in scale])
    lengths, shares = list[float](), list[float]()
    shown = []
    for question in questions().items:
        base = table(group, question.id, "answered")
        parts = [table(group, question.id, one.id) for one in (scale[::-1] if question.reversed else scale)]
        values = [None if part is None or not base else Rate(part, base).value for part in parts]
        if any(value is not None for value in values):
            shown.append((question, values))
    yield from named(chart, [question.text for question, _ in shown])
    middles = set[float]()
    for row, (question, values) in zip(chart.rows, shown, strict=False):
        boxes = row.all_of("box")
        hidden = [place for place, value in enumerate(values) if value is None]
        looks = [place for place, box in enumerate(boxes) if "kb-ink-surface" in box.looks]
        yield from unlike(f"hidden: {question.text}", looks, hidden)
        in_order = inks[::-1] if question.reversed else inks
        for place, (box, value) in enumerate(zip(boxes, values, strict=True)):
            if value is not None:
                lengths.append(box.width)
                shares.append(value)
                yield from unlike(f"colour: {question.text}", box.looks, in_order[place])
            if place:
                yield from apart(
                    f"gap: {question.text}", (box.x - boxes[place - 1].x - boxes[place - 1].width) / 320, 0
                )
        [line] = {one.x for one in row.all_of("line", "kb-plot__bold")}
        neutral = boxes[len(boxes) // 2]
        yield from apart(f"middle: {question.text}", (neutral.x + neutral.width / 2) / 320, line / 320)
        middles.add(line)
    yield from unlike("one line in the middle", len(middles), 1)
    for length, share in zip(lengths, shares, strict=True):
        yield from apart("length", length / sum(lengths) * sum(shares), share)


def interval_of(chart: Drawn, row: Row) -> tuple[float, float]:
    [ends] = [(one.x, one.end) for one in row.all_of("line", "kb-ink-text") if one.end - one.x > 1]
    return chart.across(ends[0]), chart.across(ends[1])


def changes(chart: Drawn) -> Iterator[Offence]:
    _, new, group = about(chart)
    rounds = [*tables()[0].values()]
    old = rounds[rounds.index(new) - 1]
    pairs = [(one.text, favourable(old, group, one), favourable(new, group, one)) for one in questions().items]
    shown = [(text, before, after) for text, before, after in pairs if before and after]
    yield from named(chart, [text for text, *_ in shown])
    for row, (text, before, after) in zip(chart.rows, shown, strict=False):
        low, high = change_of(before, after)
        [mark] = row.all_of("mark")
        yield from apart(text, chart.across(mark.x), after.value - before.value)
        for what, drawn, counted in zip(("low", "high"), interval_of(chart, row), (low, high), strict=True):
            yield from apart(f"{what}: {text}", drawn, counted)
        yield from unlike(f"form: {text}", "kb-plot__ring" in mark.looks, low <= 0 <= high)
        [zero] = row.all_of("line", "kb-plot__bold")
        yield from apart(f"line: {text}", chart.across(zero.x), 0)


def own_answers(chart: Drawn) -> Iterator[Offence]:
    _, table, group = about(chart)
    rates = [(one.text, favourable(table, group, one), favourable(table, EVERYONE, one)) for one in questions().items]
    shown = [(text, own, everyone) for text, own, everyone in rates if own]
    yield from named(chart, [text for text, *_ in shown])
    for row, (text, own, everyone) in zip(chart.rows, shown, strict=False):
        [mark], rings = row.all_of("mark", "diamond"), row.all_of("mark", "kb-plot__ring")
        yield from apart(text, chart.across(mark.x), own.value)
        yield from apart(
            f"everyone: {text}", chart.across(rings[0].x) if rings else None, everyone.value if everyone else None
        )
        for what, drawn, counted in zip(("low", "high"), interval_of(chart, row), own.interval, strict=True):
            yield from apart(f"{what}: {text}", drawn, counted)


def years(chart: Drawn) -> Iterator[Offence]:
    rates = [rate for table in tables()[1].values() if (rate := leavers(table, EVERYONE))]
    values = [one.value for one in rates]
    mean, low, high = usual(values)
    marks = [one for one in chart.shapes if one.what == "mark"]
    yield from unlike("periods", len(marks), len(values))
    yield from unlike("in order", [one.x for one in marks], sorted(one.x for one in marks))
    for mark, value in zip(marks, values, strict=False):
        yield from apart("period", chart.up(mark.y), value)
        yield from unlike("form", "diamond" in mark.looks, not low <= value <= high)
    # The key is below the axes.
    lines = [one for one in chart.shapes if one.what == "line" and one.y < 200 and one.end - one.x > 100]
    for look, expected in (("kb-plot__bold", [mean]), ("kb-plot__dashed", [min(1, high), max(0, low)])):
        drawn = sorted((chart.up(one.y) for one in lines if look in one.looks), reverse=True)
        yield from unlike(look, len(drawn), len(expected))
        for one, value in zip(drawn, expected, strict=False):
            yield from apart(look, one, value)


def stability(chart: Drawn) -> Iterator[Offence]:
    record, table, group = about(chart)
    everyone = stayers(table, EVERYONE)
    assert everyone
    expected = []
    for title, one in groups(record):
        if rate := stayers(table, one):
            low, high = limits(round(rate.whole), everyone.value)
            expected.append((round(rate.whole), rate.value, not low <= rate.value <= high, one == group, title))
    marks = [one for one in chart.shapes if one.what == "mark" and one.y <= 200 and one.x > 30]
    axis = [one for one in chart.shapes if one.what == "text" and one.text.isdigit()]
    (first, fewest), *_, (last, most) = sorted((one.x, int(one.text)) for one in axis)
    drawn = [
        (
            fewest + (one.x - first) / (last - first) * (most - fewest),
            chart.up(one.y),
            "diamond" in one.looks,
            "kb-ink-initiative" in one.looks,
        )
        for one in marks
    ]
    yield from unlike("services", len(drawn), len(expected))
    in_order = [sorted(drawn, key=lambda one: (round(one[0]), one[1])), sorted(expected)]
    for one, (number, share, outside, is_own, title) in zip(*in_order, strict=False):
        # People are drawn to half a person.
        yield from unlike(f"people: {title}", abs(one[0] - number) < 0.5, True)
        yield from apart(title, one[1], share)
        yield from unlike(f"form: {title}", one[2:], (outside, is_own))
    [level] = [one for one in chart.shapes if one.what == "line" and "kb-plot__bold" in one.looks and one.y < 200]
    yield from apart("all together", chart.up(level.y), everyone.value)


def about(chart: Drawn) -> tuple[Any, Table, Group]:
    """The record whose numbers a chart shows, its true counts, and the group that the page is about."""
    folder, _, rest = chart.page.partition("/")
    found = tables()[0 if chart.kind in ("response-rates", "answers", "changes", "own-answers") else 1]
    name = rest.strip("/") if folder in ("survey-rounds", "workforce") else [*found][-1]
    group = Group(Whose.SERVICE, rest.strip("/")) if folder == "services" else EVERYONE
    return records()[name], found[name], group


CHECKS: dict[str, Callable[[Drawn], Iterator[Offence]]] = {
    "response-rates": response_rates,
    "answers": answers,
    "changes": changes,
    "own-answers": own_answers,
    "years": years,
    "stability": stability,
    "destinations": destinations,
}


def test_every_length_and_place_is_counted_again(demo: Site) -> None:
    charts = [chart for page in demo.pages for chart in drawn_on(page)]
    assert {chart.kind for chart in charts} == {*CHECKS}
    assert {chart.page.partition("/")[0] for chart in charts} == {
        "evaluation",
        "services",
        "survey-rounds",
        "workforce",
    }
    offences = [
        f"{chart}: {what}: drawn {drawn}, counted {counted}"
        for chart in charts
        for what, drawn, counted in CHECKS[chart.kind](chart)
    ]
    assert offences == []
