"""Minutes that were never ours: what is no action, decision, name or day of the meeting does not become one.

Each file is the smallest of its shape. The shapes are those of public minutes in which something was read as what it is not.
"""

from __future__ import annotations

import pytest

from macros.library.library import Library
from macros.minutes.archive import Refused
from macros.minutes.blocks import paragraphs_of
from macros.minutes.file import read_content
from macros.minutes.found import Found
from macros.minutes.reading import found_in
from macros.minutes.record import Draft, drafted
from tests.support.minutes_made import AFTER
from tests.support.word_xml import p, table, word_file

HEADING = '<w:outlineLvl w:val="0"/>'


def found(body: str) -> Found:
    return found_in(read_content(word_file(body)))


def draft(library: Library, body: str, saved: str = "") -> Draft:
    return drafted(read_content(word_file(body, saved=saved)), library, AFTER, "")


def bold(text: str) -> str:
    return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"


def noted(of: Found) -> str:
    return "\n".join(one.text for notes in of.notes for one in paragraphs_of(notes.blocks))


# Who was there.


@pytest.mark.parametrize(
    "rows",
    [
        [("Attendees:", "Apple, Pear"), ("Please bring:", "A spade")],
        [("Attendees", "Apple, Pear"), ("Purpose", "Digging")],
        [("Attendees", "Apple, Pear"), ("", "")],
        [
            ("Date", "3 November 2026", "Place", "Barn"),
            ("Attendees", "Apple, Pear", "", ""),
            ("Bring", "A spade", "", ""),
        ],
    ],
)
def test_a_label_with_the_names_beside_it_is_no_name_of_a_column(rows: list[tuple[str, ...]]) -> None:
    assert found(table(*rows)).present == ["Apple, Pear"]


def test_labels_below_a_heading_for_attendance_are_no_names() -> None:
    minutes = found(p("Attendance", HEADING) + table(("Present", "Apple, Pear"), ("Apologies", "Quince")))
    assert (minutes.present, minutes.absent) == (["Apple, Pear"], ["Quince"])


def test_a_table_of_sentences_below_a_label_without_names_is_of_no_people() -> None:
    rows = [
        (
            "Item",
            "What was said, with a heading for each",
            "Say who: the person responsible, and by when it is to be done",
        ),
        ("1", "Pear was asked to look after the ladder until the next harvest and had no objections", "Pear"),
    ]
    minutes = found(p("Apologies (no apology received):") + "<w:p/>" + table(*rows))
    assert minutes.absent == []


@pytest.mark.parametrize("label", ["Non-attendees", "Those not present", "Members absent", "Not in attendance"])
def test_a_label_for_those_who_were_not_there(label: str) -> None:
    minutes = found(p(f"{label}: Apple"))
    assert (minutes.present, minutes.absent) == ([], ["Apple"])


def test_guests_were_there_and_are_no_notes() -> None:
    minutes = found(p("Present: Apple") + p("Guests: Jane Smith, Pear") + p("Chair: Quince") + p("It rained."))
    assert (minutes.present, noted(minutes)) == (["Apple", "Jane Smith, Pear"], "It rained.")


def test_what_was_said_from_a_time_on_is_no_name() -> None:
    body = p("Attendance: Apple (there)") + p("Pear (there)") + p("15:00-15:30") + p("We counted the trees")
    minutes = found(body)
    assert minutes.present == ["Apple (there)", "Pear (there)"]
    assert noted(minutes) == "15:00-15:30\nWe counted the trees"


# Actions and decisions.


def test_paragraphs_beside_a_table_of_actions_are_none() -> None:
    actions = table(("Action", "Owner", "Due"), ("Dig", "Apple", "10 December 2026"))
    before, after = "We went through the list of last time.", "All of it is to be ready for the harvest."
    minutes = found(p("Actions", HEADING) + p(before) + actions + p(after) + p("Action: Pear to plant"))
    assert [(one.text, one.owner) for one in minutes.actions] == [("Dig", "Apple"), ("plant", "Pear")]
    assert noted(minutes) == f"{before}\n{after}"


def test_without_rows_in_the_table_the_paragraphs_are_the_actions() -> None:
    body = p("Actions", HEADING) + table(("Action", "Owner", "Due"), ("", "", "")) + p("Next", HEADING)
    assert [one.text for one in found(p("Actions", HEADING) + p("Dig") + body).actions] == ["Dig"]


def test_a_heading_ends_what_its_table_says() -> None:
    body = p("Actions", HEADING) + p("Dig") + p("Later", HEADING) + table(("Action", "Owner"), ("Plant", "Pear"))
    assert [one.text for one in found(body).actions] == ["Dig", "Plant"]


@pytest.mark.parametrize(
    "about", ["I list what is to be done at home.", "The aim of the week is a fence.", "Tasks are here: a page of ours"]
)
def test_words_about_the_actions_are_none(about: str) -> None:
    minutes = found(p("Tasks for the week:") + p(about) + p("Apple – Dig"))
    assert [one.text for one in minutes.actions] == ["Dig"]
    assert noted(minutes) == about


def test_a_list_of_names_behind_a_name_says_who_does_that() -> None:
    (one,) = found(p("Tasks:") + p("Fence - Apple, Pear")).actions
    assert (one.text, one.owner) == ("Fence", "Apple, Pear")


def test_names_of_columns_beside_a_label_are_no_action() -> None:
    rows = [("Apologies", "", "", ""), ("Action list", "Person(s)", "Task", "Deadline"), ("Other business", "", "", "")]
    assert found(table(*rows)).actions == []


def test_the_tasks_of_an_agenda_are_none() -> None:
    minutes = found(bold("Agenda") + bold("Tasks:") + p("Discuss the fence") + bold("Actions") + p("Mend the fence"))
    assert [one.text for one in minutes.actions] == ["Mend the fence"]
    assert noted(minutes) == "Discuss the fence"


@pytest.mark.parametrize("verb", ["Plan", "Proceed", "Speak"])
def test_what_is_asked_of_everyone_is_no_one_who_does_it(verb: str) -> None:
    (one,) = found(p("Tasks:") + p(f"{verb} to those who dig")).actions
    assert (one.text, one.owner) == (f"{verb} to those who dig", "")


def test_a_line_of_signs_is_no_decision() -> None:
    assert found(p("Decisions", HEADING) + p("=========") + p("We dig.")).decisions == ["We dig."]


@pytest.mark.parametrize(
    "names", [("Action", "Allocated team member(s)", "Deadlines"), ("Task", "Assigned to", "Planned date")]
)
def test_names_of_columns(names: tuple[str, str, str]) -> None:
    (one,) = found(table(names, ("Dig", "Apple", "10 December 2026"))).actions
    assert (one.text, one.owner, one.due) == ("Dig", "Apple", "10 December 2026")


def test_conclusions_are_notes() -> None:
    minutes = found(p("Conclusions:", HEADING) + p("The fence stands."))
    assert (minutes.decisions, noted(minutes)) == ([], "The fence stands.")


def test_bold_marks_no_heading_where_all_is_bold() -> None:
    minutes = found(
        "".join(map(bold, ("Decisions made:", "We meet in the barn", "Tasks assigned:", "Mend the ladder")))
    )
    assert (minutes.decisions, [one.text for one in minutes.actions]) == (["We meet in the barn"], ["Mend the ladder"])
    some = found(bold("Ladder") + p("It is broken.") + bold("Barn") + p("It is dry."))
    assert [one.heading for one in some.notes] == ["Ladder", "Barn"]


def test_a_line_that_is_a_link_is_no_heading() -> None:
    link = '<w:hyperlink r:id="l"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>the plan</w:t></w:r></w:hyperlink>'
    relation = (
        '<Relationship Id="l" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://example.org/plan" TargetMode="External"/>'
    )
    file = read_content(word_file(bold("Barn") + f"<w:p>{link}</w:p>", relations=relation))
    assert [(one.heading, len(one.blocks)) for one in found_in(file).notes] == [("Barn", 1)]


# Days.


@pytest.mark.parametrize(
    ("written", "saved", "day"),
    [
        # Only one of the two days was just over.
        ("11/8/26", "2026-11-09T18:04:00Z", ""),
        ("11/8/26", "2026-08-12T18:04:00Z", "2026-08-11"),
        ("11/8/26", "2026-12-01T18:04:00Z", "2026-08-11"),
        ("11/8/26", "last week", "2026-08-11"),
        ("11/8/26", "", "2026-08-11"),
        ("8/8/26", "2026-08-08T18:04:00Z", "2026-08-08"),
        # There is no month 23.
        ("10/23/2026", "", "2026-10-23"),
    ],
)
def test_the_day_of_a_file_that_may_be_american(orchard_as_read: Library, written: str, saved: str, day: str) -> None:
    made = draft(orchard_as_read, p(f"Date: {written}") + p("It rained."), saved)
    assert (f"date: {day}\n" in made.text) == bool(day)
    assert ("may have the day or the month first" in "\n".join(made.told.questions)) == (not day)


def test_words_beside_the_day_are_left_out_and_listed(orchard_as_read: Library) -> None:
    told = draft(orchard_as_read, p("Date: 3 November 2026, upstairs") + p("It rained.")).told
    assert told.left_out == ["Date: 3 November 2026, upstairs (it was not understood)"]


def test_a_bold_sentence_with_nothing_below_is_listed(orchard_as_read: Library) -> None:
    sentence = "Aim: to have a fence that keeps the deer out"
    told = draft(orchard_as_read, p("The fence", HEADING) + p("It fell.") + bold(sentence)).told
    assert told.left_out == [f"{sentence} (it was not understood)"]


# Several meetings.


def refused(library: Library, body: str) -> str:
    with pytest.raises(Refused, match="more than one meeting") as caught:
        draft(library, body)
    return str(caught.value)


def notes(number: int) -> str:
    return "".join(p(f"Tree {one} was felled.") for one in range(number))


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        # What may be two days is named as it is written.
        (["Meeting 11/5/17", "Meeting 11/6/17"], "11/5/17, 11/6/17."),
        (["Meeting 2/11/21", "Meeting 3/15/21"], "2/11/21, 15 March 2021."),
        (["1st review meeting - 3 May 2026", "2nd review meeting - 9 May 2026"], "3 May 2026, 9 May 2026."),
        (["26/05/2017", "30/06/2017", "06/09/2017"], "26/05/2017, 30/06/2017, 06/09/2017."),
        (["14th March", "16th March", "4th April"], "14th March, 16th March, 4th April."),
    ],
)
def test_the_days_of_several_meetings(orchard_as_read: Library, lines: list[str], named: str) -> None:
    body = "".join(p(line) + notes(5) for line in lines)
    assert f": {named} " in refused(orchard_as_read, body)


def test_a_log_with_a_meeting_in_each_row(orchard_as_read: Library) -> None:
    rows = [(f"{day} November 2026", "Apple, Pear", "We dug.") for day in range(1, 8)]
    named = refused(orchard_as_read, table(("Date", "Participants", "Content"), *rows))
    assert ": 1 November 2026, 6 November 2026." in named


@pytest.mark.parametrize("start", ["22/01/26", "Meeting {}: the fence"])
def test_who_was_there_twice_each_below_the_start_of_a_meeting(orchard_as_read: Library, start: str) -> None:
    body = "".join(p(start.format(one)) + p("Attendees: Apple") + notes(1) for one in (1, 2))
    assert '"attendees" is there 2 times' in refused(orchard_as_read, body)


@pytest.mark.parametrize(
    "body",
    [
        # The days of the meetings to come, dates for the diary, and forms for meetings to come.
        p("Date: 3 November 2026") + p("Diary") + "".join(p(f"{day} March") + p("A walk.") for day in (1, 8, 15)),
        p("Date: 3 November 2026") + notes(5) + p("Later:") + p("1 December 2026") + p("5 January 2027") + p("2 February 2027"),
        "".join(table(("Date of meeting", day), ("People attending", who)) + notes(5) for day, who in (("3/11/2026", "Apple"), ("", ""))),
    ],
)  # fmt: skip
def test_one_meeting_is_not_taken_for_several(orchard_as_read: Library, body: str) -> None:
    assert "date: 2026-11-03\n" in draft(orchard_as_read, body).text
