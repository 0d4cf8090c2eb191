"""The page of workforce figures."""

from collections.abc import Sequence

from macros.figures.disclosure.limits import in_words
from macros.kinds import Service, WorkforceFigures
from macros.library.public import PublicLibrary
from macros.pages.charts.pictures import with_pictures
from macros.pages.charts.shapes import Chart
from macros.pages.parts import Item, KindView, fact, facts, items_for, section, sections
from macros.pages.workforce_charts import destinations_chart, network_rates, rates_table, stability_funnel, workforce_of
from macros.schema.durations import days_in_words


def view(record: WorkforceFigures, public: PublicLibrary) -> KindView:
    """The twelve months, the rates called what they are, and the charts."""
    workforce = workforce_of(record, public)
    about = facts(
        fact("Twelve months", days_in_words(record.starts, record.ends)),
        fact("Services", *items_for(public, Service.KIND, record.services)),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    above = sections(
        section("The network as a whole", "rates", network_rates(workforce)),
        section("What the figures show", "charts", charts(record, public)),
        section("How people are protected", "said", in_words(public.network.disclosure)),
    )
    return KindView(about, above=above)


def charts(record: WorkforceFigures, public: PublicLibrary) -> Sequence[Chart]:
    """The charts on the page of workforce figures."""
    return public.once(_charts, record, record.path)


def findings(record: WorkforceFigures, public: PublicLibrary) -> Sequence[Item]:
    """What the charts of workforce figures show, for the agenda of the meeting after it."""
    return [Item(chart.about.finding) for chart in charts(record, public) if chart.panels]


def _charts(record: WorkforceFigures, public: PublicLibrary) -> Sequence[Chart]:
    workforce = workforce_of(record, public)
    made = [rates_table(workforce, public), stability_funnel(workforce, public), destinations_chart(workforce)]
    return with_pictures(filter(None, made), f"{record.FOLDER}/{record.id}")
