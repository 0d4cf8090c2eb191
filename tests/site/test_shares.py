"""Shares of published counts: said no more exactly than they are published, with an interval that holds the true one."""

from __future__ import annotations

import random

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from macros.figures.share import Share, ShareChange
from macros.figures.survey import favourable, response
from macros.figures.table import EVERYONE, Cells, Entry, Group, Whose
from macros.figures.workforce import LEFT_NETWORK, LEFT_SERVICE, least_stability, leaver_share
from macros.kinds import AnswerOption, QuestionSet, SurveyQuestion
from macros.schema.protected import HIDDEN, Cell
from tests.support.cases import for_each


def rounded(number: int) -> int:
    return 5 * round(number / 5)


@for_each(
    ("part", "whole", "said", "drawn"),
    [(40, 50, "80%", 0.8), (50, 50, "over 95%", 0.975), (10, 500, "under 5%", 0.025), (55, 50, "over 95%", 0.975)],
)
def test_nobody_reads_that_all_or_none_answered_the_same(part: int, whole: int, said: str, drawn: float) -> None:
    share = Share(part, whole)
    assert (share.said, share.value) == (said, drawn)


def test_the_interval_holds_that_of_the_true_counts() -> None:
    invent = random.Random(15)
    for _ in range(300):
        whole = invent.randint(11, 400)
        part = invent.randint(8, whole) if whole > 8 else 8
        published = Share(rounded(part), rounded(whole)).interval
        low, high = proportion_confint(part, whole, 0.05, method="wilson")
        assert published.low <= low + 1e-9, (part, whole)
        assert published.high >= high - 1e-9, (part, whole)


def test_the_interval_of_a_change_holds_that_of_the_true_counts() -> None:
    invent = random.Random(15)
    for _ in range(300):
        (old, old_whole), (new, new_whole) = (
            (invent.randint(8, whole), whole) for whole in (invent.randint(11, 300), invent.randint(11, 300))
        )
        change = ShareChange(Share(rounded(old), rounded(old_whole)), Share(rounded(new), rounded(new_whole)))
        low, high = confint_proportions_2indep(new, new_whole, old, old_whole, method="newcomb", compare="diff")
        assert change.interval.low <= low + 1e-9
        assert change.interval.high >= high - 1e-9


def test_a_change_says_what_chance_has_to_do_with_it() -> None:
    assert ShareChange(Share(20, 40), Share(25, 40)).said.endswith(", may be chance")
    more = ShareChange(Share(100, 400), Share(300, 400)).said
    assert more.startswith("25% to 75%: +50 points (+")
    assert more.endswith(", more than chance")


def test_no_change_has_no_sign() -> None:
    assert "0 points" in ShareChange(Share(20, 40), Share(20, 40)).said
    assert "+0 points" not in ShareChange(Share(20, 40), Share(20, 40)).said


def question_set(*options: str, neutral: str = "", reverse: bool = False) -> QuestionSet:
    return QuestionSet.model_construct(
        scale=[_option(one, one == neutral) for one in options], items=[_question(reverse)]
    )


def _option(name: str, neutral: bool) -> AnswerOption:
    return AnswerOption.model_construct(id=name, text=name, neutral=neutral)


def _question(reverse: bool) -> SurveyQuestion:
    return SurveyQuestion.model_construct(id="breaks", text="Breaks", area=None, reversed=reverse)


def answers(**counts: Cell) -> Cells:
    return {Entry(EVERYONE, "breaks", name): count for name, count in counts.items()}


def test_favourable_answers_are_those_better_than_the_neutral_one() -> None:
    cells = answers(no=10, unsure=15, yes=25, answered=50)
    asked = question_set("no", "unsure", "yes", neutral="unsure")
    favoured = favourable(cells, EVERYONE, asked.items[0], asked)
    assert favoured is not None
    assert favoured.said == "50%"


def test_a_reversed_question_is_favourable_at_the_other_end() -> None:
    cells = answers(no=10, unsure=15, yes=25, answered=50)
    asked = question_set("no", "unsure", "yes", neutral="unsure", reverse=True)
    favoured = favourable(cells, EVERYONE, asked.items[0], asked)
    assert favoured is not None
    assert favoured.said == "20%"


def test_a_hidden_answer_makes_no_share() -> None:
    asked = question_set("no", "yes")
    assert favourable(answers(no=10, yes=HIDDEN, answered=50), EVERYONE, asked.items[0], asked) is None
    assert favourable(answers(no=10, yes=25, answered=HIDDEN), EVERYONE, asked.items[0], asked) is None


def test_a_scale_without_a_middle_and_an_odd_number_of_answers_has_no_favourable_ones() -> None:
    asked = question_set("0", "1", "2")
    assert favourable(answers(**{"0": 10, "1": 10, "2": 10, "answered": 30}), EVERYONE, asked.items[0], asked) is None


def test_the_response_rate_is_of_those_who_were_asked() -> None:
    rate = response({Entry(EVERYONE, "", "asked"): 50, Entry(EVERYONE, "", "answered"): 40}, EVERYONE)
    assert rate is not None
    assert rate.said == "80%"


def workforce(**counts: Cell) -> Cells:
    return {Entry(EVERYONE, name): count for name, count in counts.items()}


def test_leaver_rate_and_stability_are_two_figures() -> None:
    cells = workforce(start=40, end=60, left=10, joined=30)
    leavers, stable = leaver_share(cells, EVERYONE, LEFT_NETWORK), least_stability(cells, EVERYONE, LEFT_NETWORK)
    assert leavers is not None
    assert (leavers.part, leavers.whole, leavers.said) == (10, 50, "20%")
    assert stable is not None
    assert (stable.part, stable.whole, stable.said) == (30, 40, "75%")


def test_a_service_is_left_by_those_who_move_too() -> None:
    plum = Group(Whose.SERVICE, "plum")
    cells: dict[Entry, Cell] = {
        Entry(plum, name): count for name, count in (("start", 40), ("end", 40), ("left", 10), ("moved-out", 10))
    }
    left_network, left_service = (leaver_share(cells, plum, one) for one in (LEFT_NETWORK, LEFT_SERVICE))
    assert left_network is not None
    assert left_network.said == "25%"
    assert left_service is not None
    assert left_service.said == "50%"
    assert leaver_share({**cells, Entry(plum, "moved-out"): HIDDEN}, plum, LEFT_SERVICE) is None
    assert least_stability({**cells, Entry(plum, "left"): HIDDEN}, plum, LEFT_SERVICE) is None
