"""The figures of one service beside those of everyone, where they may be shown, and why not where they may not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from macros.figures.survey import favourable
from macros.figures.table import EVERYONE, Group, Whose
from macros.kinds import Initiative, Service
from macros.library.public import PublicLibrary
from macros.pages.charts.beside import Pair, beside_chart
from macros.pages.charts.shapes import About, Chart, Table
from macros.pages.parts import Item, PageSection, item_for, section, sections
from macros.pages.survey_charts import (
    HIDDEN,
    Survey,
    changes_chart,
    of_questions,
    survey_before,
    surveys,
    warning_if_hidden,
)
from macros.pages.workforce_charts import leaving_in_words, service_rates, stability_funnel, workforces
from macros.schema.durations import month_number
from macros.schema.types import Month

# Why a service sees nothing of its own.
_TOO_FEW = "Too few people in this service gave the same answer to show its answers. They count in those of everyone: "
_NO_RATES = "Too few people left this service to show its rates. They count in those of the network: "
_NO_TRIAL = (
    "This is no trial. Whatever changed may have changed anyway: people came and went, others answered, and other things happened in "
    "between."
)


def figure_sections(record: Service, public: PublicLibrary) -> list[PageSection]:
    """What people in the service said, what changed, and its rates, from the latest records that it is in."""
    group = Group(Whose.SERVICE, record.id)
    survey = next((one for one in surveys(public) if record.id in one.record.services), None)
    workforce = next((one for one in workforces(public) if record.id in one.record.services), None)
    found: list[PageSection | None] = []
    if survey:
        chart = _beside(survey, group)
        found.append(
            section("What people here said", "charts", [chart], source=item_for(survey.record))
            if chart
            else section("What people here said", "hidden", (_TOO_FEW, item_for(survey.record)))
        )
        found += _before_and_after(record, survey, group, public)
    if workforce:
        own = service_rates(workforce, group)
        found.append(
            section(
                "Who stays and who leaves here",
                "own_rates",
                (leaving_in_words(workforce, group), own),
                source=item_for(workforce.record),
            )
            if own
            else section("Who stays and who leaves here", "hidden", (_NO_RATES, item_for(workforce.record)))
        )
        funnel = stability_funnel(workforce, public, own=record.id)
        found.append(section("This service among all", "charts", [funnel] if funnel else None))
    return sections(*found)


def _beside(survey: Survey, group: Group) -> Chart | None:
    pairs, rows = [], []
    for question in survey.asked.items:
        own, all_ = (favourable(survey.cells, one, question, survey.asked) for one in (group, EVERYONE))
        of_all = all_.said if all_ else HIDDEN
        rows.append([question.text, own.said if own else HIDDEN, own.interval_said if own else "–", of_all])
        if own:
            pairs.append(Pair(question.text, own.value, own.interval, all_.value if all_ else None))
    if not pairs:
        return None
    apart = sum(one.everyone is not None and one.everyone not in one.interval for one in pairs)
    finding = (
        f"Favourable answers in “{survey.record.title}”. This service differs from everyone by more than chance alone would give in "
        f"{apart or 'none'} of {of_questions(len(pairs), len(rows))}.{warning_if_hidden(len(pairs), len(rows))} "
        "The answers do not say why."
    )
    table = Table("Favourable answers", ["Question", "This service", "95% interval", "Everyone"], rows)
    return beside_chart(About("own-answers", "This service and everyone", finding, table), pairs)


def _before_and_after(record: Service, survey: Survey, group: Group, public: PublicLibrary) -> list[PageSection | None]:
    before = survey_before(survey, public)
    taken_up = _begun_between(record, before.record.closed, survey.record.opened, public) if before else []
    chart = changes_chart(survey, before, group, " here") if before and taken_up else None
    if chart is None:
        return []
    return [
        section("Before and after", "charts", [chart]),
        section("Taken up in between", "links_with_note", (taken_up, _NO_TRIAL)),
    ]


def _begun_between(record: Service, start: date, end: date, public: PublicLibrary) -> Sequence[Item]:
    """The initiatives that the service began or took up in the months from `start` to `end`."""
    months = range(month_number(start), month_number(end) + 1)
    found = []
    for one in public.linking_to(record, Initiative, "services", "adopted_by"):
        took_up = (adoption.since for adoption in one.adopted_by if adoption.service == record.id)
        since = one.started if record.id in one.services else next(took_up)
        if isinstance(since, date | Month) and month_number(since) in months:
            found.append(item_for(one))
    return found
