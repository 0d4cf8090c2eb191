"""The answers of a new network, the questions on a terminal, and its colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.founding.answers import Answers, read_answers
from macros.founding.colours import coloured_mark, coloured_styles, contrast, mixed
from macros.founding.interview import as_yaml, interview
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
    found = interview(lambda name, prompt: next(given), told.append)
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
        (7, " ", "This question needs an answer."),
        (3, "Community Librarians", 'lower case, such as "community librarians"'),
        (6, "Lead", 'lower case, such as "lead"'),
        (2, "!", "a name with a few letters from a to z"),
        (5, "Short", "too short"),
        (8, "0", "meets_every"),
        (9, "nobody", "contact"),
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
    answers = iter(GOOD)
    prompts: dict[str, str] = {}

    def ask(name: str, prompt: str) -> str:
        prompts[name] = prompt
        return next(answers)

    interview(ask, lambda _: None)
    assert prompts["standing item name"].startswith("What is on the agenda of every meeting.")
    assert prompts["champions one"].startswith("What to call the contacts that services may name. One of them, in")
    assert prompts["served many"].endswith("Press Enter for people we help.")
    assert [name for name, prompt in prompts.items() if ".." in prompt] == []


def test_names_keep_their_capitals_in_lower_case_words() -> None:
    found, _ = asked(*GOOD[:3], "NHS librarians", *GOOD[4:])
    assert found.members == "NHS librarians"


def test_the_answers_can_be_kept_in_a_file() -> None:
    answers = read_answers((ROOT / "tests/site/new_networks/allotments.yml").read_bytes(), "answers.yml")
    assert read_answers(as_yaml(answers).encode(), "answers.yml") == answers


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
