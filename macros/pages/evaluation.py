"""The evaluation at a glance, for the chair to show: the latest survey and workforce figures, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.disclosure.limits import in_words
from macros.figures.survey import favourable
from macros.figures.table import EVERYONE
from macros.kinds import QuestionSet
from macros.library.public import PublicLibrary
from macros.pages.charts.pictures import with_pictures
from macros.pages.charts.shapes import Chart
from macros.pages.parts import Item, anchor, item_for, page_that_calls
from macros.pages.survey_charts import Survey, answers_chart, changes_chart, response_chart, survey_before, surveys
from macros.pages.workforce_charts import (
    Rate,
    destinations_chart,
    leaver_years,
    rates,
    rates_table,
    stability_funnel,
    workforces,
)

# The folder of the page's pictures.
FOLDER = "evaluation"
# So many questions with the fewest favourable answers are pointed out.
_POINTED_OUT = 3


@dataclass(frozen=True)
class Weakest:
    """A question with few favourable answers: its text, their share in words, and where to find what to try."""

    question: str
    share: str
    to_try: Item | None


@dataclass(frozen=True)
class Evaluation:
    """The page. `survey` and `workforce` link to the records that the figures are from; None if there are none yet."""

    survey: Item | None
    workforce: Item | None
    survey_charts: Sequence[Chart]
    workforce_charts: Sequence[Chart]
    rates: Sequence[Rate]
    weakest: Sequence[Weakest]
    limits: Sequence[str]
    question_sets: Sequence[Item]
    what_to_try: Item | None


def evaluation(public: PublicLibrary) -> Evaluation:
    """The latest figures; without any, only what a network needs for its first round."""
    survey = next(iter(surveys(public)), None)
    workforce = next(iter(workforces(public)), None)
    survey_charts, workforce_charts = evaluation_charts(public)
    return Evaluation(
        survey=item_for(survey.record) if survey else None,
        workforce=item_for(workforce.record) if workforce else None,
        survey_charts=survey_charts,
        workforce_charts=workforce_charts,
        rates=rates(workforce) if workforce else [],
        weakest=_weakest(survey, public) if survey else [],
        limits=in_words(public.network.disclosure),
        question_sets=[item_for(one) for one in public.all_of(QuestionSet).values() if one.may_be_copied],
        what_to_try=page_that_calls("what_to_try", public),
    )


def evaluation_charts(public: PublicLibrary) -> tuple[Sequence[Chart], Sequence[Chart]]:
    """The charts of the latest survey, and those of the latest workforce figures."""
    return public.once(_charts, None)


def _charts(_: None, public: PublicLibrary) -> tuple[Sequence[Chart], Sequence[Chart]]:
    survey = next(iter(surveys(public)), None)
    before = survey and survey_before(survey, public)
    workforce = next(iter(workforces(public)), None)
    of_survey: list[Chart | None] = []
    if survey:
        changed = changes_chart(survey, before) if before else None
        of_survey = [response_chart(survey, public), answers_chart(survey), changed]
    of_workforce: list[Chart | None] = []
    if workforce:
        drawn = [leaver_years(public), stability_funnel(workforce, public), destinations_chart(workforce)]
        of_workforce = [rates_table(workforce, public), *drawn]
    shown = [[one for one in with_pictures(charts, FOLDER) if one] for charts in (of_survey, of_workforce)]
    return shown[0], shown[1]


def _weakest(survey: Survey, public: PublicLibrary) -> list[Weakest]:
    """The questions with the fewest favourable answers, fewest first."""
    known = [
        (share, one) for one in survey.asked.items if (share := favourable(survey.cells, EVERYONE, one, survey.asked))
    ]
    known.sort(key=lambda one: one[0].value)
    page = page_that_calls("what_to_try", public)
    areas = public.network.words("hse_areas")
    return [
        Weakest(
            one.text,
            share.said,
            page.saying(f"What to try: {areas[one.area]}", f"#kb-{anchor(areas[one.area])}")
            if page and one.area
            else None,
        )
        for share, one in known[:_POINTED_OUT]
    ]
