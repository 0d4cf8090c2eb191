"""The form of the minutes at the end of an agenda: headings and tables to fill in with Tab and plain typing.

What is asked for is words in plain tables under headings, because nothing else survives Word, LibreOffice and Google Docs
(docs/decisions/0016-minutes-come-back-as-words-in-tables.md). `macros/minutes/` reads it back.
"""

from collections.abc import Sequence
from typing import Any

from docx.shared import Mm

from macros.kinds import Meeting, Service
from macros.library.public import PublicLibrary
from macros.outputs.action_ref import action_ref
from macros.outputs.file import SiteInfo
from macros.outputs.word_document import add_link, add_named_table, add_row, add_table, header_cells
from macros.pages.agenda import AgendaItem, open_actions_of
from macros.schema.types import in_words

TITLE = "Minutes: "
# What the summary of a record may have, in characters.
SHORTEST_SUMMARY, LONGEST_SUMMARY = 30, 200
DATE, PAGE = "Date", "Page on the site"
SUMMARY = f"What happened, in a sentence ({SHORTEST_SUMMARY} to {LONGEST_SUMMARY} characters)"
ATTENDANCE, DECISIONS, ACTIONS = "Attendance", "Decisions", "Actions"
HOW_TO = (
    "Fill this in at the meeting or after it. Press Tab to go to the next cell, and at the end of a table to start a new row. Name roles "
    "and services, not people, and write nothing about "
)
HOW_TO_SEND = "To send it in, follow the steps at "
# What the page with these steps calls their place.
SEND_ANCHOR = "send-minutes"
HOW_TO_ATTEND = "Put an x beside each service that was there, or that sent apologies. The site does not show apologies."
HOW_TO_OWN = "Under Owner, write one service: the one that takes care of the action."
HOW_TO_ACT = (
    'The first rows are still open. If one is done, write the day or an x under Done; if it is given up, write "dropped:" and why. '
    "What is under Ref says which action it is: leave it as it is. New actions go into the rows without a ref."
)
# What forms said before, which some have at hand.
FORMER = (
    "Put an x beside each service that was there, or that sent apologies.",
    'The first rows are still open. If one is done, write the day or an x under Done; if it is given up, write "dropped:" and why. '
    "Leave the refs as they are. New actions go into the rows without a ref.",
)
# Where the form is, at the top of the agenda.
WHERE = "The form for the minutes comes after the agenda."
# In millimetres.
_ABOUT = (40.0, 130.0)
_ATTENDANCE = {"Service": 100.0, "Present": 35.0, "Apologies": 35.0}
_DECISIONS = {"Decision": 170.0}
_ACTIONS = {"Ref": 18.0, "Action": 70.0, "Owner": 34.0, "Due": 28.0, "Done": 20.0}
_EMPTY_DECISIONS, _EMPTY_ACTIONS = 5, 6
# Of rows to write in by hand, and how many lines there are for notes under a heading.
_HEIGHT = Mm(9)
_LINES = 2


def add_form(
    document: Any, meeting: Meeting, public: PublicLibrary, items: Sequence[AgendaItem], site: SiteInfo
) -> None:
    """Add the form to the agenda of a meeting, on a page of its own. Each of the items becomes a heading to write under."""
    title = document.add_heading(f"{TITLE}{meeting.title}", 1)
    title.paragraph_format.page_break_before = True
    document.add_paragraph(f"{HOW_TO}{public.network.served.one}.")
    _how_to_send(document, public, site)
    page = site.of(meeting.path)
    add_link(document.add_paragraph(f"{PAGE}: "), page, page)
    _about(document, meeting)
    document.add_heading(ATTENDANCE, 2)
    document.add_paragraph(HOW_TO_ATTEND)
    _attendance(document, public)
    document.add_heading(DECISIONS, 2)
    _empty_rows(add_named_table(document._body, _DECISIONS, "What was decided"), _EMPTY_DECISIONS)
    document.add_heading(ACTIONS, 2)
    document.add_paragraph(f"{HOW_TO_ACT} {HOW_TO_OWN}")
    _actions(document, meeting, public)
    headings = (f"{item.label}: {item.title}" if item.label else item.title for item in items)
    for heading in dict.fromkeys(headings):
        document.add_heading(heading, 2)
        for _ in range(_LINES):
            document.add_paragraph()


def _how_to_send(document: Any, public: PublicLibrary, site: SiteInfo) -> None:
    pages = public.main_pages
    page = pages.read_minutes or pages.minutes or pages.contribute
    if page:
        steps = site.of(page) + (f"#{SEND_ANCHOR}" if page == pages.minutes else "")
        add_link(document.add_paragraph(HOW_TO_SEND), steps, steps)


def _about(document: Any, meeting: Meeting) -> None:
    table = add_table(document._body, _ABOUT, "About the meeting")
    for (label, answer), name in zip((header_cells(table), add_row(table)), (DATE, SUMMARY), strict=True):
        label.add_run(name)
        if name == DATE:
            answer.add_run(in_words(meeting.date)).bold = False


def _attendance(document: Any, public: PublicLibrary) -> None:
    table = add_named_table(document._body, _ATTENDANCE, "Which services were there")
    services = public.all_of(Service)
    for service, title in public.titles_by_id(Service.KIND).items():
        if services[service].is_current:
            add_row(table)[0].add_run(title)


def _actions(document: Any, meeting: Meeting, public: PublicLibrary) -> None:
    table = add_named_table(document._body, _ACTIONS, "Actions: those still open, and new ones")
    for action in open_actions_of(meeting, public):
        ref, text, owner, due, _ = add_row(table)
        ref.add_run(action_ref(action.id))
        text.add_run(action.text)
        service = public.get(Service.KIND, action.owner)
        owner.add_run(service.title if service else action.owner)
        due.add_run(in_words(action.due) if action.due else "")
    _empty_rows(table, _EMPTY_ACTIONS)


def _empty_rows(table: Any, number: int) -> None:
    """Add rows that are high enough to write in by hand."""
    for _ in range(number):
        add_row(table)
        table.rows[-1].height = _HEIGHT
