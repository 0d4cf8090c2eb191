"""The pages with figures, and what they say to do without any. Their numbers: test_published_survey_numbers.py."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from macros.figures.survey import scale_of
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import Initiative, Service, WorkforceFigures
from macros.kinds.survey_round import ANSWERED
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.pages.charts.shapes import Chart
from macros.pages.evaluation import evaluation, evaluation_charts, weakest
from macros.pages.lists import list_page
from macros.pages.service_figures import figure_sections
from macros.pages.survey_charts import Survey, answers_chart, surveys
from macros.pages.what_to_try import what_to_try
from macros.pages.workforce_charts import Workforce, leaving_in_words
from macros.schema.protected import HIDDEN as HIDDEN_CELL
from macros.schema.protected import Cell
from tests.support.project import ROOT, TODAY
from tests.support.rendering import renderer
from tests.support.sample import demonstration


def chart(name: str) -> Chart:
    (found,) = [one for charts in evaluation_charts(demonstration()) for one in charts if one.about.name == name]
    return found


def rows(name: str) -> dict[str, Sequence[str]]:
    return {row[0]: row[1:] for row in chart(name).about.table.rows}


def test_services_are_in_the_order_of_the_alphabet_and_never_of_their_figures() -> None:
    for name in ("response-rates", "leaver-rates", "stability"):
        names = [row[0] for row in chart(name).about.table.rows if row[0] not in ("Everyone", "The network")]
        assert names == sorted(names)
        assert len(names) > 5


def all_shown() -> Survey:
    """The latest survey with made-up answers of 100 people to every question, each question with fewer in favour than the next."""
    survey = surveys(demonstration())[0]
    cells: dict[Entry, Cell] = {}
    for place, question in enumerate(survey.asked.items, start=1):
        best = scale_of(question, survey.asked)[-1]
        cells |= {Entry(EVERYONE, question.id, one.id): 0 for one in survey.asked.scale}
        cells |= {Entry(EVERYONE, question.id, best): 5 * place, Entry(EVERYONE, question.id, ANSWERED): 100}
    return replace(survey, cells=cells)


def test_the_questions_to_start_with_are_those_with_the_fewest_favourable_answers() -> None:
    survey = all_shown()
    assert [one.question for one in weakest(survey, demonstration())] == [one.text for one in survey.asked.items[:3]]


def test_no_question_to_start_with_is_named_while_a_weaker_one_may_be_hidden() -> None:
    survey = all_shown()
    for question in survey.asked.items:
        best = Entry(EVERYONE, question.id, scale_of(question, survey.asked)[-1])
        hidden = replace(survey, cells={**survey.cells, best: HIDDEN_CELL})
        assert not weakest(hidden, demonstration())


def test_a_finding_says_how_many_questions_it_leaves_out_and_that_the_rest_look_better() -> None:
    survey = all_shown()
    chart = answers_chart(survey)
    assert chart is not None
    assert "favourable answer to 4 of 14 questions." in chart.about.finding
    assert "looks better" not in chart.about.finding
    best = Entry(EVERYONE, survey.asked.items[0].id, scale_of(survey.asked.items[0], survey.asked)[-1])
    chart = answers_chart(replace(survey, cells={**survey.cells, best: HIDDEN_CELL}))
    assert chart is not None
    assert "4 of the 13 questions that can be shown (14 were asked). Questions with few" in chart.about.finding


def test_every_figure_of_the_demonstration_says_that_it_is_made_up() -> None:
    html = renderer(made_up=True).render("evaluation.html.j2", "evaluation/", page=evaluation(demonstration()))
    assert html.count("<figure") == html.count("Made-up figures") > 5


def test_a_service_sees_its_own_figures_or_why_not() -> None:
    public = demonstration()
    for one in public.all_of(Service).values():
        titles = [section.title for section in figure_sections(one, public)]
        assert ("What people here said" in titles) == one.active
        assert ("Who stays and who leaves here" in titles) == one.active
    (own,) = figure_sections(public.all_of(Service)["apricot"], public)[0].content
    assert "the 10 questions that can be shown (14 were asked). Questions with few favourable" in own.about.finding
    small = figure_sections(public.all_of(Service)["nectarine"], public)
    assert any(section.part == "hidden" and section.content[0].startswith("Too few") for section in small)


def test_a_rate_that_chance_would_not_give_is_said_to_differ() -> None:
    service = Group(Whose.SERVICE, "apricot")
    counts = {EVERYONE: (1000, 100), service: (100, 40)}
    cells = {
        Entry(group, measure): left if measure == "left" else people
        for group, (people, left) in counts.items()
        for measure in ("start", "end", "left")
    }
    record = demonstration().all_of(WorkforceFigures)["2025-26"]
    said = leaving_in_words(Workforce(record, cells), service)
    assert said.startswith("In these twelve months, 40% of the people here left the network.")
    assert (
        "so it differs from the network as a whole (10%) by more than chance alone would give, but it does not say why"
        in said
    )
    assert leaving_in_words(Workforce(record, {}), service) == ""


def test_the_rates_of_a_service_stand_beside_the_same_rates_of_all() -> None:
    public = demonstration()
    sections = {one.title: one for one in figure_sections(public.all_of(Service)["apricot"], public)}
    source = sections["Who stays and who leaves here"].source
    assert source is not None
    assert source.text == "Workforce, 1 October 2025 to 30 September 2026"
    meaning, rates = sections["Who stays and who leaves here"].content
    assert meaning == (
        "In these twelve months, 15% of the people here left the network. Chance and rounding alone could make that 8% to 25%, so it does "
        "not show that this service differs from the network as a whole (15%), and it does not say why people left."
    )
    assert [one.name for one in rates] == [
        "Leaver rate (left the network, this service)",
        "Leaver rate (left the network, all services)",
        "Stability index (stayed in the network, this service)",
        "Stability index (stayed in the network, all services)",
        "Leaver rate (left this service, also for another one of the network)",
        "Stability index (stayed in this service)",
    ]
    ours, all_ = (rows("leaver-rates")[one] for one in ("Apricot", "The network"))
    shown = [f"{one.value} ({one.interval})" for one in rates]
    assert [shown[place] for place in (0, 1, 4)] == [ours[1], all_[1], ours[2]]


def test_what_was_taken_up_between_two_rounds_is_no_trial() -> None:
    public = demonstration()
    sections = {one.title: one for one in figure_sections(public.all_of(Service)["apricot"], public)}
    taken_up, note = sections["Taken up in between"].content
    assert [one.text for one in taken_up] == ["Five minutes to land before the meeting"]
    assert note.startswith("This is no trial.")
    assert "before-and-after" in sections["Before and after"].anchor
    (changed,) = sections["Before and after"].content
    assert f"in none of the {len(changed.about.table.rows)} questions shown both times." in changed.about.finding


@pytest.fixture
def nothing_yet(tmp_path: Path) -> PublicLibrary:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return PublicLibrary.of(read_library(tmp_path), TODAY)


def test_a_network_without_figures_is_told_how_to_get_them(nothing_yet: PublicLibrary) -> None:
    html = renderer().render("evaluation.html.j2", "evaluation/", page=evaluation(nothing_yet))
    assert "How to run the first round" in html
    assert 'href="../question-sets/working-life/"' in html
    assert 'href="../evaluation/what-to-try/"' in html
    assert "<figure" not in html


def test_a_list_without_figures_leads_to_what_to_do_and_not_to_an_empty_file(nothing_yet: PublicLibrary) -> None:
    page = list_page("workforce_figures", nothing_yet)
    html = renderer(main_pages=nothing_yet.main_pages).render(
        "listings.html.j2", "workforce/", page=page, how_to_add="evaluation/count-leavers.md"
    )
    assert '<a href="../evaluation/count-leavers/">Add the first one</a>' in html


def test_what_to_try_has_every_area_with_the_best_evidence_first() -> None:
    public = demonstration()
    areas = what_to_try(public)
    assert [one.label for one in areas] == [*public.network.words("hse_areas").values()]
    for area in areas:
        strengths = [one.strength for one in area.options]
        assert strengths == sorted(strengths, reverse=True)
    stopped = {one.title for one in public.all_of(Initiative).values() if one.stage.value == "stopped"}
    assert stopped.isdisjoint(one.initiative.title for area in areas for one in area.options)
