"""The pictures of charts, for slides."""

from collections.abc import Iterator
from functools import cache

from macros.kinds import SurveyRound, WorkforceFigures
from macros.library.public import PublicLibrary
from macros.outputs.chart_picture import MORE_PANELS, ONE_PANEL, ChartPainter
from macros.outputs.file import File
from macros.outputs.look import Look
from macros.pages import survey_round, workforce_figures
from macros.pages.charts.shapes import Chart
from macros.pages.evaluation import evaluation_charts


def chart_pictures(public: PublicLibrary, look: Look) -> Iterator[File]:
    """A picture of each chart that has one. Raises `FontsUnusable` if the site's fonts cannot be drawn with."""
    charts = {one.about.picture: one for one in _charts(public) if one.about.picture}
    painter = cache(lambda scale: ChartPainter(look, public.network.demonstration is not None, scale))
    for path, chart in charts.items():
        yield File(path, painter(MORE_PANELS if len(chart.panels) > 1 else ONE_PANEL).png(chart))


def _charts(public: PublicLibrary) -> Iterator[Chart]:
    for charts in evaluation_charts(public):
        yield from charts
    for survey in public.all_of(SurveyRound).values():
        yield from survey_round.charts(survey, public)
    for workforce in public.all_of(WorkforceFigures).values():
        yield from workforce_figures.charts(workforce, public)
