"""The page of a survey round."""

from collections.abc import Sequence

from macros.figures.disclosure.limits import in_words
from macros.kinds import Service, SurveyRound
from macros.library.public import PublicLibrary
from macros.pages.charts.pictures import with_pictures
from macros.pages.charts.shapes import Chart
from macros.pages.parts import Item, KindView, fact, facts, item_for, items_for, page_that_calls, section, sections
from macros.pages.survey_charts import answers_chart, changes_chart, response_chart, survey_before, survey_of
from macros.schema.durations import days_in_words


def view(record: SurveyRound, public: PublicLibrary) -> KindView:
    """When it was, what was asked, and the charts."""
    survey = survey_of(record, public)
    about = facts(
        fact("Answers were taken", days_in_words(record.opened, record.closed)),
        fact("Questions", item_for(survey.asked) if survey else record.question_set),
        fact("Services asked", *items_for(public, Service.KIND, record.services)),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    above = sections(
        section("What people said", "charts", charts(record, public)),
        section("What to do with these figures", "links", _to_do(public)),
        section("How people are protected", "said", in_words(public.network.disclosure)),
    )
    return KindView(about, above=above)


def charts(record: SurveyRound, public: PublicLibrary) -> Sequence[Chart]:
    """The charts on the page of a round."""
    return public.once(_charts, record, record.path)


def findings(record: SurveyRound, public: PublicLibrary) -> Sequence[Item]:
    """What the charts of a round show, for the agenda of the meeting after it."""
    return [Item(chart.about.finding) for chart in charts(record, public) if chart.panels and chart.about.finding]


def _charts(record: SurveyRound, public: PublicLibrary) -> Sequence[Chart]:
    survey = survey_of(record, public)
    if survey is None:
        return []
    before = survey_before(survey, public)
    made = [response_chart(survey, public), answers_chart(survey), changes_chart(survey, before) if before else None]
    return with_pictures(filter(None, made), f"{record.FOLDER}/{record.id}")


def _to_do(public: PublicLibrary) -> list[Item]:
    pages = (page_that_calls(macro, public) for macro in ("what_to_try", "evaluation"))
    return [page for page in pages if page]
