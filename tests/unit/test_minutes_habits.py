"""What people do to a form of minutes is read right, or ends as a question that a secretary understands."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from docx.table import _Cell

from macros.library.library import Library
from macros.minutes.archive import Refused
from macros.minutes.file import read_content
from macros.minutes.found import Found
from macros.minutes.reading import found_in
from macros.minutes.several import several
from tests.support.filling import ACTION, DONE, DUE, OWNER, REF, Form
from tests.support.word_xml import p, table, word_file
from tests.unit.test_minutes_form import COUNT, MEND, filled


def test_two_owners_or_an_owner_and_a_day_in_one_cell(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[OWNER].text = "Apple service and Pear service"
        form.row_of(MEND)[OWNER].text = "Pear service by 5 January 2027"
        form.row_of(MEND)[DUE].text = ""
        form.act("Buy paint.", "Medlar service, 12 Jan")

    read = filled(shown, fill)
    assert read.action("count-the-trees")["owner"] == "apple"
    assert (
        '"Apple service and Pear service" are several owners, and an action has one. Apple service still does it.'
        in read.questions
    )
    assert (read.action("mend-the-ladder")["owner"], read.action("mend-the-ladder")["due"]) == ("pear", "2027-01-05")
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar", "due": "2027-01-12"}]


def test_cells_merged_for_one_owner_of_several(shown: Library) -> None:
    def fill(form: Form) -> None:
        first, second = form.act("Buy paint.", "Medlar service"), form.act("Buy brushes.")
        first[OWNER].merge(second[OWNER])

    assert [(one["text"], one["owner"]) for one in filled(shown, fill).new] == [
        ("Buy paint.", "medlar"),
        ("Buy brushes.", "medlar"),
    ]


def test_rows_of_last_time_pasted_in(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.act("Count the trees.", "Apple service", "15 October 2026", ref=COUNT)
        form.act("Something else.", "Apple service", ref=MEND)
        form.act("Paint the gate.", "Apple service")

    read = filled(shown, fill)
    assert len(read.values["actions"]) == 2
    assert "it is there twice" in read.left_out
    assert (
        f'Is "Something else." another action? Its ref, {MEND}, is there twice, and the first was used.'
        in read.questions
    )
    assert (
        'Was "Paint the gate." copied from an old file? An earlier meeting says that it ended on 1 September 2026.'
        in read.questions
    )
    assert "Something else." in read.body


def test_a_ref_that_no_action_has(shown: Library) -> None:
    read = filled(shown, lambda form: form.act("Dig.", "Apple service", ref="A2222"))
    assert [one["text"] for one in read.new] == ["Dig."]
    assert 'Is "Dig." a new action? It was read as one, because no action has the ref A2222.' in read.questions


def test_columns_added_renamed_and_in_another_order(shown: Library) -> None:
    def fill(form: Form) -> None:
        for cell, name in zip(form.actions.rows[0].cells, ("No.", "Task", "Who", "Deadline", "Status"), strict=True):
            cell.text = name
        table = form.table("No.", "Task")
        for row in table.rows:
            cells = row._tr.tc_lst
            new = deepcopy(cells[0])
            for text in new.iter(qn("w:t")):
                text.text = ""
            row._tr.append(new)
            row._tr.insert(list(row._tr).index(cells[0]), cells[3])
        for row, text in zip(table.rows, ("Cost", "Five pounds"), strict=False):
            _Cell(row._tr.tc_lst[-1], table).text = text

    read = filled(shown, fill)
    assert (read.action("count-the-trees")["owner"], read.action("count-the-trees")["due"]) == ("apple", "2026-10-15")
    assert "Five pounds" in read.body


def test_the_block_copied_for_the_next_meeting(shown: Library) -> None:
    def fill(form: Form) -> None:
        body: Any = form.document.element.body
        start = [*body].index(form.heading("Minutes: The winter meeting")._p)
        for one in [deepcopy(element) for element in [*body][start:-1]]:
            body.insert(len(body) - 1, one)

    with pytest.raises(Refused, match='There is more than one meeting in this file: "attendance" is there 2 times'):
        filled(shown, fill)


@pytest.mark.parametrize(
    ("written", "attended"),
    [
        ("Present: Apple service, Medlar service", ["apple", "medlar"]),
        ("Present – Apple service and Pear service", ["apple", "pear"]),
        ("Attendees:\nApple service\nMedlar service (2)", ["apple", "medlar"]),
        ("Present: All but Medlar service", ["apple", "pear"]),
        ("Present: Everyone except Medlar service", ["apple", "pear"]),
        ("In attendance: Chair (Apple service); Medlar service", ["apple", "medlar"]),
    ],
)
def test_attendance_as_a_line(shown: Library, written: str, attended: list[str]) -> None:
    def fill(form: Form) -> None:
        form.table("Service")._tbl.getparent().remove(form.table("Service")._tbl)
        form.heading("Attendance").text = ""
        for line in written.split("\n"):
            form.note("Any other business and close", line)

    read = filled(shown, fill, attend=False)
    assert read.values["attended"] == attended


@pytest.mark.parametrize("doubt", ["?", "tbc", "sent deputy", "x?"])
@pytest.mark.parametrize("column", ["present", "apologies"])
def test_a_doubt_about_who_was_there_is_asked_about(shown: Library, column: str, doubt: str) -> None:
    read = filled(shown, lambda form: form.attend("Pear service", **{column: doubt}))
    assert read.values["attended"] == ["apple"]
    assert f'Was Pear service there? Beside it is "{doubt}".' in read.questions


@pytest.mark.parametrize("no", ["no", "0", "-"])
def test_who_is_said_not_to_have_been_there_sent_no_apologies(shown: Library, no: str) -> None:
    read = filled(shown, lambda form: form.attend("Pear service", no))
    assert read.values["attended"] == ["apple"]
    assert "Not there (the site does not show this): Pear service." in read.draft.told.understood


def test_a_service_that_is_misspelt_is_named(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Any other business and close", "Also present: Medlars service")
        form.act("Buy paint.", "Medlars service")

    read = filled(shown, fill)
    assert read.questions.count('Did you mean "Medlar service"?') == len(["attendance", "owner"])


def test_names_of_people_who_were_there_are_asked_about_and_not_kept(shown: Library) -> None:
    read = filled(
        shown, lambda form: form.note("Any other business and close", "Also present: Jane Smith, Pear service")
    )
    assert read.values["attended"] == ["apple", "pear"]
    assert "Which services are these from, if any: Jane Smith?" in read.questions
    assert "Smith" not in read.draft.text


def test_bold_lines_for_headings_and_empty_headings(shown: Library) -> None:
    def fill(form: Form) -> None:
        heading = form.note("Safety: Ice", "")
        heading.add_run("How it went").bold = True
        form.note("Safety: Ice", "Well.")
        form.note("Safety: Ice", "", "Heading 3")

    assert filled(shown, fill).body.strip() == "## Safety: Ice\n\n### How it went\n\nWell."


def test_struck_through_is_asked_about_and_colour_is_nothing(shown: Library) -> None:
    def fill(form: Form) -> None:
        for cell in form.row_of(COUNT):
            for run in cell.paragraphs[0].runs:
                run.font.strike = True
        for run in form.row_of(MEND)[ACTION].paragraphs[0].runs:
            run.font.color.rgb = RGBColor(0, 0x80, 0)

    read = filled(shown, fill)
    assert (
        'Was "Count the trees." done, or dropped, and when? It is struck through, and stays open until then.'
        in read.questions
    )
    assert not {"done", "dropped"} & {*read.action("count-the-trees"), *read.action("mend-the-ladder")}


@pytest.mark.parametrize(
    ("done", "values"),
    [
        ("dropped: the regional team does it now", {"dropped": "2026-12-10", "why": "the regional team does it now"}),
        ("done 1 December 2026", {"done": "2026-12-01"}),
        ("1 December 2026", {"done": "2026-12-01"}),
    ],
)
def test_words_under_done_count_for_more_than_a_line_through_the_row(
    shown: Library, done: str, values: dict[str, str]
) -> None:
    def fill(form: Form) -> None:
        row, new = form.row_of(COUNT), form.act("Buy paint.", "Medlar service", done=done)
        row[DONE].paragraphs[0].add_run(done)
        for cell in (*row, *new):
            for run in cell.paragraphs[0].runs:
                run.font.strike = True

    read = filled(shown, fill)
    assert read.questions == ""
    for action in (read.action("count-the-trees"), *read.new):
        assert {name: action[name] for name in ("done", "dropped", "why") if name in action} == values


def test_a_heading_for_the_open_actions_is_one_of_the_notes(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "Salt helps.")
        form.note("Safety: Ice", "Open actions", "Heading 2")
        form.note("Open actions", "Apple service has counted half of the trees.")

    read = filled(shown, fill)
    assert read.body.strip() == (
        "## Safety: Ice\n\nSalt helps.\n\n## Open actions\n\nApple service has counted half of the trees."
    )
    assert (read.questions, read.new) == ("", [])


def test_what_is_typed_into_the_agenda_is_said_to_be_left_out(shown: Library) -> None:
    def fill(form: Form) -> None:
        paragraphs = form.document.paragraphs
        action = next(one for one in paragraphs if one.text.startswith("Count the trees."))
        action.add_run(" done by Pear")
        form.document.tables[0].rows[1].cells[-1].add_paragraph("Started late.")

    left_out = filled(shown, fill).draft.told.left_out
    why = "(in the agenda; if it belongs in the record, copy it into the minutes below)"
    assert left_out[0] == f"Started late. {why}"
    assert left_out[1].startswith("Count the trees.")
    assert left_out[1].endswith(f" done by Pear {why}")
    assert len(left_out) == 2


def test_a_line_below_the_decisions_is_a_note(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.decide("We meet in the barn.")
        form.note("Decisions", "We also talked about the rota.")

    read = filled(shown, fill)
    assert read.values["decisions"] == ["We meet in the barn."]
    assert read.body.strip() == "## Notes on decisions\n\nWe also talked about the rota."


def test_an_owner_that_is_not_a_service_is_told_what_an_owner_is(shown: Library) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Network chair"))
    assert read.questions == (
        'Which service does "Buy paint."? "Network chair" is not a service of the network. An action belongs to one service: say which '
        'takes care of it. Until then it is listed under "Other actions" in the notes.'
    )


@pytest.mark.parametrize("line", ["strike", "double_strike"])
def test_a_new_action_that_is_struck_through_is_not_in_force_in_the_text_either(shown: Library, line: str) -> None:
    def fill(form: Form) -> None:
        for run in form.act("Sweep the yard.")[ACTION].paragraphs[0].runs:
            setattr(run.font, line, True)

    read = filled(shown, fill)
    assert "- Sweep the yard. (struck through)" in read.body
    assert 'Is "Sweep the yard." an action? It is struck through.' in read.questions


def test_tracked_changes_are_read_as_accepted_and_comments_are_listed(shown: Library) -> None:
    def fill(form: Form) -> None:
        paragraph = form.note("Safety: Ice", "We use ")
        for xml in (
            '<w:del w:id="1" w:author="x"><w:r><w:delText>sand</w:delText></w:r></w:del>',
            '<w:ins w:id="2" w:author="x"><w:r><w:t>salt</w:t></w:r></w:ins>',
        ):
            paragraph._p.append(parse_xml(xml.replace(" w:id", f" {nsdecls('w')} w:id", 1)))
        form.document.add_comment(paragraph.runs[0], "Is that so?", author="x")

    read = filled(shown, fill)
    assert "We use salt" in read.body
    assert "sand" not in read.draft.text + read.left_out
    assert "a comment: Is that so?" in read.left_out


def test_prompts_that_stay_and_words_of_no_meaning(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.decide("None")
        form.act("N/A")
        form.note("Any other business and close", "[Type here]")

    read = filled(shown, fill)
    assert "decisions" not in read.values
    assert read.new == []
    assert "\\[Type here\\]" in read.body


def test_line_breaks_tabs_and_typed_lists(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "First:\tone\nSecond:\ttwo")
        form.note("Safety: Ice", "• Rain")
        form.note("Safety: Ice", "- Snow")
        form.note("Safety: Ice", "1. Sun")

    assert (
        filled(shown, fill).body.strip() == "## Safety: Ice\n\nFirst: one\\\nSecond: two\n\n- Rain\n- Snow\n\n1\\. Sun"
    )


def test_pasted_from_a_chat(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "[10:04] Team mailbox\u200b\u00a0wrote: <agreed> & done\u202e")

    read = filled(shown, fill)
    assert read.body.strip() == "## Safety: Ice\n\n\\[10:04\\] Team mailbox\u00a0wrote: \\<agreed> & done"


def test_last_years_form(shown: Library) -> None:
    def fill(form: Form) -> None:
        about = next(one for one in form.document.tables if one.rows[0].cells[0].text == "Date")
        about.rows[0].cells[1].text = "10 December 2025"

    assert (
        "The file says 10 December 2025, and the record 10 December 2026. Which is right?"
        in filled(shown, fill).questions
    )


def test_a_decision_or_an_action_in_the_middle_of_the_notes(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "Decision: We close in snow.")
        form.note("Safety: Ice", "Action: Pear service to buy salt by 5 January 2027.")
        form.note("Safety: Ice", "Action: someone to buy sand")

    read = filled(shown, fill)
    assert read.values["decisions"] == ["We close in snow."]
    assert [(one["text"], one["owner"], one["due"]) for one in read.new] == [
        ("buy salt by 5 January 2027.", "pear", "2027-01-05")
    ]
    assert 'Which service does "someone to buy sand"?' in read.questions
    assert "someone to buy sand" in read.body


def test_ticks_of_every_kind(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.attend("Medlar service", "here")
        form.attend("Pear service", "x", "x")
        form.row_of(COUNT)[REF].text = COUNT.lower()
        form.row_of(COUNT.lower())[DONE].text = "☑"

    read = filled(shown, fill)
    assert read.values["attended"] == ["apple", "medlar"]
    assert 'Was Pear service there? Beside it is "x x".' in read.questions
    assert read.action("count-the-trees")["done"] == "2026-12-10"


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("Done", {"done": "2026-12-10"}),
        ("Completed 1 December 2026", {"done": "2026-12-01"}),
        ("ongoing", {}),
        ("Dropped: no one needs it", {"dropped": "2026-12-10", "why": "no one needs it"}),
    ],
)
def test_how_an_action_stands_in_the_column_of_days(shown: Library, due: str, expected: dict[str, str]) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Medlar service", due))
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar", **expected}]
    assert "is not a day" not in read.questions


def test_a_mark_in_the_column_of_days_says_nothing(shown: Library) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Medlar service", "x"))
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar"}]
    assert '"x" is not a day' in read.questions


def test_as_soon_as_possible_is_no_day_and_nothing_to_ask(shown: Library) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Medlar service", "ASAP"))
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar"}]
    assert (read.questions, read.assumed) == ("", '"Buy paint." has no day: "ASAP".')


def test_what_is_not_clear_of_a_new_action_is_one_question(shown: Library) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Joe", "next meeting"))
    assert read.questions == (
        'Which service does "Buy paint.", and by which day? "Joe" is not a service of the network. '
        'An action belongs to one service: say which takes care of it. "next meeting" is not a day. '
        'Until then it is listed under "Other actions" in the notes.'
    )
    assert "Buy paint. (Due: next meeting)" in read.body
    assert read.left_out == ""


def test_a_question_names_an_action_by_its_first_words(shown: Library) -> None:
    words = "Ask every service what it would like to hear about at the next three meetings, and make a list of it."
    read = filled(shown, lambda form: form.act(words, "Joe"))
    assert read.questions.startswith(
        'Which service does "Ask every service what it would like to hear about at the…"? '
    )
    assert words in read.body


def test_a_day_that_moved_is_asked_about(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[DUE].text = "15 October 2026 - moved to end of January"

    read = filled(shown, fill)
    asked = 'By which day is "Count the trees." to be done? "15 October 2026 - moved to end of January" was read as 15 October 2026.'
    assert asked in read.questions


def test_an_action_that_was_done_before_it_was_agreed_is_asked_about(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.row_of(MEND)[DONE].text = "1 March 2026"

    read = filled(shown, fill)
    assert 'Was "Mend the ladder." done on 1 March 2026? It was agreed later, on 10 September 2026.' in read.questions
    assert "done" not in read.action("mend-the-ladder")


def test_an_action_in_a_line_and_in_the_table_is_one(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.act("Buy paint.", "Medlar service")
        form.note("Any other business and close", "Action: Medlar service to buy paint by 12 January 2027")

    read = filled(shown, fill)
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar", "due": "2027-01-12"}]
    assert "(it is there twice)" in read.left_out


@pytest.mark.parametrize(("owner", "day"), [("Pear service", "12 January 2027"), ("Medlar service", "13 January 2027")])
def test_an_action_of_another_owner_or_day_is_another(shown: Library, owner: str, day: str) -> None:
    def fill(form: Form) -> None:
        form.act("Buy paint.", "Medlar service", "12 January 2027")
        form.act("Buy paint.", owner, day)

    assert len(filled(shown, fill).new) == 2


@pytest.mark.parametrize(
    ("said", "is_decision"),
    [
        ("It was decided that the gate stays open.", True),
        ("The meeting agreed to plant pears.", True),
        ("It was decided that the gate stays open. Ladders were discussed.", False),
        ("It was not decided that the gate stays open.", False),
    ],
)
def test_a_sentence_that_says_what_was_decided(shown: Library, said: str, is_decision: bool) -> None:
    read = filled(shown, lambda form: form.note("Any other business and close", said))
    assert read.values.get("decisions", []) == [said] * is_decision
    assert (said in read.body) is not is_decision


def test_services_without_a_mark_are_listed(shown: Library) -> None:
    read = filled(shown, lambda form: form.attend("Apple service", "x"), attend=False)
    [unmarked] = [one for one in read.draft.told.understood if one.startswith("No mark: ")]
    assert "Pear service" in unmarked
    assert "Apple service" not in unmarked


def test_a_form_that_no_one_filled_in_is_noticed(shown: Library) -> None:
    def note(form: Form) -> None:
        form.note("Any other business and close", "It rained.")

    start = "Nothing is filled in:"
    assert filled(shown, attend=False).draft.told.questions[0].startswith(start)
    assert start not in filled(shown, note, attend=False).questions


def found(body: str) -> Found:
    """What is found in a file of anybody's."""
    return found_in(read_content(word_file(body)))


def test_names_and_actions_in_each_others_column() -> None:
    rows = [("Next steps", "Owner"), ("Apple", "Buy salt for the path"), ("Pear Tree", "Count the trees")]
    assert [(one.text, one.owner) for one in found(table(*rows)).actions] == [
        ("Buy salt for the path", "Apple"),
        ("Count the trees", "Pear Tree"),
    ]


def test_attendees_who_had_to_sign_and_did_not() -> None:
    assert found(table(("Attendees:", "Signatures:"), ("Apple", ""), ("Pear", ""))).present == ["Apple", "Pear"]


def test_a_label_with_its_answer_in_one_cell() -> None:
    minutes = found(table(("Meeting date: 31/01/2018", "Room: 2"), ("Time: 11am", "")))
    assert minutes.dates == ["31/01/2018"]


def test_lines_of_tasks_with_a_name_before_each_end_with_the_next_label() -> None:
    body = (
        p("Tasks for the current week:")
        + p("Apple – Dig")
        + p("Pear – Plant")
        + p("Aims:")
        + p("A good year")
        + p("Minute taker: Quince")
    )
    assert [(one.text, one.owner) for one in found(body).actions] == [("Dig", "Apple"), ("Plant", "Pear")]


def test_what_is_said_of_the_next_meeting_is_not_of_this_one() -> None:
    body = (
        p("Date: 3 November 2026")
        + p("Next meeting", '<w:outlineLvl w:val="0"/>')
        + table(("Date", "1 December 2026"), ("Place", "Barn"))
    )
    assert found(body).dates == ["3 November 2026"]
    assert several(read_content(word_file(body)).blocks) == ""
