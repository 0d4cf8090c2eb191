"""The answers of a new network, the questions on a terminal, and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.founding.agreement import agreed
from macros.founding.answers import Answers, read_answers
from macros.founding.colours import coloured_mark, coloured_styles, contrast, mixed
from macros.founding.interview import Values, asked_for, interview, is_complete, questions, values_of, written
from macros.founding.saved_answers import saved, values_in
from macros.library.library import NetworkUnreadable
from tests.support.cases import for_each
from tests.support.project import ROOT

GOOD = [
    *("The Anytown Readers", "Readers", "North, South", "librarians", "Books", "Books have come first since we met."),
    *("book lead", "book leads", "", "", "https://github.com/anytown/readers", "2026-10", "", "", "a reader", ""),
]


def asked(*answers: str) -> tuple[Answers, list[str]]:
    told: list[str] = []
    given: Iterator[str] = iter(answers)
    found = interview(lambda label, prompt: next(given), told.append, {})
    assert next(given, None) is None
    return found, told


def test_the_questions_of_a_terminal() -> None:
    found, told = asked(*GOOD)
    assert told == ["2 areas: North, South"]
    text = "\n".join(f"{name}: {getattr(found, name)}" for name in ("areas", "meets_every", "contact", "address"))
    assert text == (
        "areas: ['North', 'South']\nmeets_every: 3\ncontact: None\naddress: https://anytown.github.io/readers/"
    )


@pytest.mark.thorough
@for_each(
    ("place", "wrong", "message"),
    [
        (0, "", "This question needs an answer."),
        (10, " ", "This question needs an answer."),
        (3, "Community Librarians", 'lower case, such as "community librarians"'),
        (6, "Lead", 'lower case, such as "lead"'),
        (2, "!", "a name with a few letters from a to z"),
        (5, "Short", "too short"),
        (3, "a librarian", 'without "a" or "an", such as "librarian"'),
        (6, "A lead", 'without "a" or "an", such as "lead"'),
        (15, "a reader", 'without "a" or "an", such as "reader"'),
        (8, "0", "0 is not possible: it takes a number of at least 1."),
        (9, "nobody", "This answer needs"),
        (9, "books@example.org", "a mailbox that someone reads"),
        (10, "https://example.org/anytown/readers", "the address of a repository"),
        (10, "https://github.com/anytown", "the address of a repository"),
        (11, "2026", "does not say the month"),
        (12, "#ffee00", "dark enough"),
        (12, "#767676", 'dark enough for white words on it, such as "#6'),
        (12, "teal", 'a colour written as "#" and six digits or letters'),
        (13, "mauve-ish", 'a colour written as "#" and six digits or letters'),
    ],
)
def test_a_question_is_asked_again_until_its_answer_will_do(place: int, wrong: str, message: str) -> None:
    found, told = asked(*GOOD[:place], wrong, *GOOD[place:])
    [refused] = [one for one in told if not one.startswith("2 areas: ")]
    assert message in refused
    assert "Add a line" not in refused
    assert found == asked(*GOOD)[0]


@for_each(
    ("answer", "understood"),
    [
        ("North Pennines; South Pennines", "2 areas: North Pennines, South Pennines"),
        ("Hull ;York, Leeds,", "3 areas: Hull, York, Leeds"),
        ("The whole county", "1 area: The whole county"),
    ],
)
def test_areas_are_repeated_as_they_were_understood(answer: str, understood: str) -> None:
    _, told = asked(*GOOD[:2], answer, *GOOD[3:])
    assert told == [understood]


def test_every_question_can_be_understood_without_the_one_before() -> None:
    prompts = {one.name: one.prompt for one in questions()}
    assert len(prompts) == len(GOOD)
    assert prompts["standing item"].startswith("What is on the agenda of every meeting, in a word or two?")
    assert prompts["contact at a service"].startswith(
        "Each service may name a colleague to turn to. What do you call one"
    )
    assert prompts["people you help"].endswith("Press Enter for people we help.")
    assert [name for name, prompt in prompts.items() if ".." in prompt or "For example: " not in prompt] == []


def test_every_question_says_how_many_there_are() -> None:
    answers = iter(GOOD)
    labels: list[str] = []

    def ask(label: str, prompt: str) -> str:
        labels.append(label)
        return next(answers)

    interview(ask, lambda _: None, {})
    assert labels[0] == "1 of 16, name"
    assert labels[-1] == "16 of 16, people you help"


def test_a_newcomer_can_go_back_one_question() -> None:
    assert asked("<", GOOD[0], "Reader", "<", "Readers", *GOOD[2:])[0] == asked(*GOOD)[0]


@pytest.mark.parametrize(
    ("place", "answer", "name", "meant"),
    [(9, "none", "contact", None), (12, "005eb8", "brand", "#005eb8"), (8, "no", "meets_every", 3)],
)
def test_answers_that_are_obvious_are_understood(place: int, answer: str, name: str, meant: object) -> None:
    found, _ = asked(*GOOD[:place], answer, *GOOD[place + 1 :])
    assert getattr(found, name) == meant


def test_a_network_without_a_name_for_its_contacts_calls_them_contacts() -> None:
    found, _ = asked(*GOOD[:6], "no", "", *GOOD[8:])
    assert (found.champions.one, found.champions.many) == ("contact", "contacts")


def test_a_standing_item_starts_with_a_capital() -> None:
    assert asked(*GOOD[:4], "mental health", *GOOD[5:])[0].standing_item.name == "Mental health"


def agreeing(values: Values, *replies: str) -> tuple[bool, list[str]]:
    told: list[str] = []
    given = iter(replies)
    is_agreed = agreed(ROOT, values, lambda label, prompt: next(given), told.append)
    assert next(given, None) is None
    return is_agreed, told


@pytest.mark.parametrize("which", ["7", "contact at a service", "Contact at a service"])
def test_an_answer_can_be_changed_at_the_end(which: str) -> None:
    values = values_of(asked(*GOOD)[0])
    is_agreed, told = agreeing(values, "champions", which, "reading lead", "yes")
    assert is_agreed
    assert 'There is no answer "champions".' in told
    assert values["champions"] == {"one": "reading lead", "many": "book leads"}
    assert "  7 contact at a service: reading lead" in told[-1]


def test_a_change_can_be_left_undone() -> None:
    values = values_of(asked(*GOOD)[0])
    assert agreeing(values, "1", "<", "0", "17", "n")[0] is False
    assert values == values_of(asked(*GOOD)[0])


def test_only_numbers_and_names_of_questions_are_those_of_an_answer() -> None:
    assert [asked_for(which) for which in ("0", "17", "", "-1")] == [None] * 4


def test_questions_go_on_where_someone_stopped(tmp_path: Path) -> None:
    values: Values = {}
    answers = iter(GOOD[:7])
    with pytest.raises(StopIteration):
        interview(lambda label, prompt: next(answers), lambda _: None, values)
    assert not is_complete(values)
    file = tmp_path / "network-answers.yml"
    assert saved(values, tmp_path / "network").endswith(f"make network FROM={file}")
    with pytest.raises(NetworkUnreadable):
        values_in(file, may_ask=False)
    kept, rest = values_in(file, may_ask=True), iter(GOOD[10:])
    labels: list[str] = []

    def ask(label: str, prompt: str) -> str:
        labels.append(label)
        return next(rest)

    assert interview(ask, lambda _: None, kept).repository == "https://github.com/anytown/readers"
    assert labels[0].startswith("11 of 16, ")
    assert is_complete(kept)


def test_names_keep_their_capitals_in_lower_case_words() -> None:
    found, _ = asked(*GOOD[:3], "NHS librarians", *GOOD[4:])
    assert found.members == "NHS librarians"


def test_the_answers_can_be_kept_in_a_file() -> None:
    answers = read_answers((ROOT / "tests/site/new_networks/allotments.yml").read_bytes(), "answers.yml")
    assert read_answers(written(values_of(answers)), "answers.yml") == answers


def test_a_name_inside_a_sentence_has_a_small_article() -> None:
    assert asked(*GOOD)[0].name_inside == "the Anytown Readers"


def test_a_file_of_answers_is_refused_with_the_lines() -> None:
    with pytest.raises(NetworkUnreadable) as refused:
        read_answers(b"name: No\nbrand: #00553a\n", "answers.yml")
    assert {one.code for one in refused.value.document.rejections} >= {"value-cut-off"}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # The lightest grey that is legible on white: https://webaim.org/resources/contrastchecker/
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@for_each("brand", ["#000000", "#00553a", "#5b3a1e", "#0000ff", "#767676"])
def test_a_link_is_legible_in_dark_colours_whatever_the_brand(brand: str) -> None:
    assert contrast(mixed(brand, "#ffffff", 0.7), "#2d2732") >= 4.5


def test_both_schemes_and_the_drawing_get_the_colours() -> None:
    styles = coloured_styles((ROOT / "theme/assets/network.css").read_text("utf-8"), "#00553a", "#c8a200")
    light, dark = styles.split("@media")
    assert "--kb-link: #00553a;" in light
    assert f"--kb-link: {mixed('#00553a', '#ffffff', 0.7)};" in dark
    assert light.count("#c8a200") == dark.count("#c8a200") == 1
    assert "--kb-brand: #00553a;" in dark
    drawing = coloured_mark((ROOT / "theme/assets/mark.svg").read_text("utf-8"), "#00553a", "#c8a200")
    assert drawing.count("fill=") == 2
    assert 'fill="#c8a200"' in drawing
