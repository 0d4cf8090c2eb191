"""The agenda of each announced meeting as a Word document, for services to hand round."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import add_field, add_link, add_row, add_table, new_document, packed
from macros.outputs.word_text import add_text
from macros.pages.agenda import Agenda, AgendaItem, AgendaLine, AgendaList, agenda
from macros.pages.downloads import AGENDA_FILE, is_announced
from macros.pages.meeting import when_and_where
from macros.pages.parts import Item
from macros.schema.types import in_words
from macros.source.gfm import Node

# The columns of the timetable and their widths in millimetres.
_COLUMNS = {"Time": 22.0, "Minutes": 20.0, "Item": 128.0}
_UNTIMED = {"Minutes": 20.0, "Item": 150.0}
# The heading of the record's text.
_NOTES = "Notes"


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
    title = f"Agenda: {meeting.title}"
    # Dates are written the British way everywhere, whatever the language.
    document = new_document(title, public.network.name, f"{site.language}-GB", public.today)
    document.add_heading(title, 1)
    document.add_paragraph().add_run(when_and_where(meeting)).bold = True
    document.add_paragraph(meeting.summary)
    if public.network.demonstration:
        document.add_paragraph("This is a demonstration. Everything here is made up.")
    if planned.too_long:
        document.add_paragraph(planned.too_long)
    document.add_heading("Times", 2)
    _times(document, planned, site)
    for item in planned.items:
        if item.lists:
            document.add_heading(item.title, 2)
            for part in item.lists:
                _list(document, part, site)
    if text.children:
        document.add_heading(_NOTES, 2)
        add_text(document, text, origin, _NOTES, 2)
    _end(document, meeting, public, site)
    return packed(document)


def _times(document: Any, planned: Agenda, site: SiteInfo) -> None:
    timed = any(item.starts for item in planned.items)
    columns = _COLUMNS if timed else _UNTIMED
    table = add_table(document._body, list(columns.values()), "When each item starts, and how long it takes")
    for cell, name in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(name)
    for item in planned.items:
        *times, item_cell = add_row(table)
        shown = [item.starts, str(item.minutes)] if timed else [str(item.minutes)]
        for cell, words in zip(times, shown, strict=True):
            cell.paragraphs[0].add_run(words)
        _what(item_cell.paragraphs[0], item, site)


def _what(paragraph: Paragraph, item: AgendaItem, site: SiteInfo) -> None:
    if item.label:
        paragraph.add_run(f"{item.label}: ")
    paragraph.add_run(item.title).bold = True
    if item.details:
        paragraph.add_run().add_break()
        _items(paragraph, item.details, site)
    if item.note:
        paragraph.add_run().add_break()
        paragraph.add_run(item.note)


def _list(document: Any, part: AgendaList, site: SiteInfo) -> None:
    if part.heading is not None:
        document.add_heading(part.heading.text, 3)
    for line in part.lines:
        _line(document.add_paragraph(style="List Bullet"), line, site)
    if part.rest is not None:
        _items(document.add_paragraph(style="List Bullet"), [part.rest], site)


def _line(paragraph: Paragraph, line: AgendaLine, site: SiteInfo) -> None:
    _items(paragraph, [line.item], site)
    state = [Item(line.state.capitalize())] if line.state else []
    if state or line.details:
        paragraph.add_run(" (")
        _items(paragraph, [*state, *line.details], site)
        paragraph.add_run(")")


def _items(paragraph: Paragraph, items: Sequence[Item], site: SiteInfo) -> None:
    for index, item in enumerate(items):
        if index:
            paragraph.add_run("; ")
        address = site.of(item.path) + item.after if item.path else item.href
        if address:
            add_link(paragraph, item.text, address)
        else:
            paragraph.add_run(item.text)


def _end(document: Any, meeting: Meeting, public: PublicLibrary, site: SiteInfo) -> None:
    """Add the address of the current version, and page numbers in the footer."""
    paragraph = document.add_paragraph(f"As it was on {in_words(public.today)}. What has changed since then is at ")
    paragraph.paragraph_format.space_before = Pt(10)
    address = site.of(meeting.path)
    add_link(paragraph, address, address)
    paragraph.add_run(".")
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("Page ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
