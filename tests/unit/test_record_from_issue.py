"""An issue that somebody wrote with a form becomes a valid record, or its author is told what to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.kinds import Initiative
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.report import one_line
from macros.propose.answer import MARK, as_code
from macros.propose.answer_text import _PICTURE, as_record_text
from macros.propose.issue import AGREED, Issue, agreements, read_answers
from macros.propose.issue_form import IssueForm, forms
from macros.propose.proposal import Proposal, propose
from macros.propose.record_from_issue import text_for
from macros.schema.description import Option
from macros.source.document import Document, parse_document
from macros.source.invisible import without_hidden
from macros.source.typed_lists import with_lists
from tests.support.cases import for_each
from tests.support.inventing import examples
from tests.support.project import ROOT, TODAY
from tests.support.time_taken import within

ISSUES = ROOT / "tests/issues"
# What somebody would write in the title of the issue, and the file that it becomes.
LIBRARY = read_library(ROOT / "tests/networks/smallest")
AGREEMENTS = agreements(LIBRARY.network)
WRITTEN = {
    "initiative": ("People's Wellbeing Hub", "content/initiatives/peoples-wellbeing-hub.md"),
    "meeting": ("Spring meeting: online", "content/meetings/spring-meeting-online.md"),
    "evidence": ("How common burnout is", "content/evidence/how-common-burnout-is.md"),
    "service": ("Siân’s valley service", "content/services/sians-valley-service.md"),
    "theme": ("Breaks, and what is not one: #lunch", "content/themes/breaks-and-what-is-not-one-lunch.md"),
    "question": ("What is your claim to fame?", "content/initiatives/what-is-your-claim-to-fame.md"),
    "adoption": ("We took this up", "content/initiatives/sample-lunch.md"),
    "presentation": ("I could present this", "content/meetings/2026-12-winter.md"),
    "topic": ("A topic for the next meeting", "content/meetings/2026-12-winter.md"),
}
MEETING = """---
title: Winter meeting
summary: A planned meeting that is made up for tests, to which a topic can be added.
added: 2026-01-10
source:
  title: Invitation to the winter meeting
  url: https://www.example.invalid/winter
date: 2026-12-10
stage: planned
standing_item:
  title: A made-up talk
  led_by: Network chair
topics:
  - text: What comes after the winter?
---

Bring a cup of tea.
"""


@pytest.fixture
def network(smallest: Path) -> Path:
    """The smallest network with another service and a meeting to come."""
    service = smallest / "content/services/sample-brindle.md"
    text = service.read_text(encoding="utf-8")
    service.write_text(re.sub("title: .*", "title: Brindle, north and south", text), encoding="utf-8")
    (smallest / "content/services/fern.md").write_text(re.sub("title: .*", "title: Fern", text), encoding="utf-8")
    (smallest / "content/meetings/2026-12-winter.md").write_text(MEETING, encoding="utf-8")
    return smallest


def body_of(kind: str) -> str:
    return (ISSUES / f"{kind}.md").read_text(encoding="utf-8")


def naming(service: str, chosen: str = "My service is not in the list") -> str:
    """The issue of a question in which a service is chosen, and one named that is not in the list."""
    heading = "### Service that is not in the list\n\n"
    body = body_of("question").replace("Brindle, north and south", chosen)
    return body.replace(f"{heading}_No response_", heading + service)


def proposed(network: Path, kind: str, body: str | None = None, title: str | None = None, number: int = 12) -> Proposal:
    issue = Issue(number, WRITTEN[kind][0] if title is None else title, body_of(kind) if body is None else body)
    return propose(network, issue, None, TODAY)


def everything(network: Path) -> dict[str, bytes]:
    return {path.relative_to(network).as_posix(): path.read_bytes() for path in network.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_an_issue_of_every_kind_becomes_a_record_that_passes_unchanged(kind: str, line_end: str, network: Path) -> None:
    before = set(check_library(read_library(network), TODAY))
    proposal = proposed(network, kind, body_of(kind).replace("\n", line_end))
    assert proposal.path == WRITTEN[kind][1], proposal.answer
    assert (network / proposal.path).read_text(encoding="utf-8") == (ISSUES / f"{kind}.expected").read_text(
        encoding="utf-8"
    )
    found = [finding for finding in check_library(read_library(network), TODAY) if finding not in before]
    assert [one_line(finding) for finding in found] == []


def test_a_meeting_of_two_days_that_is_called_off_can_be_proposed(network: Path) -> None:
    """An issue that was written before the form asked for this has no such headings, as in the examples above."""
    body = body_of("meeting").replace("### Stage\n\nPlanned", "### Last day\n\n2027-03-12\n\n### Stage\n\nPostponed")
    body = body.replace("### Starts", "### Reason\n\nThe hall is being painted.\n\n### Starts")
    body = body.replace(
        "### Standing item title", "### Join\n\nhttps://meet.example.invalid/a\n\n### Standing item title"
    )
    proposal = proposed(network, "meeting", body)
    written = (network / proposal.path).read_text(encoding="utf-8")
    for line in (
        "last_day: 2027-03-12",
        "stage: postponed",
        "reason: The hall is being painted.",
        "join: https://meet.example.invalid/a",
    ):
        assert f"\n{line}\n" in written, proposal.answer


def test_a_meeting_that_is_called_off_without_a_reason_is_asked_for_it(network: Path) -> None:
    body = body_of("meeting").replace("### Stage\n\nPlanned", "### Stage\n\nCancelled")
    answer = proposed(network, "meeting", body).answer
    assert "A meeting that is cancelled says why." in answer


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_it_says_of_itself_has_none_of_the_authors_words(kind: str, network: Path) -> None:
    proposal = proposed(network, kind)
    assert proposal.branch == "proposal/issue-12"
    assert re.fullmatch(r"Add the [a-z]+ from issue 12", proposal.title)
    assert "Closes #12" in proposal.text
    assert proposal.answer.startswith(f"{MARK}\n\nThank you. Your proposal is complete")


def test_a_mistake_is_answered_under_the_heading_of_the_form_and_nothing_is_written(network: Path) -> None:
    before = everything(network)
    body = (
        body_of("initiative")
        .replace('Colleagues run a hub: a shared shelf, a notice board & a "how are you?" hour.', "Too short.")
        .replace("Peer support", "Beer support")
        .replace("1. Find a shelf.\n2. Put a kettle on it.", "<script>alert(1)</script>")
    )
    proposal = proposed(network, "initiative", body)
    assert proposal.path == ""
    assert everything(network) == before
    assert '- **Summary:** ` The text in "summary" is too short: 10 characters' in proposal.answer
    proposal = proposed(
        network, "initiative", body.replace("Too short.", "A sentence that is long enough to be a summary.")
    )
    assert '- **Themes:** ` "Beer support" is not a theme. Did you mean "peer-support"? `' in proposal.answer
    assert "- **How to try it:** `` This is HTML" in proposal.answer
    assert " Your line: ` <script>alert(1)</script> `\n" in proposal.answer
    assert "3 things have" not in proposal.answer
    assert "2 things have to change" in proposal.answer
    assert "choose the three dots" in proposal.answer


@pytest.mark.parametrize(
    ("kind", "given", "written", "line"),
    [
        ("initiative", "2026-03", "March 2026", "started: 2026-03"),
        ("initiative", "2026-03", "1/9/2025", "started: 2025-09-01"),
        ("initiative", "2026-03", "2019", "started: 2019"),
        ("initiative", "team@example.invalid", "mailto:team@example.invalid", "contact: team@example.invalid"),
        ("meeting", "2027-03-11", "Thursday 11th March, 2027", "date: 2027-03-11"),
        ("meeting", "13:30", "1.30pm", "starts: 13:30"),
        ("meeting", "13:30", "9:30", "starts: 09:30"),
        ("evidence", "10.1000/sample", "https://doi.org/10.1000/sample", "doi: 10.1000/sample"),
    ],
)
def test_what_can_mean_only_one_thing_is_written_as_records_have_it(
    kind: str, given: str, written: str, line: str, network: Path
) -> None:
    proposal = proposed(network, kind, body_of(kind).replace(f"\n{given}\n", f"\n{written}\n", 1))
    assert proposal.path, proposal.answer
    assert line in (network / proposal.path).read_text(encoding="utf-8").replace("  doi", "doi").split("\n")


PICTURES = (
    '<img width="874" height="400" alt="Image" src="https://github.com/user-attachments/assets/279f9c85" />',
    "![room](https://github.com/user-attachments/assets/279f9c85)",
    "![room](room.jpg)",
    "https://github.com/user-attachments/assets/279f9c85",
)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_cannot_come_with_an_issue_and_its_author_learns_how_it_can(picture: str, network: Path) -> None:
    body = body_of("initiative").replace("We meet on Wednesdays.", f"We meet here:\n\n{picture}")
    proposal = proposed(network, "initiative", body)
    assert proposal.path == ""
    assert "Take it out under the heading What you did, and drag it into a comment" in proposal.answer
    assert "HTML" not in proposal.answer


def test_a_field_in_the_text_of_an_issue_is_explained_without_the_lines_that_its_author_does_not_see(
    network: Path,
) -> None:
    body = body_of("meeting").replace("Bring a cup of tea.", "We met.\n\nactions:\n- estates to find a room")
    proposal = proposed(network, "meeting", body)
    assert (
        "- **Text:** ` A line of your text is the name of a field with a colon. Start it with a capital"
        in proposal.answer
    )
    assert "---" not in proposal.answer


def test_a_list_under_a_line_stays_a_list_and_the_end_of_a_line_ends_it_as_in_the_issue(network: Path) -> None:
    text = (
        "To begin you need:\n- a room\n- a kettle\n\n1) find a room\n2) agree an hour\n\nLine one\nLine two\nLine three"
    )
    body = body_of("initiative").replace("1. Find a shelf.\n2. Put a kettle on it.", text)
    proposal = proposed(network, "initiative", body)
    written = (network / proposal.path).read_text(encoding="utf-8")
    assert text.replace("one\n", "one\\\n").replace("two\n", "two\\\n") in written


def test_an_answer_says_where_in_the_form_something_belongs_and_not_where_in_a_file(network: Path) -> None:
    cancelled = body_of("meeting").replace("\nPlanned\n", "\nCancelled\n")
    assert 'under the heading "Reason"' in proposed(network, "meeting", cancelled).answer
    date = body_of("meeting").partition("### Date\n\n")[2].partition("\n")[0]
    two_days = body_of("meeting").replace(date, "11-12 March 2027")
    answer = proposed(network, "meeting", two_days).answer
    assert '"2027-03-11" under the heading "Date"' in answer
    assert '"2027-03-12" under the heading "Last day"' in answer
    assert "last_day:" not in answer


def test_the_bullets_of_a_word_processor_become_a_list() -> None:
    assert as_record_text("Bring:\n\u2022\ttea\n  \u25e6 milk\n\u00b7 cake") == "Bring:\n- tea\n    - milk\n- cake"


@for_each(
    "text",
    [
        "A line\n\nAnother",
        "A list:\n- a\n* b\n+ c\n1. d\n2) e",
        "# Heading\nText",
        "Heading\n---\nText",
        "| a | b |\n|---|---|\n| c | d |",
        "Service | What\n--- | ---\nEast | Lunch",
        "See [one] and [two].[^1][^2]\n\n[one]: https://www.nhs.uk/\n[two]: https://www.nice.org.uk/\n\n[^1]: a\n[^2]: b",
        "```\none\ntwo\n```",
        "~~~ python\none\n```\ntwo\n~~~",
        "    one\n    two",
        "Two spaces  \nmore",
        "A backslash\\\nmore",
    ],
)
def test_what_is_no_line_of_a_paragraph_stays_as_it_is(text: str) -> None:
    assert as_record_text(text) == text


@for_each(
    ("text", "written"),
    [
        ("> one\n> two", "> one\\\n> two"),
        ("- one\n  two\n- three", "- one\\\n  two\n- three"),
        ("> [!TIP]\n> one \n> two", "> [!TIP]\n> one\\\n> two"),
        ("Chair: a\nLead: b\n\nEnd", "Chair: a\\\nLead: b\n\nEnd"),
    ],
)
def test_a_line_ends_where_the_issue_shows_its_end(text: str, written: str) -> None:
    assert as_record_text(text) == written


@pytest.mark.parametrize(
    "findings",
    ["Two things changed:\n\n- sleep\n- lunch", "- sleep\n- lunch", "1. Sleep\n2. Lunch", "One.\n\nTwo.", "• a\n• b"],
)
def test_a_field_takes_one_paragraph_and_an_issue_says_where_more_belongs(findings: str, network: Path) -> None:
    given = 'Seven in ten were burnt out.\nHalf of them "very much" so.'
    proposal = proposed(network, "evidence", body_of("evidence").replace(given, findings))
    assert proposal.path == ""
    assert "Write one paragraph under the heading Findings" in proposal.answer
    assert "Put anything else under Text." in proposal.answer


def test_a_section_that_is_left_blank_is_asked_for_unless_it_is_an_idea(network: Path) -> None:
    blank = body_of("initiative").replace("We don't know yet.", "_No response_")
    answer = proposed(network, "initiative", blank).answer
    assert '- **What changed:** ` The section "What changed" is empty.' in answer
    assert "Your line" not in answer
    idea = blank.replace("\nTrying\n", "\nIdea\n").replace("\n2026-03\n", "\n_No response_\n")
    proposal = proposed(network, "initiative", idea)
    assert "## What changed" not in (network / proposal.path).read_text(encoding="utf-8")


def test_a_heading_of_the_form_in_the_text_is_not_taken_for_one(network: Path) -> None:
    body = body_of("initiative").replace("Put a kettle on it.", "Put a kettle on it.\n\n### What changed\n\nTea.")
    answer = proposed(network, "initiative", body).answer
    assert 'Your text has the line "### What changed", which is a heading of the form.' in answer


def test_a_list_with_the_signs_of_another_program_is_one_on_the_page(network: Path) -> None:
    typed = "We need:\n•\ta kettle\no\twith a lid\n–\u00a0two chairs"
    proposal = proposed(network, "initiative", body_of("initiative").replace("Put a kettle on it.", typed))
    made = (network / proposal.path).read_text(encoding="utf-8")
    assert "We need:\n- a kettle\n    - with a lid\n- two chairs\n" in made


def test_a_heading_out_of_its_place_is_text(network: Path) -> None:
    body = body_of("initiative").replace("We don't know yet.", "### Themes\n\nWe don't know yet.")
    proposal = proposed(network, "initiative", body)
    assert "## What changed\n\n### Themes\n\nWe don't" in (network / proposal.path).read_text(encoding="utf-8")


@pytest.mark.thorough
@for_each("kind", WRITTEN)
@for_each("wrong", ["", "Hello", "### Summary\n\nHello", "# Summary\n", "\n" * 70_000, "### " * 20_000])
def test_what_is_not_one_of_the_forms_is_answered(kind: str, wrong: str, network: Path) -> None:
    assert "The headings of the form are not all there." in proposed(network, kind, wrong).answer


@pytest.mark.thorough
@for_each("kind", WRITTEN)
def test_no_heading_of_a_form_may_be_missing_or_come_after_other_text(kind: str, network: Path) -> None:
    body = body_of(kind)
    for heading in re.findall("^### (?!Who comes|Service that is not in the list).*", body, re.MULTILINE):
        without = body.replace(f"{heading}\n", "", 1)
        assert "The headings of the form are not all there." in proposed(network, kind, without).answer
    assert "The headings of the form are not all there." in proposed(network, kind, f"Hello\n\n{body}").answer


def test_a_box_that_is_not_ticked_is_asked_for(network: Path) -> None:
    answer = proposed(network, "theme", body_of("theme").replace("- [X] It may", "- [ ] It may")).answer
    assert f'Tick every box under "{AGREED}".' in answer


@for_each("agreement", AGREEMENTS)
@for_each("instead", ["", "- [x] I agree to nothing", "* [ ] {}", "- [\u00a0] {}", "{}", "- [x] Not: {}"])
def test_a_box_that_is_taken_away_or_rewritten_is_not_agreed_to(agreement: str, instead: str, network: Path) -> None:
    body = body_of("theme").replace(f"- [X] {agreement}", instead.format(agreement))
    proposal = proposed(network, "theme", body)
    assert proposal.path == ""
    assert f'Tick every box under "{AGREED}".' in proposal.answer


def test_a_box_can_be_ticked_with_a_small_letter(network: Path) -> None:
    assert proposed(network, "theme", body_of("theme").replace("- [X]", "- [x]")).path == WRITTEN["theme"][1]


@for_each(
    ("kind", "written", "heading"),
    [
        ("theme", "Time in the working day that belongs to nobody else.", "Summary"),
        ("evidence", "O'Connor and Sample", "Citation authors"),
        ("topic", 'How do others protect time: for supervision, for "nothing"?', "Text"),
    ],
)
def test_what_is_left_blank_is_asked_for_by_its_heading(kind: str, written: str, heading: str, network: Path) -> None:
    proposal = proposed(network, kind, body_of(kind).replace(written, "_No response_"))
    assert proposal.path == ""
    assert f"Write something under the heading {heading}." in proposal.answer
    assert "Add a line" not in proposal.answer


def test_a_group_that_is_left_blank_is_asked_for_heading_by_heading(network: Path) -> None:
    body = body_of("evidence")
    for written in ("O'Connor and Sample", "2018", "Burnout: a survey", "A made-up journal 26(2)", "10.1000/sample"):
        body = body.replace(f"\n{written}\n", "\n_No response_\n")
    answer = proposed(network, "evidence", body).answer
    assert "3 things have to change" in answer
    for heading in ("Citation authors", "Citation title", "Citation where"):
        assert f"- Write something under the heading {heading}.\n" in answer


def test_quoted_text_can_do_nothing_in_an_answer() -> None:
    assert (
        as_code("@team <b>#1</b> ``x`` \u202eevil\n---")
        == "``` @team <b>#1</b> ``x`` \N{REPLACEMENT CHARACTER}evil --- ```"
    )


def test_a_record_of_somebody_else_is_never_written_over(network: Path) -> None:
    proposal = proposed(network, "theme", title="Peer - support")
    assert proposal.path == "content/themes/peer-support-12.md"


def test_a_record_that_was_published_in_the_meantime_is_never_written_over(network: Path) -> None:
    before = everything(network)
    issue = Issue(12, WRITTEN["theme"][0], body_of("theme"))
    proposal = propose(network, issue, "content/themes/peer-support.md", TODAY)
    assert proposal.path == WRITTEN["theme"][1]
    published = (network / proposal.path).read_bytes()
    again = propose(network, issue, proposal.path, TODAY)
    assert again.path == ""
    for sign, end in (("!", "-12.md"), ("?", "-12-2.md")):
        issue = Issue(12, WRITTEN["theme"][0] + sign, body_of("theme"))
        assert propose(network, issue, proposal.path, TODAY).path == WRITTEN["theme"][1].replace(".md", end)
    assert (network / proposal.path).read_bytes() == published
    after = everything(network)
    assert all(after[path] == before[path] for path in before)


def test_a_name_that_the_page_of_the_kind_has_is_made_with_the_number(network: Path) -> None:
    assert proposed(network, "theme", title="Index").path == "content/themes/index-12.md"


def test_a_name_without_letters_is_made_from_the_number(network: Path) -> None:
    assert proposed(network, "theme", title="会议 会议").path == "content/themes/12.md"
    assert proposed(network, "theme", title="Con", number=13).path == "content/themes/con-13.md"


def test_a_later_text_of_an_issue_changes_the_file_it_became_first(network: Path) -> None:
    first = proposed(network, "theme")
    (network / first.path).unlink()
    issue = Issue(12, "Another title altogether", body_of("theme"))
    second = propose(network, issue, first.path, TODAY)
    assert second.path == first.path
    assert "title: Another title altogether\n" in (network / second.path).read_text(encoding="utf-8")


def test_a_topic_goes_to_the_meeting_of_this_month_whose_day_is_not_set(network: Path) -> None:
    meeting = network / WRITTEN["topic"][1]
    meeting.write_text(MEETING.replace("date: 2026-12-10", "date: 2026-11"), encoding="utf-8")
    assert proposed(network, "topic").path == WRITTEN["topic"][1]


def test_a_topic_is_added_once(network: Path) -> None:
    proposed(network, "topic")
    assert "The page of this meeting has this topic already." in proposed(network, "topic").answer


@pytest.mark.parametrize(
    "change",
    [("date: 2026-12-10", "date: 2026-10-10"), ("stage: planned", "stage: postponed\nreason: The room is let.")],
)
def test_a_topic_waits_until_a_meeting_will_take_place(change: tuple[str, str], network: Path) -> None:
    meeting = network / WRITTEN["topic"][1]
    meeting.write_text(MEETING.replace(*change), encoding="utf-8")
    before = everything(network)
    proposal = proposed(network, "topic")
    assert proposal.path == ""
    assert "Thank you. We do not have the date of the next meeting yet, so this waits here." in proposal.answer
    assert everything(network) == before
    meeting.write_text(MEETING, encoding="utf-8")
    assert proposed(network, "topic").path == WRITTEN["topic"][1]


def test_an_adoption_names_an_initiative_that_is_there_and_is_added_once(network: Path) -> None:
    proposed(network, "adoption")
    assert "The page of this initiative has this adoption already." in proposed(network, "adoption").answer
    other = body_of("adoption").replace("A made-up lunch", "A lunch that nobody made up")
    assert "Write a title under the heading Initiative" in proposed(network, "adoption", other).answer


def test_an_adoption_by_a_service_that_is_not_listed_waits_for_it(network: Path) -> None:
    chosen = body_of("adoption").replace("Fern", "My service is not in the list")
    assert (
        "Write something under the heading Service that is not in the list."
        in proposed(network, "adoption", chosen).answer
    )
    named = chosen.replace("list\n\n_No response_", "list\n\nPear Tree", 1)
    answer = proposed(network, "adoption", named)
    assert (answer.path, "` Pear Tree `, to be added to the list" in answer.answer) == ("", True)
    both = named.replace("My service is not in the list", "Fern")
    assert 'Choose one service under "Your service", or name one' in proposed(network, "adoption", both).answer
    service = (network / "content/services/fern.md").read_text(encoding="utf-8")
    (network / "content/services/pear-tree.md").write_text(service.replace("Fern", "Pear Tree"), encoding="utf-8")
    found = proposed(network, "adoption", named)
    assert "adopted_by:\n  - service: pear-tree\n" in (network / found.path).read_text(encoding="utf-8")


def test_the_notes_in_the_file_of_a_meeting_are_never_lost(network: Path) -> None:
    meeting = network / "content/meetings/2026-12-winter.md"
    meeting.write_text(MEETING.replace("stage: planned", "stage: planned # ask the chair first"), encoding="utf-8")
    before = everything(network)
    proposal = proposed(network, "topic")
    assert proposal.path == ""
    assert "a maintainer has to add what you wrote by hand" in proposal.answer
    assert everything(network) == before
    meeting.write_text(MEETING.replace("stage: planned", "stage: planned #: what make new says"), encoding="utf-8")
    assert proposed(network, "topic").path == WRITTEN["topic"][1]


def test_a_list_that_is_much_too_long_is_answered_at_once(network: Path) -> None:
    with within(10):
        answer = proposed(network, "question", body_of("question").replace("Peer support", "a," * 20_000)).answer
    assert 'There is too much under "Themes": leave 200 entries at most.' in answer


def test_what_is_chosen_twice_is_written_once(network: Path) -> None:
    body = body_of("initiative").replace("### Audience\n\nStaff", "### Audience\n\nStaff, staff")
    assert body != body_of("initiative")
    written = (network / proposed(network, "initiative", body).path).read_text(encoding="utf-8")
    assert written.count("  - staff\n") == 1


def test_records_can_be_named_by_their_id_or_title_in_any_case_and_with_commas_in_them(network: Path) -> None:
    body = body_of("question").replace("Brindle, north and south", "brindle, NORTH and south, nobody, sample-brindle")
    answer = proposed(network, "question", body).answer
    assert '- **Services:** ` There is no service called "nobody".' in answer


def test_the_records_of_the_network_are_offered(network: Path) -> None:
    initiative = forms(read_library(network))[0]
    options = {entry.name: entry.options for entry in initiative.entries}
    assert options["services"] == [Option("sample-brindle", "Brindle, north and south"), Option("fern", "Fern")]
    assert options["evidence"] == [Option("sample-survey", "What a made-up survey found")]


def test_a_service_that_is_not_in_the_list_is_waited_for_and_then_found(network: Path) -> None:
    before = everything(network)
    chosen = body_of("question").replace(
        "Brindle, north and south", "Brindle, north and south, My service is not in the list"
    )
    heading = "### Service that is not in the list"
    assert f"Write something under the heading {heading[4:]}." in proposed(network, "question", chosen).answer
    body = chosen.replace(f"{heading}\n\n_No response_", f"{heading}\n\nSiân's @valley  service")
    answer = proposed(network, "question", body).answer
    assert "It is waiting for your service, ` Siân's @valley service `, to be added" in answer
    assert "add the service as ` content/services/sians-valley-service.md `" in answer
    wrong = proposed(network, "question", body.replace("team@example.invalid", "jo.bloggs@example.org")).answer
    assert "2 things have to change" in wrong
    assert "There is no service" not in wrong
    assert everything(network) == before
    service = (network / "content/services/sample-brindle.md").read_text(encoding="utf-8")
    # Whoever adds it may call its file something else.
    added = re.sub("title: .*", 'title: "Siân\'s @Valley service"', service)
    (network / "content/services/valley.md").write_text(added, encoding="utf-8")
    written = (network / proposed(network, "question", body).path).read_text(encoding="utf-8")
    assert "services:\n  - sample-brindle\n  - valley\n" in written


def test_an_issue_from_before_a_service_could_be_named_is_still_read(network: Path) -> None:
    entry = "### Service that is not in the list\n\n_No response_\n\n"
    body = body_of("question")
    moved = body.replace(entry, "").replace("### Contact", f"### Contact\n\n{entry}")
    assert "The headings of the form are not all there." in proposed(network, "question", moved).answer
    assert proposed(network, "question", body.replace(entry, "")).path == WRITTEN["question"][1]


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("sample brindle", ""),
        ("Brindle: IAPT", "former_names:\n  - 'brindle:  IAPT'"),
        ("Brindle (IAPT)", "aliases:\n  - brindle-iapt"),
        ("brindle-iapt", "aliases:\n  - brindle-iapt"),
    ],
)
def test_a_service_that_is_named_as_it_was_or_as_its_file_is_there(name: str, there: str, network: Path) -> None:
    service = network / "content/services/sample-brindle.md"
    service.write_text(service.read_text(encoding="utf-8").replace("area: north", f"area: north\n{there}"), "utf-8")
    proposal = proposed(network, "question", naming(name))
    assert "services:\n  - sample-brindle\n" in (network / proposal.path).read_text(encoding="utf-8")


def test_a_former_name_of_two_services_is_not_taken_for_either(network: Path) -> None:
    service = (network / "content/services/sample-brindle.md").read_text(encoding="utf-8")
    for name in ("sample-brindle", "valley"):
        text = re.sub("title: .*", f"title: The service of {name}\nformer_names: [Brindle IAPT]", service)
        (network / f"content/services/{name}.md").write_text(text, encoding="utf-8")
    answer = proposed(network, "question", naming("Brindle IAPT")).answer
    assert "add the service as ` content/services/brindle-iapt.md `" in answer


NO_NAME = [
    "n/a",
    "N.A.",
    "none",
    "No",
    "-",
    "…",
    "No response",
    "not listed",
    "My service is not in the list.",
    "Nil\n\n-",
]


@pytest.mark.parametrize("written", NO_NAME)
def test_what_names_no_service_is_no_answer(written: str, network: Path) -> None:
    for chosen in ("My service is not in the list", "_No response_"):
        answer = proposed(network, "question", naming(written, chosen)).answer
        assert "Write something under the heading Service that is not in the list." in answer
    proposal = proposed(network, "question", naming(written, "Brindle, north and south"))
    assert "services:\n  - sample-brindle\n" in (network / proposal.path).read_text(encoding="utf-8")


@for_each(
    ("written", "said"),
    [
        ("A" * 81, '` The text in "title" is too long: 81 characters, and it takes at most 80. Shorten it. `'),
        ("<b>", '` A field cannot have "<" before a letter or a slash, as in HTML.'),
        ("{{ valley }}", '` A record cannot have "{{" in it.'),
        ("Val\u202eley", "` There is a character here that cannot be seen (U+202E)."),
        ("jo.bloggs@nhs.net", "` This looks like the e-mail address of a person."),
    ],
)
def test_the_name_of_a_service_is_held_to_the_rules_of_its_title(written: str, said: str, network: Path) -> None:
    before = everything(network)
    answer = proposed(network, "question", naming(written)).answer
    assert f"- **Service that is not in the list:** {said}" in answer
    assert "It waits" not in answer
    assert everything(network) == before


def test_one_service_is_named_at_a_time(network: Path) -> None:
    answer = proposed(network, "question", naming("Valley\nHill")).answer
    assert 'Name one service under the heading "Service that is not in the list", on one line.' in answer


def test_a_service_whose_name_makes_no_file_name_is_given_one(network: Path) -> None:
    assert "as ` content/services/service.md `" in proposed(network, "question", naming("خدمة الصحة")).answer
    service = network / "content/services/sample-brindle.md"
    service.rename(service.with_name("service.md"))
    assert "as ` content/services/service-2.md `" in proposed(network, "question", naming("خدمة الصحة")).answer


def test_a_service_that_has_left_is_not_offered(network: Path) -> None:
    service = network / "content/services/sample-brindle.md"
    service.write_text(
        service.read_text(encoding="utf-8").replace("area: north", "area: north\nactive: false"), "utf-8"
    )
    options = {entry.name: entry.options for entry in forms(read_library(network))[0].entries}
    assert options["services"] == [Option("fern", "Fern")]


# What people type and paste, but for what nobody can see: signs that YAML and Markdown give a meaning to, other scripts, tables
# from a word processor.


def no_picture(text: str) -> bool:
    """Whether nothing in a text looks like a picture, which an issue may not have."""
    return not _PICTURE.search(text)


PIECES = st.one_of(
    st.text(
        # Bullets at the start of a line become hyphens.
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"], exclude_characters="•‣\u2043▪▫●○◦■□·"),
        max_size=40,
    ),
    st.sampled_from(
        [
            "People's \"hub\"", "a: b", " # not a comment", "- dash", "--- ", "### Not a heading", "## Neither", "💚👩‍⚕️", "مرحبا",
            "\tcell\tcell",
            "_No response", "| a | b |", "x" * 3_000, "  indented", "trailing  ", "{{ }}",
            "${{ }}", "$(id)", "`code`", "C:\\lunch", "null", "- [ ] box",
        ]
    ),
)  # fmt: skip
TEXTS = (
    st.lists(PIECES, max_size=5)
    .map("\n".join)
    .map(without_hidden)
    .filter(lambda text: text.strip() not in ("", "_No response_") and no_picture(text))
)
LINES = (
    st.lists(PIECES, max_size=3)
    .map(lambda pieces: " ".join(without_hidden(" ".join(pieces)).split()))
    .filter(lambda text: no_picture(text))
)
INITIATIVE = forms(LIBRARY)[0]


def as_github_writes_it(form: IssueForm, answers: dict[str, str], line_end: str) -> str:
    parts = [f"### {entry.label}\n\n{answers.get(entry.name) or '_No response_'}" for entry in form.entries]
    parts.append(f"### {AGREED}\n\n" + "\n".join(f"- [X] {agreement}" for agreement in AGREEMENTS))
    return "\n\n".join(parts).replace("\n", line_end)


@pytest.mark.thorough
@settings(max_examples=examples(200), deadline=None)
@given(LINES, LINES, TEXTS, TEXTS, TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_what_was_typed_is_what_the_reader_gets(
    summary: str, why: str, did: str, how: str, changed: str, line_end: str
) -> None:
    texts = {"what-happens": did, "how-to-try-it": how, "what-changed": changed}
    answers = {"summary": summary, "why_stopped": why, "stage": "Trying", **texts}
    body = as_github_writes_it(INITIATIVE, answers, line_end)
    form, read = read_answers(Issue(12, "Lunch", body).cleaned().body, forms(LIBRARY), AGREEMENTS)
    text = text_for(Issue(12, "Lunch", body), form, read, "", LIBRARY, TODAY)
    document = Document(path="", kind="initiative", id="new")
    parse_document(document, text.encode())
    assert document.rejections == []
    expected = {"title": "Lunch", "added": "2026-11-23", "stage": "trying", "summary": summary, "why_stopped": why}
    assert document.values == {name: value for name, value in expected.items() if value not in ("", "_No response_")}
    sections = [
        f"## {section.title}\n\n{with_lists(texts[name])}".strip("\n")
        for section, name in zip(Initiative.SECTIONS, texts, strict=True)
    ]
    typed = [section.split("\n\n", 1)[0] + "\n\n" + section.split("\n\n", 1)[1].strip("\n") for section in sections]
    for line, as_typed in zip(document.body.strip("\n").split("\n"), "\n\n".join(typed).split("\n"), strict=True):
        # The end of a line may have become a line break.
        assert line in (as_typed, f"{as_typed.rstrip(' ')}\\")


PUBLIC = "There seems to be personal data in what you wrote, and everyone can read it now."


@pytest.mark.parametrize(
    "written",
    [
        "Call Jane on 07700 900123.",
        "Patient **999 000** 0018 liked it.",
        "Jane Doe <jane.doe@nhs.invalid> knows more.",
        "DOB 1 January 1980",
        "She lives at 12 Sample Street, ZZ99 3WZ.",
    ],
)
def test_what_is_personal_is_said_to_be_public_and_is_not_repeated(written: str, network: Path) -> None:
    body = body_of("initiative").replace("### How to try it\n\n", f"### How to try it\n\n{written} ")
    assert written in body
    proposal = proposed(network, "initiative", body)
    assert proposal.path == ""
    assert PUBLIC in proposal.answer
    assert "Delete revision from history" in proposal.answer
    everything_said = f"{proposal.answer} {proposal.title} {proposal.text}"
    assert not any(part in everything_said for part in ("07700", "0018", "jane.doe", "1980", "3WZ"))


def test_what_is_personal_in_an_issue_that_is_not_one_of_the_forms_is_said_to_be_public(network: Path) -> None:
    answer = proposed(network, "initiative", "Ring me: 07700 900123", title="Call 07700 900123").answer
    assert PUBLIC in answer
    assert "07700" not in answer


def test_a_mailbox_of_the_network_can_be_asked(network: Path) -> None:
    settings = network / "content/network.yml"
    settings.write_text(f"contact: network@example.org\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    answer = proposed(network, "initiative", "Ring me: 07700 900123").answer
    assert "write to network@example.org" in answer


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufeff", "\x0b", "\u2028", "\x0c", "\x07"])
def test_what_comes_along_when_text_is_pasted_is_taken_out(sign: str, network: Path) -> None:
    body = (
        body_of("initiative")
        .replace("a shared shelf", f"a shared{sign} shelf")
        .replace("Whoever can", f"Whoever{sign} can")
    )
    proposal = proposed(network, "initiative", body, title=f"A hub{sign} for the team")
    assert proposal.path == "content/initiatives/a-hub-for-the-team.md", proposal.answer
    written = (network / proposal.path).read_text(encoding="utf-8")
    assert sign not in written
    assert "a shared shelf" in written


def test_warnings_are_told_with_the_mistakes(network: Path) -> None:
    body = body_of("initiative").replace("a shared shelf", "a **shared** shelf")
    answer = proposed(network, "initiative", body.replace("Peer support", "Beer support")).answer
    mistakes, warnings = answer.split("You may want to look at this, but you can leave it:")
    assert "Beer support" in mistakes
    assert "- **Summary:** ` " in warnings


@pytest.mark.parametrize("added", ["2026-01-10", TODAY.isoformat()])
def test_a_title_that_is_taken_is_said_of_the_proposal_and_names_the_other_record(added: str, network: Path) -> None:
    lunch = network / "content/initiatives/sample-lunch.md"
    lunch.write_text(re.sub("added: .*", f"added: {added}", lunch.read_text(encoding="utf-8")), encoding="utf-8")
    answer = proposed(network, "initiative", title="A made-up lunch").answer
    assert "One thing has to change" in answer
    assert '- **Title:** ` "sample-lunch.md" has the same title.' in answer
    assert "a-made-up-lunch.md" not in answer


def test_what_may_be_personal_is_left_to_the_network_since_a_form_has_no_field_for_it(network: Path) -> None:
    body = body_of("initiative").replace("Whoever can.", "Take 999 000 0018 off the shelf.")
    answer = proposed(network, "initiative", body).answer
    assert "These ten digits may be an NHS number." in answer
    assert "Someone from the network will look at it. `" in answer
    assert "not_personal" not in answer


def test_an_answer_quotes_no_line_with_something_personal_in_it(network: Path) -> None:
    line = "Ring Sam on 07700 900123 <b>soon</b>."
    answer = proposed(network, "initiative", body_of("initiative").replace("Whoever can.", line)).answer
    assert "- **What you did:** `` This is HTML" in answer
    assert "Your line" not in answer


def test_the_address_of_a_venue_is_not_called_personal(network: Path) -> None:
    body = re.sub(r"(### Place\n\n).*", r"\1Sample Court, 2 Example Street, Leeds ZZ99 9ZZ", body_of("meeting"))
    answer = proposed(network, "meeting", body).answer
    assert "Your proposal is complete" in answer
    assert "personal" not in answer
