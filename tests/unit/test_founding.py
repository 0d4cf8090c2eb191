"""The answers of a new network, the questions on a terminal, and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.founding.agreement import agreed
from macros.founding.answers import Answers, read_answers
from macros.founding.colours import coloured_mark, coloured_styles, contrast, mixed
from macros.founding.interview import Values, asked_for, interview, is_complete, questions, values_of, written
from macros.founding.network_files import copy_of_project
from macros.founding.saved_answers import saved, values_in
from macros.library.library import NetworkUnreadable
from macros.schema.types import Month
from macros.source.settings import inherited_settings
from tests.support.cases import for_each
from tests.support.project import ROOT

GOOD = [
    *("The Anytown Readers", "Readers", "North, South", "librarians", "Books", "Books have come first since we met."),
    *(
        "https://github.com/anytown/readers",
        "2026-10",
        "more",
        "book lead",
        "book leads",
        "a reader",
        "",
        "",
        "",
        "",
        "",
    ),
]
OFFER = 8
"""The place of "more" among them."""


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
        (6, " ", "This question needs an answer."),
        (3, "Community Librarians", 'lower case, such as "community librarians"'),
        (9, "Lead", 'lower case, such as "lead"'),
        (2, "!", "a name with a few letters from a to z"),
        (5, "Short", "too short"),
        (6, "https://example.org/anytown/readers", "the address of a repository"),
        (6, "https://github.com/anytown", "the address of a repository"),
        (7, "2026", "does not say the month, and this question needs it"),
        (13, "0", "0 is not possible: it takes a number of at least 1."),
        (14, "nobody", "This answer needs"),
        (14, "books@example.org", "a mailbox that someone reads"),
        (15, "#ffee00", "dark enough"),
        (15, "#767676", 'dark enough for white words on it, such as "#6'),
        (15, "gold", "dark enough"),
        (15, "#000000", "a colour that differs from the text"),
        (15, "#2a2230", "a colour that differs from the text"),
        (15, "mauve-ish", 'the name of a colour, or "#" and six digits or letters'),
        (16, "rgb(1, 2, 3)", 'the name of a colour, or "#" and six digits or letters'),
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
    prompts = {one.name: one.prompt({}) for one in questions()}
    assert len(prompts) == len(GOOD) - 1
    assert prompts["standing item"].startswith("What is on the agenda of every meeting, in a word or two?")
    assert prompts["contact at a service"].startswith(
        "Each service may name a colleague to turn to. What do you call one"
    )
    assert prompts["people you help"].endswith('Press Enter for "people we help".')
    assert prompts["e-mail address"].endswith("Press Enter if there is none.")
    assert [name for name, prompt in prompts.items() if ".." in prompt or "For example: " not in prompt] == []


@for_each(
    ("place", "before", "proposed"),
    [
        (5, "mental health at work", "Every meeting has time for mental health at work"),
        (5, "CPD", "Every meeting has time for CPD"),
        (10, "mental health first aider", "mental health first aiders"),
        (12, "dental patient", "dental patients"),
        (12, "a member of the public", "members of the public"),
        (12, "a child", "children"),
        (12, "a baby", "babies"),
        (12, "", "people we help"),
    ],
)
def test_what_is_proposed_follows_from_the_answer_before(place: int, before: str, proposed: str) -> None:
    prompts: list[str] = []
    given = iter([*GOOD[: place - 1], before, "", *GOOD[place + 1 :]])

    def ask(label: str, prompt: str) -> str:
        prompts.append(prompt)
        return next(given)

    answers = interview(ask, lambda _: None, {})
    assert prompts[place].endswith(f'Press Enter for "{proposed}".')
    assert proposed in written(values_of(answers)).decode()


def test_what_can_wait_is_left_out_with_one_answer() -> None:
    prompts: list[str] = []
    given = iter([*GOOD[:OFFER], ""])

    def ask(label: str, prompt: str) -> str:
        prompts.append(prompt)
        return next(given)

    answers = interview(ask, lambda _: None, {})
    assert answers.champions.many == "contacts"
    assert "The other 8 can stay as they are:\n  contact at a service: contact\n" in prompts[OFFER]
    assert "  e-mail address: none\n" in prompts[OFFER]


def test_a_newcomer_can_go_back_from_what_can_wait() -> None:
    found, _ = asked(*GOOD[:OFFER], "<", "2019-03", *GOOD[OFFER:])
    assert written(values_of(found)).count(b"2019-03") == 1


def test_an_answer_that_is_there_is_kept_with_enter() -> None:
    prompts: list[str] = []
    given = iter([*GOOD[:3], "<", "", *GOOD[3:]])

    def ask(label: str, prompt: str) -> str:
        prompts.append(prompt)
        return next(given)

    assert interview(ask, lambda _: None, {}).areas == ["North", "South"]
    assert prompts[4].endswith('Press Enter for "North, South".')


@for_each(
    ("written_name", "name"),
    [
        ("Anytown Network of Dental Nurses", "The Anytown Network of Dental Nurses"),
        ("the Anytown Network", "the Anytown Network"),
        ("Our Network", "Our Network"),
        ("Anytown's Network", "Anytown's Network"),
        ("Wessex School Nurses", "Wessex School Nurses"),
        ("Rhwydwaith Llyfrgelloedd", "Rhwydwaith Llyfrgelloedd"),
    ],
)
def test_a_network_has_an_article_if_its_name_needs_one(written_name: str, name: str) -> None:
    assert asked(written_name, *GOOD[1:])[0].name == name


def test_every_question_says_how_many_there_are() -> None:
    answers = iter(GOOD)
    labels: list[str] = []

    def ask(label: str, prompt: str) -> str:
        labels.append(label)
        return next(answers)

    interview(ask, lambda _: None, {})
    assert labels[0] == "1 of 8, name"
    assert labels[-1] == "16 of 16, second colour"


def test_a_newcomer_can_go_back_one_question() -> None:
    assert asked("<", GOOD[0], "Reader", "<", "Readers", *GOOD[2:])[0] == asked(*GOOD)[0]


@pytest.mark.parametrize(
    ("place", "answer", "name", "meant"),
    [
        (14, "none", "contact", None),
        (15, "005eb8", "brand", "#005eb8"),
        (15, "dark green", "brand", "#006400"),
        (13, "no", "meets_every", 3),
        (3, "a librarian", "members", "librarian"),
        (7, "March 2019", "established", Month(2019, 3)),
    ],
)
def test_answers_that_are_obvious_are_understood(place: int, answer: str, name: str, meant: object) -> None:
    found, _ = asked(*GOOD[:place], answer, *GOOD[place + 1 :])
    assert getattr(found, name) == meant


def test_articles_are_put_right() -> None:
    found, _ = asked(*GOOD[:9], "A lead", "", "owner of a book", "", *GOOD[13:])
    assert (found.champions.one, found.champions.many) == ("lead", "leads")
    assert (found.served.one, found.served.many) == ("an owner of a book", "owners of a book")


def test_a_network_without_a_name_for_its_contacts_calls_them_contacts() -> None:
    found, _ = asked(*GOOD[:9], "no", "", *GOOD[11:])
    assert (found.champions.one, found.champions.many) == ("contact", "contacts")


def test_a_standing_item_starts_with_a_capital() -> None:
    assert asked(*GOOD[:4], "mental health", *GOOD[5:])[0].standing_item.name == "Mental health"


def agreeing(values: Values, *replies: str) -> tuple[bool, list[str]]:
    told: list[str] = []
    given = iter(replies)
    is_agreed = agreed(ROOT, values, lambda label, prompt: next(given), told.append)
    assert next(given, None) is None
    return is_agreed, told


@pytest.mark.parametrize("which", ["9", "contact at a service", "Contact at a service"])
def test_an_answer_can_be_changed_at_the_end(which: str) -> None:
    values = values_of(asked(*GOOD)[0])
    is_agreed, told = agreeing(values, "champions", which, "reading lead", "yes")
    assert is_agreed
    assert 'There is no answer "champions".' in told
    assert values["champions"] == {"one": "reading lead", "many": "book leads"}
    assert "  9 contact at a service: reading lead" in told[-1]


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
    kept, rest = values_in(file, may_ask=True), iter(GOOD[7:])
    labels: list[str] = []

    def ask(label: str, prompt: str) -> str:
        labels.append(label)
        return next(rest)

    assert interview(ask, lambda _: None, kept).repository == "https://github.com/anytown/readers"
    assert labels[0].startswith("8 of 8, ")
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


@for_each(
    ("origin", "address"),
    [
        ("https://github.com/anytown/readers.git\n", "https://github.com/anytown/readers"),
        ("git@github.com:anytown/readers.git", "https://github.com/anytown/readers"),
        ("ssh://git@github.com/anytown/readers", "https://github.com/anytown/readers"),
        ("https://example.org/anytown/readers.git", ""),
        ("/srv/readers", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_copy_is_that_which_git_cloned(origin: str, address: str) -> None:
    assert copy_of_project(ROOT, origin) == address


def test_the_repository_of_the_former_network_is_not_proposed() -> None:
    former = inherited_settings(ROOT / "mkdocs.yml")["edit_uri"].partition("/edit/")[0]
    assert copy_of_project(ROOT, f"{former}.git") == ""


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
