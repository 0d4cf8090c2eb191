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


def test_what_a_template_asks_and_no_one_answered(shown: Library) -> None:
    """A template with Word's controls asks "Choose an item." in each that is left alone."""

    def fill(form: Form) -> None:
        form.decide("Click or tap here to enter text.")
        form.act("Buy paint.", "Medlar service", "Click or tap to enter a date.")
        form.act("Click or tap here to enter text.", "Choose an item.", "Click or tap to enter a date.")

    read = filled(shown, fill)
    assert "decisions" not in read.values
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar"}]
    assert not any("Choose" in one or "Click" in one for one in read.questions)


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
    assert read.left_out == "Not there: Pear service (the site shows only who was there)"


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
    assert "Which services are these: Jane Smith?" in read.questions
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
        "The file says 10 December 2025, and the site 10 December 2026. Which is right?"
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
    assert read.questions == 'By which day is "Buy paint." to be done? The file says "x". It has no day until then.'


@pytest.mark.parametrize("words", ["ASAP", "end of Jan"])
def test_words_that_are_no_day_are_asked_about(shown: Library, words: str) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Medlar service", words))
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar"}]
    assert (
        read.questions == f'By which day is "Buy paint." to be done? The file says "{words}". It has no day until then.'
    )


def test_what_is_not_clear_of_a_new_action_is_one_question(shown: Library) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Joe", "some time"))
    assert read.questions == (
        'Which service does "Buy paint.", and by which day? "Joe" is not a service of the network. '
        'An action belongs to one service: say which takes care of it. The file says "some time". '
        'Until then it is listed under "Other actions" in the notes.'
    )
    assert "Buy paint. (Due: some time)" in read.body
    assert read.left_out == '"Buy paint.": Joe (an action has one service as its owner)'


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


@pytest.mark.parametrize(
    ("owner", "left_out", "body"),
    [
        ("Apple service & Pear service", "", "- Buy paint. (Owner: Apple service & Pear service)"),
        ("Apple service & Joan", '"Buy paint.": Apple service & Joan (an action has one service as its owner)', "- Buy paint."),
        ("Joan", '"Buy paint.": Joan (an action has one service as its owner)', "- Buy paint."),
    ],
)  # fmt: skip
def test_the_owners_of_an_action_that_has_none_for_certain_are_kept(
    shown: Library, owner: str, left_out: str, body: str
) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "Joan spoke.")
        form.act("Buy paint.", owner)

    read = filled(shown, fill)
    assert read.left_out == left_out
    assert body in read.body.split("\n")
    assert read.new == []


@pytest.mark.parametrize("owner", ["Apple service (Pear service to help)", "Apple service - Joan"])
def test_words_beside_an_owner_are_left_out_and_listed(shown: Library, owner: str) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", owner))
    assert read.left_out == f'"Buy paint.": "{owner}" was read as Apple service'
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "apple"}]


def test_an_owner_of_before_who_stays_does_not_hide_what_was_written(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[OWNER].text = "Apple service and Pear service"

    assert filled(shown, fill).left_out == (
        '"Count the trees.": Apple service and Pear service (an action has one service as its owner)'
    )


def test_how_many_came_from_a_service_is_no_other_word(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Any other business and close", "Also present: Medlar service (2), Pear service (chair)")

    read = filled(shown, fill)
    assert read.values["attended"] == ["apple", "medlar", "pear"]
    assert read.left_out == "Pear service (chair) (read as Pear service)"


@pytest.mark.parametrize(
    ("done", "left_out"), [("carried forward", '"Count the trees.": "carried forward" (it stays open)'), ("no", "")]
)
def test_words_under_done_that_leave_an_action_open_are_listed(shown: Library, done: str, left_out: str) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "The rest is carried forward.")
        form.row_of(COUNT)[DONE].text = done

    read = filled(shown, fill)
    assert (read.left_out, read.questions) == (left_out, "")
    assert "done" not in read.action("count-the-trees")


@pytest.mark.parametrize("done", ["c/f to 22 Jan", "Carried forward to 22/1/27", "moved to 22 January 2027"])
def test_an_action_that_is_carried_forward_has_the_new_day(shown: Library, done: str) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[DONE].text = done

    read = filled(shown, fill)
    assert read.action("count-the-trees")["due"] == "2027-01-22"
    assert "done" not in read.action("count-the-trees")
    assert (read.questions, read.left_out) == ("", "")
    assert '"Count the trees.": it is carried forward, and now due on 22 January 2027.' in read.assumed


@pytest.mark.parametrize("done", ["3/11/26", "3/11/2026", "Done 3/11/26", "done 3.11.2026"])
def test_a_day_in_figures_has_the_day_first(shown: Library, done: str) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "From 1.30pm to 11.15 we did 3/25 of section 1.30.")
        form.row_of(COUNT)[DONE].text = done
        form.row_of(MEND)[DUE].text = "5/2/2027"

    read = filled(shown, fill)
    assert (read.questions, read.left_out) == ("", "")
    assert read.action("count-the-trees")["done"] == "2026-11-03"
    assert read.action("mend-the-ladder")["due"] == "2027-02-05"


@pytest.mark.parametrize("american", ["3/25/26", "03/25/2026", "March 25, 2026"])
def test_a_day_in_figures_of_an_american_file_is_asked_about(shown: Library, american: str) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", f"It froze on {american}.")
        form.row_of(MEND)[DUE].text = "5/2/2027"

    read = filled(shown, fill)
    assert '"5/2/2027" may have the day or the month first' in read.questions
    assert read.action("mend-the-ladder").get("due") != "2027-02-05"


@pytest.mark.parametrize("due", ["next meeting", "By the next meeting"])
def test_the_next_meeting_is_a_day_if_it_is_known(shown: Library, due: str) -> None:
    read = filled(shown, lambda form: form.act("Buy paint.", "Medlar service", due))
    assert read.new == [{"id": "buy-paint", "text": "Buy paint.", "owner": "medlar", "due": "2027-03-11"}]
    assert (read.questions, read.assumed) == ("", f'"Buy paint.": "{due}" was read as 11 March 2027.')


@pytest.mark.parametrize("number", ["4. ", "4) "])
def test_numbered_paragraphs_of_a_cell_are_decisions_each(shown: Library, number: str) -> None:
    def fill(form: Form) -> None:
        form.decide("We meet for 20 mins.")
        form.table("Decision").rows[1].cells[0].add_paragraph(f"{number}Also agreed that Apple service writes.")

    read = filled(shown, fill)
    assert read.values["decisions"] == ["We meet for 20 mins.", "Also agreed that Apple service writes."]
    assert read.left_out == ""


def test_a_number_before_the_only_decision_of_a_cell_is_kept(shown: Library) -> None:
    read = filled(shown, lambda form: form.decide("1. We meet for 20 mins."))
    assert read.values["decisions"] == ["1. We meet for 20 mins."]


def test_a_paragraph_of_a_cell_without_a_number_goes_on_with_the_decision(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.decide("We meet for 20 mins.")
        form.table("Decision").rows[1].cells[0].add_paragraph("Apple service brings cake.")

    assert filled(shown, fill).values["decisions"] == ["We meet for 20 mins. Apple service brings cake."]


def test_a_decision_after_an_action_in_one_paragraph(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note(
            "Safety: Ice", 'Action: Pear service to look at the record by 1 Feb. DECISION: take "ice" off the list.'
        )

    read = filled(shown, fill)
    assert read.values["decisions"] == ['take "ice" off the list.']
    assert [(one["text"], one["owner"], one["due"]) for one in read.new] == [
        ("look at the record by 1 Feb.", "pear", "2027-02-01")
    ]
    assert read.body.strip() == "## Safety: Ice\n\nSee the decisions and actions."
    assert read.left_out == ""


def test_a_line_that_says_that_it_is_a_decision_was_understood(shown: Library) -> None:
    read = filled(shown, lambda form: form.note("Safety: Ice", "Resolved: one page each."))
    assert read.values["decisions"] == ["one page each."]
    assert read.left_out == ""


def test_who_was_not_there_is_said_to_be_left_out(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Any other business and close", "Apologies: Pear service, Jane Smith")

    read = filled(shown, fill)
    assert read.left_out == "Not there: Pear service; Jane Smith (the site shows only who was there)"
    assert read.questions == ""
