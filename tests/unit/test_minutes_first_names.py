"""First names that stand alone in minutes are taken out and asked about, all in one question, and other words are left as they are."""

from __future__ import annotations

import pytest

from macros.library.library import Library
from tests.support.filling import Form
from tests.unit.test_minutes_form import Read, filled

ASKED = "Are these names of people: {}?"


def noted(shown: Library, *notes: str) -> Read:
    def fill(form: Form) -> None:
        for one in notes:
            form.note("Safety: Ice", one)

    return filled(shown, fill)


@pytest.mark.parametrize(
    ("note", "name", "body"),
    [
        ("Ask Joan's team for the list.", "Joan", "Ask someone's team for the list."),
        ("Joan to write the page, Tom to check.", "Joan; Tom", "Someone to write the page, someone to check."),
        ("Helen & Dr Whitfield supportive.", "Dr Whitfield; Helen", "Someone & someone supportive."),
        ("Ann (chair) opened the meeting.", "Ann", "Someone (chair) opened the meeting."),
        ("With thanks to Tom.", "Tom", "With thanks to someone."),
    ],
)
def test_a_first_name_that_stands_alone(shown: Library, note: str, name: str, body: str) -> None:
    read = noted(shown, note)
    assert ASKED.format(name) in read.questions
    assert read.body.strip() == f"## Safety: Ice\n\n{body}"
    assert read.left_out == ""


def test_a_name_that_is_known_is_looked_for_everywhere(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.decide("Joan to write the page. It is for Sarah.")
        form.act("Ask Tom about paint.", "Apple service")
        form.act("Buy paint.", "Sarah")
        form.note("Safety: Ice", "In May, Tom had told Joan of it. Sarah's view is the same.")

    read = filled(shown, fill)
    assert read.values["decisions"] == ["Someone to write the page. It is for someone."]
    assert [(one["id"], one["text"]) for one in read.new] == [("ask-someone-about-paint", "Ask someone about paint.")]
    assert "In May, someone had told someone of it. Someone's view is the same." in read.body
    assert read.questions.count("Are these names of people") == 1


@pytest.mark.parametrize(
    "note",
    [
        "Need to meet. Agreed to go on. Plan to grow. Hope to see you. All to read it. Apple service to dig.",
        "May to June is dry. Rose to nine members. Mark the date. Will we go? Leeds to York by train.",
        "Everyone to bring a coat, Chair to write. Ask Pear about it. Network's team of two.",
    ],
)
def test_ordinary_words_are_no_names(shown: Library, note: str) -> None:
    read = noted(shown, note)
    assert read.body.strip() == f"## Safety: Ice\n\n{note}"
    assert read.questions == ""


def test_a_name_that_is_also_a_word_is_asked_about_and_stays(shown: Library) -> None:
    read = noted(shown, "Will to check the gate, if it will open.")
    assert "Are any of these names of people: Will?" in read.questions
    assert "Will to check the gate, if it will open." in read.body


def test_an_owner_that_is_on_no_list_is_asked_about_if_the_page_has_the_word(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.act("Buy paint.", "Zebedee")
        form.act("Buy brushes.", "Barnabas")
        form.note("Safety: Ice", "Zebedee spoke.")

    read = filled(shown, fill)
    assert "Are any of these names of people: Zebedee? They are on the page as they were written." in read.questions
    assert "Zebedee spoke." in read.body


@pytest.mark.parametrize(
    "note", ["Well done Jim!", "Figs (Jim) were ripe.", "Jim reported that it rained.", "It was Jim, again."]
)
def test_a_first_name_anywhere_is_asked_about_and_stays(shown: Library, note: str) -> None:
    read = noted(shown, note)
    assert "Are any of these names of people: Jim?" in read.questions
    assert note in read.body


@pytest.mark.parametrize(
    "note", ["The Jim Pippin House is dry.", "Jim Pippin's house", "In Jan it rained, and on 4 April."]
)
def test_several_words_and_months_are_no_first_names_alone(shown: Library, note: str) -> None:
    assert "Are any of these" not in noted(shown, note).questions
