"""Charts: what may not be shown looks the same whatever it is, and everything fits on a phone and on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree

from macros.figures.funnel import funnel_limits
from macros.figures.intervals import Interval, change_interval
from macros.figures.xmr import xmr_limits
from macros.outputs.chart_picture import ChartPainter
from macros.outputs.look import read_look
from macros.pages.charts.bars import Bar, bar_chart
from macros.pages.charts.changes import Change, change_chart
from macros.pages.charts.diverging import Answers, diverging_bars
from macros.pages.charts.funnel_plot import Group, funnel_plot
from macros.pages.charts.shapes import WIDTH, About, Box, Chart, Label, Line, Mark, Shape, Table
from macros.pages.charts.xmr_chart import xmr_chart
from tests.support.cases import for_each
from tests.support.project import ROOT
from tests.support.rendering import renderer

NAMES = ["Plum", "W" * 80, "The talking therapies service for everyone who lives along the river", *map(str, range(50))]
OPTIONS = ["Never", "Rarely", "Sometimes", "Often", "Always"]
TABLE = Table("Numbers", ["Service", "Number"], [["Plum", "40"]])
ABOUT = About("chart", "A title", "A finding.", TABLE)
# The height of the part of a sheet of A4 that a chart as wide as a sheet leaves for its panels.
SHEET = 400


def charts(number: int) -> list[Chart]:
    names = NAMES[:number]
    shares = [0.2, None, 0.3, 0.4, 0.05]
    said = ["20%", "fewer than 8", "30%", "40%", "under 5%"]
    made = [
        bar_chart(ABOUT, bars=[Bar(name, 0.8, "80% (40 of 50)") for name in names]),
        bar_chart(ABOUT, bars=[Bar(name, None, "fewer than 8") for name in names], of_whole=False),
        diverging_bars(ABOUT, options=OPTIONS, questions=[Answers(name, shares, said) for name in names]),
        change_chart(ABOUT, changes=[Change(name, 0.1, Interval(-0.3, 0.5), "a bit") for name in names]),
    ]
    if names:
        groups = [Group(name, 12 + place, 0.75, name == "Plum") for place, name in enumerate(names)]
        periods = [(f"Mar {2000 + place}", place / 100) for place in range(number)]
        limits = xmr_limits([share for _, share in periods])
        made += [
            funnel_plot(ABOUT, groups=groups, share=0.75, across="headcount"),
            xmr_chart(ABOUT, periods=periods, limits=limits),
        ]
    return made


def across(shape: Shape) -> list[float]:
    """From where to where a shape reaches, as far as that can be known without drawing it."""
    if isinstance(shape, Box):
        return [shape.x, shape.x + shape.width]
    if isinstance(shape, Line):
        return [x for x, _ in shape.points]
    # Letters are about half as wide as they are high.
    width = len(shape.text) * 6.5 if isinstance(shape, Label) else 8
    anchor = shape.anchor if isinstance(shape, Label) else "middle"
    return {
        "start": [shape.x, shape.x + width],
        "middle": [shape.x - width / 2, shape.x + width / 2],
        "end": [shape.x - width, shape.x],
    }[anchor]


@for_each("number", [0, 1, 3, 12, 50])
def test_everything_stays_inside(number: int) -> None:
    for chart in charts(number):
        for panel in chart.panels:
            assert panel.height <= SHEET
            ends = [end for shape in panel.shapes for end in across(shape)]
            assert min(ends) >= -1
            assert max(ends) <= WIDTH + 1


@for_each("number", [0, 1, 50])
def test_a_chart_is_markup_that_says_what_it_shows(number: int) -> None:
    for chart in charts(number):
        html = renderer().render("charts.html.j2", "evaluation/", charts=[chart], made_up=number == 1)
        figure = etree.fromstring(html.strip())
        assert ("Made-up figures" in html) == (number == 1)
        drawings = figure.findall(".//svg")
        assert len(drawings) == len(chart.panels)
        assert bool(drawings) == bool(number)
        for drawing in drawings[:1]:
            assert drawing.get("role") == "img"
            said = [figure.find(f".//*[@id='{one}']").text for one in drawing.get("aria-labelledby").split()]
            assert said == ["A title", "A finding."]
        assert all(drawing.get("aria-hidden") == "true" for drawing in drawings[1:])
        assert not figure.xpath("//@style")
        assert [one.text for one in figure.findall(".//tbody//th")] == ["Plum"]


def answer_boxes(shares: Sequence[float | None]) -> list[Box]:
    question = [Answers("Question", shares, [""] * len(shares))]
    chart = diverging_bars(ABOUT, options=OPTIONS[: len(shares)], questions=question)
    boxes = [shape for shape in chart.panels[0].shapes if isinstance(shape, Box)]
    # The key has a box for each option, and one for what is hidden.
    return boxes[len(shares) + 1 :]


def test_the_neutral_answer_lies_across_the_line() -> None:
    boxes = answer_boxes([0.1, 0.2, 0.4, 0.2, 0.1])
    assert boxes[2].x + boxes[2].width / 2 == pytest.approx(WIDTH / 2)
    assert [round(box.width / WIDTH, 3) for box in boxes] == [0.1, 0.2, 0.4, 0.2, 0.1]


def test_without_a_neutral_answer_the_line_is_between_two() -> None:
    boxes = answer_boxes([0.25, 0.25, 0.25, 0.25])
    assert boxes[2].x == pytest.approx(WIDTH / 2)


def test_an_answer_keeps_its_colour_where_it_is_the_worst() -> None:
    questions = [Answers("Question", [0.2] * 5, [""] * 5, is_reversed) for is_reversed in (False, True)]
    boxes = [one for one in diverging_bars(ABOUT, OPTIONS, questions).panels[0].shapes if isinstance(one, Box)]
    key, plain, turned = boxes[:5], boxes[6:11], boxes[11:]
    assert [one.ink for one in plain] == [one.ink for one in key]
    assert [one.ink for one in turned] == [one.ink for one in reversed(key)]


def test_panels_are_about_equally_high() -> None:
    panels = bar_chart(ABOUT, bars=[Bar(str(place), 0.5, "50%") for place in range(11)]).panels
    assert len(panels) == 2
    assert abs(panels[0].height - panels[1].height) < SHEET / 8


def test_a_hidden_answer_is_as_wide_whatever_it_is() -> None:
    few, many = answer_boxes([0.9, None, 0.1, 0, 0]), answer_boxes([0.3, None, 0.2, 0.3, 0.2])
    assert few[1].width == many[1].width > 0


def marks(chart: Chart) -> list[Mark]:
    # The key of a funnel plot ends with one mark of each form.
    return [shape for panel in chart.panels for shape in panel.shapes if isinstance(shape, Mark)]


def test_a_service_outside_the_funnel_has_another_form() -> None:
    limits = funnel_limits(20, 0.75)
    groups = [Group("in", 20, limits.low), Group("out", 20, limits.low - 0.01, is_own=True)]
    inside, outside, *key = marks(funnel_plot(ABOUT, groups=groups, share=0.75, across=""))
    assert (inside.form, outside.form) == ("dot", "diamond")
    assert [mark.form for mark in key] == ["dot", "diamond"]


def test_a_change_that_chance_would_give_has_another_form() -> None:
    changes = [
        Change(name, 0, change_interval((20, 40), (part, 40)), "") for name, part in (("chance", 22), ("more", 38))
    ]
    assert [mark.form for mark in marks(change_chart(ABOUT, changes=changes))] == ["ring", "diamond"]


def test_a_period_outside_the_usual_has_another_form() -> None:
    periods = [(str(place), share) for place, share in enumerate([0.1, 0.11] * 5 + [0.5])]
    limits = xmr_limits([share for _, share in periods[:-1]])
    forms = [mark.form for mark in marks(xmr_chart(ABOUT, periods=periods, limits=limits))]
    assert forms == ["dot"] * 10 + ["diamond"]


def test_pictures_for_slides_are_drawn_in_the_look_of_the_site() -> None:
    painter = ChartPainter(read_look(Path(ROOT / "theme/assets")), made_up=True)
    for chart in charts(3):
        picture = painter.png(chart)
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 300_000


def test_an_axis_counts_whole_people() -> None:
    plot = funnel_plot(ABOUT, groups=[Group("one", 52, 0.7)], share=0.8, across="people")
    named = [shape.text for shape in plot.panels[0].shapes if isinstance(shape, Label)]
    assert {"51", "52", "53"} <= set(named)
    assert not [text for text in named if text.replace(".", "").isdigit() and "." in text]
