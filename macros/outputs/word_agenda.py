"""The agenda of each announced meeting as a Word document, for services to hand round, which is also the form of its minutes."""

from collections.abc import Callable, Iterator
from typing import Any

from docx.text.paragraph import Paragraph

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import add_named_table, add_row, packed
from macros.outputs.word_form import WHERE, add_form
from macros.outputs.word_meeting import add_items, add_rest, started
from macros.outputs.word_styles import BULLET_STYLE
from macros.pages.agenda import OPEN_ACTIONS, Agenda, AgendaItem, AgendaLine, AgendaList, agenda
from macros.pages.downloads import AGENDA_FILE, is_announced
from macros.pages.parts import Item
from macros.pages.timetable import Extra
from macros.source.gfm import Node

# The columns of the timetable and their widths in millimetres.
_COLUMNS = {"Time": 22.0, "Minutes": 24.0, "Item": 124.0}
# Items of which the form asks no notes: it has a table of the open actions.
_WITHOUT_NOTES = (OPEN_ACTIONS, Extra.BREAK)
_UNTIMED = {"Minutes": 24.0, "Item": 146.0}


def agendas(
    public: PublicLibrary, site: SiteInfo, text_at: Callable[[str], Node], file_at: Callable[[str], bytes]
) -> Iterator[File]:
    """The document of each meeting, also at its former addresses.

    `text_at` gives the tree of the text of a record, `file_at` the content of a file, by their paths relative to content/.
    """
    for meeting in public.all_of(Meeting).values():
        if is_announced(meeting):
            origin = TextOrigin(meeting.path, site, file_at)
            content = _document(meeting, public, text_at(meeting.path), origin)
            yield from (File(f"{folder}/{AGENDA_FILE}", content) for folder in folders(meeting))


def _document(meeting: Meeting, public: PublicLibrary, text: Node, origin: TextOrigin) -> bytes:
    site = origin.site
    planned = agenda(meeting, public)
    document = started(f"Agenda: {meeting.title}", meeting, public, site)
    document.add_paragraph(WHERE)
    if planned.too_long:
        document.add_paragraph(planned.too_long)
    document.add_heading("Times", 2)
    _times(document, planned, site)
    for item in planned.items:
        if item.lists:
            document.add_heading(item.title, 2)
            for part in item.lists:
                _list(document, part, site)
    add_rest(document, meeting, public, text, origin)
    to_write_under = [item for item in planned.items if item.title not in _WITHOUT_NOTES]
    add_form(document, meeting, public, to_write_under, site)
    return packed(document)


def _times(document: Any, planned: Agenda, site: SiteInfo) -> None:
    timed = any(item.starts for item in planned.items)
    columns = _COLUMNS if timed else _UNTIMED
    table = add_named_table(document._body, columns, "When each item starts, and how long it takes")
    for item in planned.items:
        *times, what = add_row(table)
        shown = [item.starts, str(item.minutes)] if timed else [str(item.minutes)]
        for paragraph, words in zip(times, shown, strict=True):
            paragraph.add_run(words)
        _what(what, item, site)


def _what(paragraph: Paragraph, item: AgendaItem, site: SiteInfo) -> None:
    if item.label:
        paragraph.add_run(f"{item.label}: ")
    paragraph.add_run(item.title).bold = True
    if item.details:
        paragraph.add_run().add_break()
        add_items(paragraph, item.details, site)
    if item.note:
        paragraph.add_run().add_break()
        paragraph.add_run(item.note)


def _list(document: Any, part: AgendaList, site: SiteInfo) -> None:
    if part.heading is not None:
        document.add_heading(part.heading.text, 3)
    for line in part.lines:
        _line(document.add_paragraph(style=BULLET_STYLE), line, site)
    if part.rest is not None:
        add_items(document.add_paragraph(style=BULLET_STYLE), [part.rest], site)


def _line(paragraph: Paragraph, line: AgendaLine, site: SiteInfo) -> None:
    add_items(paragraph, [line.item], site)
    state = [Item(line.state.capitalize())] if line.state else []
    # What a survey found comes in sentences of its own.
    sentences = [one.text for one in line.details if one.text.endswith(".")]
    details = [*state, *(one for one in line.details if one.text not in sentences)]
    if details:
        paragraph.add_run(" (")
        add_items(paragraph, details, site)
        paragraph.add_run(")")
    if sentences:
        paragraph.add_run(f": {' '.join(sentences)}")
