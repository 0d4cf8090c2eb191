"""The form of the minutes, filled in with plain typing, becomes the record of the meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from macros.kinds import Diamond9, Meeting, Service
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.library.reading import read_record
from macros.lint.diagnostics import Level
from macros.minutes.archive import Refused
from macros.minutes.check import checked
from macros.minutes.file import read_content
from macros.minutes.record import Draft, drafted
from macros.outputs.action_ref import action_ref
from macros.outputs.word_form import HOW_TO_SEND
from macros.pages.agenda import TOPICS_WAITING
from macros.pages.meeting import view
from macros.source.document import Document, parse_document
from tests.support.exporting import PLACE, put
from tests.support.filling import ACTION, DONE, DUE, OWNER, Form, form_of, typed

WINTER = "2026-12-winter-meeting"
AFTER = date(2026, 12, 11)
COUNT, MEND = action_ref("count-the-trees"), action_ref("mend-the-ladder")


@pytest.mark.parametrize(
    ("called", "steps"),
    [
        ({"minutes_page": "content/read.md", "send_minutes_link": "content/send.md"}, "read/"),
        ({"send_minutes_link": "content/send.md"}, "send/#send-minutes"),
        ({"proposal_links": "content/contribute/index.md"}, "contribute/"),
    ],
)
def test_it_says_where_the_steps_are_to_send_it_in(called: dict[str, str], steps: str, shown: Library) -> None:
    public = PublicLibrary.of(shown, AFTER)
    public.callers = called
    document = Form(form_of(shown.all_of(Meeting)[WINTER], public)).document
    assert f"{HOW_TO_SEND}{PLACE.of('index.md')}{steps}" in [one.text for one in document.paragraphs]


def test_the_page_of_a_meeting_offers_to_read_its_minutes_once_it_is_over(shown: Library) -> None:
    shown.callers = {"minutes_page": "content/contribute/read.md"}
    before, after = (
        [one.text for one in view(shown.all_of(Meeting)[WINTER], PublicLibrary.of(shown, day)).notices]
        for day in (date(2026, 12, 10), AFTER)
    )
    assert (before, after) == ([], ["Filled in? Send in the minutes"])


@dataclass
class Read:
    """What became of a form: the draft, and the fields and the text of its record."""

    draft: Draft
    values: dict[str, Any]
    body: str

    @property
    def questions(self) -> str:
        """What is asked, but for what every form is asked."""
        return "\n".join(one for one in self.draft.told.questions if "still that of the plan" not in one)

    @property
    def assumed(self) -> str:
        return "\n".join(self.draft.told.assumed)

    @property
    def left_out(self) -> str:
        return "\n".join(self.draft.told.left_out)

    def action(self, action_id: str) -> dict[str, str]:
        return next(one for one in self.values["actions"] if one["id"] == action_id)

    @property
    def new(self) -> list[dict[str, str]]:
        return [one for one in self.values["actions"] if one["id"] not in ("count-the-trees", "mend-the-ladder")]


def read_back(content: bytes, library: Library, today: date = AFTER) -> Read:
    draft = drafted(read_content(content), library, today, PLACE.top)
    document = Document(path=draft.path, kind="meeting", id=WINTER)
    parse_document(document, draft.text.encode())
    return Read(draft, document.values, document.body)


def filled(library: Library, *fill: Callable[[Form], Any], attend: bool = True) -> Read:
    """What becomes of the form if Apple was there and someone types more."""

    def everything(form: Form) -> None:
        if attend:
            form.attend("Apple service", "x")
        for one in fill:
            one(form)

    return read_back(typed(library, WINTER, AFTER, everything), library)


def errors(read: Read, library: Library) -> list[str]:
    found = checked(read.draft.path, read.draft.text, library, AFTER)
    return [one.message for one in found if one.level is Level.ERROR]


def test_an_ordinary_meeting_becomes_a_valid_record(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.attend("Medlar service", "✓")
        form.attend("Pear service", apologies="x")
        form.decide("We meet in the barn.")
        form.row_of(COUNT)[DONE].text = "x"
        form.row_of(MEND)[DONE].text = "dropped: the ladder broke"
        form.act("Find a new ladder.", "Medlar service", "5 January 2027")
        form.note("Safety: Ice", "Salt helps.")

    read = filled(shown, fill)
    assert read.draft.path == f"content/meetings/{WINTER}.md"
    assert errors(read, shown) == []
    assert read.values["stage"] == "held"
    assert read.values["attended"] == ["apple", "medlar"]
    assert read.values["decisions"] == ["We meet in the barn."]
    assert read.action("count-the-trees")["done"] == "2026-12-10"
    assert (read.action("mend-the-ladder")["dropped"], read.action("mend-the-ladder")["why"]) == (
        "2026-12-10",
        "the ladder broke",
    )
    assert read.new == [
        {"id": "find-a-new-ladder", "text": "Find a new ladder.", "owner": "medlar", "due": "2027-01-05"}
    ]
    assert read.body.strip() == "## Safety: Ice\n\nSalt helps."
    assert read.values["updates"][-1]["note"] == "The minutes were added."
    assert read.questions == ""
    assert "-stage: planned" in read.draft.difference


def test_a_blank_form_changes_no_action(shown: Library) -> None:
    read = filled(shown)
    assert {one["id"]: one.get("done") for one in read.values["actions"]} == {
        "count-the-trees": None,
        "mend-the-ladder": None,
    }
    assert read.body.strip() == "Bring a coat."
    assert read.draft.told.left_out == []


def test_lists_tables_and_links_of_the_notes_are_kept(shown: Library) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def fill(form: Form) -> None:
        form.note("Safety: Ice", "First", "List Bullet")
        form.note("Safety: Ice", "Second *star*", "List Bullet")
        form.note("Safety: Ice", "1. not a list | a stroke # no heading")
        link = form.note("Safety: Ice", "See ")
        target = form.document.part.relate_to(
            "https://example.org/a(b)",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        link._p.append(
            parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}"><w:r><w:t>the page</w:t></w:r></w:hyperlink>')
        )
        form.note("Safety: Ice", "")
        form.note_table("Safety: Ice", [["Tree", "Fruit"], ["Apple", "A | B"]])

    assert filled(shown, fill).body.strip() == (
        "## Safety: Ice\n\n- First\n- Second \\*star\\*\n\n1\\. not a list \\| a stroke # no heading\n\n"
        "See [the page](https://example.org/a%28b%29)\n\n| Tree | Fruit |\n| --- | --- |\n| Apple | A \\| B |"
    )


def test_a_row_without_its_ref_is_known_by_its_words(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[0].text = ""

    read = filled(shown, fill)
    assert read.questions == ""
    assert len(read.values["actions"]) == 2


def test_an_open_action_that_is_not_there_is_asked_about_and_stays_open(shown: Library) -> None:
    def fill(form: Form) -> None:
        row = form.row_of(COUNT)[0]._tc.getparent()
        row.getparent().remove(row)

    read = filled(shown, fill)
    assert 'Was "Count the trees." done? It was open before' in read.questions
    assert "done" not in read.action("count-the-trees")


def test_new_words_or_a_new_owner_are_taken_but_not_both(shown: Library) -> None:
    def reword(form: Form) -> None:
        form.row_of(COUNT)[ACTION].text = "Count all the trees."

    def give(form: Form) -> None:
        form.row_of(MEND)[OWNER].text = "Pear service"

    def both(form: Form) -> None:
        reword(form)
        form.row_of(COUNT)[OWNER].text = "Pear service"

    read = filled(shown, reword, give)
    assert read.action("count-the-trees")["text"] == "Count all the trees."
    assert read.action("mend-the-ladder")["owner"] == "pear"
    assert 'They were: "Count the trees."' in read.assumed
    changed = filled(shown, both)
    assert changed.action("count-the-trees")["text"] == "Count the trees."
    assert f"another action than {COUNT}? Both its words and its owner are new." in changed.questions
    assert "Count all the trees." in changed.body


def test_names_become_roles(shown: Library) -> None:
    champion = next(one for service in shown.all_of(Service).values() for one in service.champions)

    def fill(form: Form) -> None:
        form.note("Safety: Ice", f"{champion.name} spoke.")
        form.note("Safety: Ice", "Jane Smith sang.")

    read = filled(shown, fill)
    assert champion.name not in read.draft.text
    assert champion.role in read.body
    assert champion.name in read.assumed
    assert "Are these names of people: Jane Smith?" in read.questions
    assert "Someone sang." in read.body


def test_what_may_be_the_name_of_a_person_is_not_in_the_record(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "- Thanks to Jane Smith; see https://example.org/Jane-Smith/report")
        form.decide("Jane Smith leads.")
        form.act("Ask Jane Smith for paint.", "Apple service")
        form.act("Buy brushes.", "Joe")

    read = filled(shown, fill)
    assert "- Thanks to someone; see" in read.body
    assert "https://example.org/Jane-Smith/report" in read.body
    assert read.values["decisions"] == ["Someone leads."]
    assert [(one["id"], one["text"]) for one in read.new] == [("ask-someone-for-paint", "Ask someone for paint.")]
    assert "## Other actions\n\n- Buy brushes." in read.body
    assert "Joe" not in read.draft.text
    assert '"Joe" is not a service of the network.' in read.questions


HAPPENED = "What happened, in a sentence"
SUMMARY = "We counted the trees and bought new ladders."


def summarised(form: Form, text: str = SUMMARY) -> None:
    form.table("Date").rows[1].cells[1].text = text


def test_what_happened_is_the_summary_if_it_fits(shown: Library) -> None:
    assert filled(shown, summarised).values["summary"] == SUMMARY
    read = filled(shown, lambda form: summarised(form, "It rained."))
    assert read.values["summary"].startswith("A meeting that is still to come")
    assert 'in a sentence of 30 to 200 characters? This has 10: "It rained." Until then' in read.questions


def held(shown: Library, read: Read) -> None:
    """Write the record of a draft."""
    document = Document(path=read.draft.path, kind="meeting", id=WINTER)
    parse_document(document, read.draft.text.encode())
    shown.documents[document.path] = document
    record = read_record(document, shown.network)
    assert isinstance(record, Meeting)
    assert record.is_held
    put(shown, record)


def test_a_second_time_the_file_asks_again_and_says_what_would_be_lost(shown: Library) -> None:
    def fill(form: Form) -> None:
        form.note("Safety: Ice", "Salt helps.")

    content = typed(shown, WINTER, AFTER, fill)

    def change(form: Form) -> None:
        form.note("Safety: Ice", "Sand helps.")

    changed = typed(shown, WINTER, AFTER, change)
    held(shown, read_back(content, shown))
    again = read_back(content, shown)
    assert any(one.startswith(f"{HAPPENED}? The summary is now:") for one in again.draft.told.questions)
    assert "their changes would be lost" not in again.questions
    assert "their changes would be lost" in read_back(changed, shown).questions


def test_a_planned_diamond_is_kept_in_words_and_asked_about_until_it_has_rows(shown: Library) -> None:
    document = shown.documents[f"content/meetings/{WINTER}.md"]
    statements = [{"id": f"card-{number}", "text": f"Card {number} is good."} for number in range(9)]
    diamond: Any = {"question": "What matters most?", "statements": statements}
    document.values["diamond9"] = diamond
    put(shown, shown.all_of(Meeting)[WINTER], diamond9=Diamond9.model_validate(diamond))

    read = filled(shown)
    assert "diamond9" not in read.values
    assert "Did you rank the cards of the Diamond 9?" in read.questions
    assert "Diamond 9, as it was planned: What matters most?" in read.left_out
    content = typed(shown, WINTER, AFTER, lambda form: form.attend("Apple service", "x"))
    held(shown, read)
    assert "Did you rank the cards of the Diamond 9?" in read_back(content, shown).questions


def test_topics_with_notes_are_asked_about(shown: Library) -> None:
    read = filled(shown, lambda form: form.note(TOPICS_WAITING, "The ladder stays here."))
    assert 'Which of these topics were discussed? "Who takes it home?".' in read.questions
    assert f"taken_up: {WINTER}" in read.draft.told.for_editor[0]
    assert read.body.strip() == "## Topics suggested and not discussed yet\n\nThe ladder stays here."


def test_what_is_personal_is_found_before_anything_is_written(shown: Library) -> None:
    read = filled(
        shown, lambda form: form.note("Safety: Ice", "Write to jane.smith@example.net or NHS number 9990000018.")
    )
    assert any(one.rule == "personal-data" for one in checked(read.draft.path, read.draft.text, shown, AFTER))


def test_two_forms_in_one_file_are_refused_with_their_days(shown: Library) -> None:
    def fill(form: Form) -> None:
        body = form.document.element.body
        start = [*body].index(form.heading("Minutes: The winter meeting")._p)
        from copy import deepcopy

        for one in [deepcopy(element) for element in [*body][start:-1]]:
            body.insert(len(body) - 1, one)
        form.document.tables[-4].rows[0].cells[1].text = "17 December 2026"

    with pytest.raises(Refused, match="10 December 2026, 17 December 2026"):
        filled(shown, fill)


def test_the_meeting_is_known_by_the_address_of_its_page(shown: Library) -> None:
    put(shown, shown.all_of(Meeting)[WINTER], title="Another title")
    assert filled(shown).draft.path == f"content/meetings/{WINTER}.md"


@pytest.mark.parametrize(
    ("due", "day", "asked"),
    [
        ("", "2026-10-15", "was taken out"),
        ("5 Jan", "2027-01-05", "has no year, and was read as 5 January 2027"),
        ("05/01/27", "2027-01-05", ""),
        ("Tuesday 5 January 2027", "2027-01-05", ""),
        ("Monday 5 January 2027", "2026-10-15", "5 January 2027 is a Tuesday"),
        ("w/c 4 January", "2026-10-15", "is not one day"),
        ("ASAP", "2026-10-15", 'The file says "ASAP"'),
        ("next meeting", "2027-03-11", "was read as 11 March 2027"),
        ("31 February 2027", "2026-10-15", "not a day of the calendar"),
        ("5 or 6 January 2027", "2026-10-15", "By which day"),
        ("5-6 January 2027", "2026-10-15", "By which day"),
        ("5 January - 6 January 2027", "2026-10-15", "By which day"),
        ("By 5 January 2027, says Pear", "2027-01-05", "By 5 January 2027, says Pear"),
    ],
)
def test_days_are_read_or_asked_about(shown: Library, due: str, day: str, asked: str) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[DUE].text = due

    read = filled(shown, fill)
    assert read.action("count-the-trees")["due"] == day
    assert asked in read.questions + read.assumed + read.left_out
    if not asked:
        assert (read.questions, read.assumed) == ("", "")


@pytest.mark.parametrize(
    ("done", "values", "asked"),
    [
        ("x", {"done": "2026-12-10"}, "No day is given"),
        ("✓", {"done": "2026-12-10"}, "No day is given"),
        ("Done 1 December", {"done": "2026-12-01"}, "has no year, and was read as 1 December 2026"),
        ("8 Dec", {"done": "2026-12-08"}, "has no year, and was read as 8 December 2026"),
        ("1/12/26", {"done": "2026-12-01"}, ""),
        ("done 1 December 2027", {}, "On which day"),
        ("ongoing", {}, ""),
        ("not yet", {}, ""),
        ("nearly there", {}, 'Is "Count the trees." done?'),
        ("dropped", {}, "Why was"),
        ("no longer needed - the trees are gone", {"dropped": "2026-12-10", "why": "the trees are gone"}, ""),
    ],
)
def test_how_an_action_stands_is_read_or_asked_about(
    shown: Library, done: str, values: dict[str, str], asked: str
) -> None:
    def fill(form: Form) -> None:
        form.row_of(COUNT)[DONE].text = done

    read = filled(shown, fill)
    found = read.action("count-the-trees")
    assert {name: found[name] for name in ("done", "dropped", "why") if name in found} == values
    assert asked in read.questions + read.assumed
    assert "not understood" not in read.left_out


def test_a_day_without_a_year_is_the_last_up_to_the_meeting_if_the_file_is_read_before_it(shown: Library) -> None:
    content = typed(shown, WINTER, AFTER, lambda form: setattr(form.row_of(COUNT)[DONE], "text", "8 Dec"))
    read = read_back(content, shown, date(2026, 11, 23))
    assert read.action("count-the-trees")["done"] == "2026-12-08"


def test_a_file_of_the_demonstration_says_so(shown: Library) -> None:
    def fill(form: Form) -> None:
        paragraph = next(one for one in form.document.paragraphs if one.text.startswith("Page on the site: "))
        relation = form.document.part.rels[paragraph.hyperlinks[0]._hyperlink.rId]
        relation._target = relation._target.replace("/meetings/", "/demo/meetings/")

    start = "Is it the right file? It is from the demonstration"
    assert filled(shown, fill).draft.told.questions[0].startswith(start)
    assert start not in filled(shown).questions
