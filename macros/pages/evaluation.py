"""The evaluation at a glance, for the chair to show: the latest survey and workforce figures, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.disclosure.limits import in_words
from macros.figures.survey import favourable
from macros.figures.table import EVERYONE
from macros.kinds import QuestionSet
from macros.library.public import PublicLibrary
from macros.pages import survey_round, workforce_figures
from macros.pages.charts.pictures import with_pictures
from macros.pages.charts.shapes import Chart
from macros.pages.parts import Item, anchor, item_for, page_that_calls
from macros.pages.survey_charts import Survey, surveys
from macros.pages.workforce_charts import Rate, leaver_years, network_rates, workforces

# The folder of the picture that is of no record.
FOLDER = "evaluation"
_NEXT_STEPS = (
    "Tell everyone who answered what you found and what happens next.",
    "Choose one or two things to try.",
    "Put them on the agenda of the next meeting, with who does what by when.",
    "Ask the same questions again in a year. A change after something was tried is no proof that it worked: other things changed too, and "
    "this is not a trial.",
)
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
    next_steps: Sequence[str]
    question_sets: Sequence[Item]
    what_to_try: Item | None
    collating: Item | None


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
        rates=network_rates(workforce) if workforce else [],
        weakest=weakest(survey, public) if survey else [],
        limits=in_words(public.network.disclosure),
        next_steps=_NEXT_STEPS,
        question_sets=[item_for(one) for one in public.all_of(QuestionSet).values() if one.may_be_copied],
        what_to_try=page_that_calls("what_to_try", public),
        collating=page_that_calls("collate_page", public),
    )


def evaluation_charts(public: PublicLibrary) -> tuple[Sequence[Chart], Sequence[Chart]]:
    """The charts of the latest survey, and those of the latest workforce figures."""
    return public.once(_charts, None)


def _charts(_: None, public: PublicLibrary) -> tuple[Sequence[Chart], Sequence[Chart]]:
    survey, workforce = next(iter(surveys(public)), None), next(iter(workforces(public)), None)
    of_survey = survey_round.charts(survey.record, public) if survey else []
    of_workforce = workforce_figures.charts(workforce.record, public) if workforce else []
    years = leaver_years(public)
    return of_survey, [*with_pictures([years] if years else [], FOLDER), *of_workforce]


def weakest(survey: Survey, public: PublicLibrary) -> list[Weakest]:
    """The questions with the fewest favourable answers, fewest first; none unless the share of every question is shown.

    A question that few people answered favourably is more often hidden, so a hidden one may well be the weakest.
    """
    asked = survey.asked
    shares = [(share, one) for one in asked.items if (share := favourable(survey.cells, EVERYONE, one, asked))]
    if len(shares) < len(asked.items):
        return []
    shares.sort(key=lambda one: one[0].value)
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
        for share, one in shares[:_POINTED_OUT]
    ]
